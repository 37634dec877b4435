import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 192 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Lower-case hex SHA-256: what is stored of an invitation, and the key of a cached session. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The signature better-auth puts behind a cookie’s value: HMAC-SHA-256 in base64. */
export function signatureOf(value: string, secret: string): string {
  return createHmac('sha256', secret).update(value).digest('base64');
}

/** In constant time, whatever the lengths. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
