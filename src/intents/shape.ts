import { getMetadataStorage } from 'class-validator';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import { itemType, type ItemType } from './dto/fields.js';

type Constructor<T extends object> = new () => T;
export type Shaped<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/**
 * An instance of a DTO with the fields that were sent and no other, before any of them is checked. What the DTO does not
 * declare is refused here, so that checking costs what the DTO declares and not what a sender thinks up.
 */
export function shape<T extends object>(type: Constructor<T>, plain: Readonly<Record<string, unknown>>): Shaped<T> {
  const fields = fieldsOf(type);
  // Not `new`: declared fields that were not sent must be absent, not undefined.
  const value = Object.create(type.prototype as object) as T;
  for (const key of Object.keys(plain)) {
    // A field nobody declared was named by its sender: it is not repeated.
    if (!fields.has(key)) return no({ message: 'The message has a field that this intent does not know.' });

    const items = itemType(type.prototype as object, key);
    const given = items ? shapeEach(items, key, plain[key]) : { ok: true as const, value: plain[key] };
    if (!given.ok) return given;
    Reflect.set(value, key, given.value);
  }
  return { ok: true, value };
}

function shapeEach({ type, max }: ItemType, field: string, given: unknown): Shaped<unknown> {
  if (!Array.isArray(given) || given.length > max) {
    return no({ field, message: `${field} must be a list of at most ${max} objects.` });
  }

  const items: object[] = [];
  for (const item of given as readonly unknown[]) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      return no({ field, message: `${field} must hold objects only.` });
    }
    const shaped = shape(type, item as Record<string, unknown>);
    if (!shaped.ok) return no({ field, message: `${field} holds an object with a field that it does not know.` });
    items.push(shaped.value);
  }
  return { ok: true, value: items };
}

const known = new Map<object, ReadonlySet<string>>();

/** The fields a DTO declares, inherited ones included. */
export function fieldsOf(type: Constructor<object>): ReadonlySet<string> {
  const before = known.get(type);
  if (before) return before;

  const declared = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const fields = new Set(declared.map(({ propertyName }) => propertyName));
  known.set(type, fields);
  return fields;
}

function no(more: { field?: string; message: string }): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: refusal('bad-request', more) };
}
