import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.js';

/** Bytes of a salt. Without it, nobody can guess a body from its commitment by trying likely words. */
export const SALT_BYTES = 32;

/** What an entry keeps of its body for ever: HMAC-SHA256(salt, RFC 8785 form of `{body}`), lower-case hex. */
export function commitmentOf(body: unknown, salt: Uint8Array): string {
  if (salt.length !== SALT_BYTES) throw new TypeError(`A salt has ${SALT_BYTES} bytes, not ${salt.length}.`);
  return bytesToHex(hmac(sha256, salt, utf8ToBytes(canonical({ body }))));
}

/** Whether `body` with `salt` is what `commit` was made of. */
export function opens(commit: string, body: unknown, salt: Uint8Array): boolean {
  return commitmentOf(body, salt) === commit;
}
