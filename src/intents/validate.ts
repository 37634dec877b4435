import { validateSync, type ValidationError } from 'class-validator';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import { LONE_SURROGATE } from '../../domain/text/characters.js';
import type { MessageName, Messages } from '../../domain/wire/protocol.js';
import { MESSAGE_DTOS } from './messages.js';
import { isPlainMessage } from './plain.js';
import { shape, type Shaped } from './shape.js';

/**
 * Whether a message has the shape its name asks for: every field it needs, none that it does not know. A refusal names the
 * field at fault where the message knows one, and repeats nothing of what was sent.
 */
export function validate<N extends MessageName>(name: N, body: unknown): Shaped<Messages[N]['body']> {
  if (!isPlainMessage(body)) return { ok: false, refusal: refusal('bad-request') };

  const shaped = shape(MESSAGE_DTOS[name], body);
  if (!shaped.ok) return shaped;

  const [fault] = validateSync(shaped.value, STRICT);
  if (fault) return { ok: false, refusal: refusalOf(fault) };

  const [broken] = Object.entries(shaped.value).find(([, given]) => !isStorable(given)) ?? [];
  return broken ? { ok: false, refusal: refusal('bad-text', { field: broken, message: BROKEN_TEXT }) } : shaped;
}

const STRICT = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
};

function refusalOf({ property, constraints, children }: ValidationError): Refusal {
  const own = Object.values(constraints ?? {}).at(0);
  const inner = children?.at(0)?.children?.at(0)?.constraints ?? {};
  const message = own ?? Object.values(inner).at(0) ?? `${property} does not have the shape it needs.`;
  return refusal('bad-request', { field: property, message });
}

const BROKEN_TEXT = 'This text holds characters that cannot be stored. Please type it again instead of pasting it.';

/** Neither journals nor commitments can hold U+0000 or half a surrogate pair, in whatever field. */
function isStorable(given: unknown): boolean {
  if (typeof given === 'string') return !given.includes('\0') && !LONE_SURROGATE.test(given);
  return typeof given !== 'object' || given === null || Object.values(given).every(isStorable);
}
