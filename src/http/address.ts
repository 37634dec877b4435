import type { Request } from 'express';
import type { Session } from '../identity/types.js';
import { networkOf } from '../ops/address.js';

/** Whom a limit counts: a person where they are known, an address otherwise. */
export function countedAs(session: Session | null, req: Request): string {
  return session ? `person:${session.personId}` : `ip:${addressOf(req)}`;
}

export function addressOf(req: Request): string {
  return networkOf(req.ip ?? '');
}
