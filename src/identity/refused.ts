import type { Reply } from '../../domain/wire/protocol.js';
import { refusal, type Refusal, type RefusalCode } from '../../domain/panel/refusals.js';

export function granted<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function refused(code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refusal(code, more) };
}

/** Rolls a transaction back; `unlessRefused` turns it into a value again. Never leaves this room. */
export class Refused extends Error {
  readonly reply: { ok: false; refusal: Refusal };

  constructor(code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}) {
    super(code);
    this.reply = refused(code, more);
  }
}

export async function unlessRefused<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return granted(await work());
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}
