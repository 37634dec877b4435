import { type Refusal, type RefusalCode, refusal } from '../../domain/panel/refusals.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { STATUS } from '../../domain/wire/status.js';

/** A refusal on its way to the filter, the one place where it becomes an answer. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly status: number = STATUS[refusal.code],
  ) {
    super(refusal.code);
  }
}

/** @throws Refused */
export function refuse(code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}): never {
  throw new Refused(refusal(code, more));
}

/** @throws Refused when the reply is one. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Refused(reply.refusal);
  return reply.value;
}
