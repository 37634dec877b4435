import { IsArray, IsIn, IsString, Matches, MaxLength, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { SLOW_MODE_MAX_S } from '../../../domain/panel/limits.js';
import { BODY_BYTES_MAX } from '../../../domain/text/body.js';
import { LANG_LENGTH_MAX } from '../../../domain/text/lang.js';

/** The shapes of fields. What a text may say is decided in `domain/text`; here only what kind of thing a field is. */

const HEX = '[0-9a-f]';
const UUID = new RegExp(`^${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}$`);
const INTENT_ID = new RegExp(`^${HEX}{8}-${HEX}{4}-[47]${HEX}{3}-[89ab]${HEX}{3}-${HEX}{12}$`);

/** Journals number their entries in 32 bits. */
const SEQ_MAX = 2_147_483_647;
/** The last millisecond a `Date` can hold. */
const TIME_MAX = 8_640_000_000_000_000;
const TRUSTED_AFTER_MAX = 1000;
const RULE_ID_MAX = 64;

export function IntentId(): PropertyDecorator {
  return Matches(INTENT_ID, { message: 'intentId must be a UUID of version 4 or 7 in lower case.' });
}

export function Id(): PropertyDecorator {
  return Matches(UUID, { message: ({ property }) => `${property} must be a UUID in lower case.` });
}

export function Ids(max: number): PropertyDecorator {
  return list(max, UUID, 'UUIDs in lower case');
}

/** May be left out; where it is given, it has its shape. `null` is not a way to leave it out. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_message: object, value: unknown) => value !== undefined);
}

/** Must be given; `null` says that there is none. */
export function NullOr(): PropertyDecorator {
  return ValidateIf((_message: object, value: unknown) => value !== null);
}

/** A short text, in UTF-16 units. */
export function Shorter(max: number): PropertyDecorator {
  return all(
    IsString({ message: ({ property }) => `${property} must be a text.` }),
    MaxLength(max, { message: ({ property }) => `${property} is too long.` }),
  );
}

export function Text(): PropertyDecorator {
  return all(
    IsString({ message: ({ property }) => `${property} must be a text.` }),
    MaxLength(BODY_BYTES_MAX, { message: ({ property }) => `${property} is too long.` }),
  );
}

export function Lang(): PropertyDecorator {
  return Matches(LANG, {
    message: ({ property }) => `${property} must be a language tag, for example “en” or “zh-Hant”.`,
  });
}

export function Langs(max: number): PropertyDecorator {
  return list(max, LANG, 'language tags');
}

const LANG = new RegExp(`^(?=.{2,${LANG_LENGTH_MAX}}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$`);

export function RuleId(): PropertyDecorator {
  return Matches(new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${RULE_ID_MAX - 1}}$`), {
    message: ({ property }) => `${property} must be 1 to ${RULE_ID_MAX} letters, digits, dots, hyphens or underscores.`,
  });
}

export function OneOf<T extends string>(values: Readonly<Record<T, true>>): PropertyDecorator {
  const known = Object.keys(values);
  return IsIn(known, { message: ({ property }) => `${property} must be one of: ${known.join(', ')}.` });
}

/** A list of some of these, in any order. */
export function SomeOf<T extends string>(values: Readonly<Record<T, true>>): PropertyDecorator {
  const known = Object.keys(values);
  return list(known.length, new RegExp(`^(?:${known.join('|')})$`), `of: ${known.join(', ')}`);
}

export interface ItemType {
  readonly type: new () => object;
  readonly max: number;
}

const itemTypes = new Map<object, Map<string, ItemType>>();

/** A list of objects of one class: `shape` builds them, here they are checked field by field. */
export function Each(type: new () => object, max: number): PropertyDecorator {
  return (target, property) => {
    const ofTarget = itemTypes.get(target) ?? new Map<string, ItemType>();
    itemTypes.set(target, ofTarget.set(String(property), { type, max }));
    IsArray({ message: `${String(property)} must be a list of objects.` })(target, property);
    ValidateNested({ each: true })(target, property);
  };
}

/** What the items of a list are made of, where `Each` declared it. */
export function itemType(prototype: object, property: string): ItemType | undefined {
  return itemTypes.get(prototype)?.get(property);
}

export const Seq = () => whole(0, SEQ_MAX);
export const Time = () => whole(0, TIME_MAX);
export const Seconds = () => whole(0, SLOW_MODE_MAX_S);
export const PageSize = () => whole(1, SEQ_MAX);
export const TrustedAfter = () => whole(1, TRUSTED_AFTER_MAX);

/** A number, whole or not. */
export function Amount(min: number, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'amount',
    validator: {
      validate: (value: unknown) => typeof value === 'number' && value >= min && value <= max,
      defaultMessage: (args) => `${args?.property ?? 'The value'} must be a number from ${min} to ${max}.`,
    },
  });
}

export function Flag(): PropertyDecorator {
  return IsIn([true, false], { message: ({ property }) => `${property} must be true or false.` });
}

export function Whole(min: number, max: number): PropertyDecorator {
  return whole(min, max);
}

function whole(min: number, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'whole',
    validator: {
      validate: (value: unknown) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
      defaultMessage: (args) => `${args?.property ?? 'The value'} must be a whole number from ${min} to ${max}.`,
    },
  });
}

function list(max: number, pattern: RegExp, items: string): PropertyDecorator {
  return ValidateBy({
    name: 'list',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) &&
        value.length <= max &&
        value.every((item: unknown) => typeof item === 'string' && pattern.test(item)),
      defaultMessage: (args) => `${args?.property ?? 'The value'} must be a list of at most ${max} ${items}.`,
    },
  });
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
