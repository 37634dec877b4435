import { describe, expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../../domain/panel/limits.js';
import { hasRunOut, shouldRenew } from './lease.js';

describe('a lease at the desk', () => {
  it('is left alone while it is young', () => {
    expect(shouldRenew({ since: 0 }, 39_000, 39_999)).toBe(false);
  });

  it('is renewed well before its end while somebody works', () => {
    expect(shouldRenew({ since: 0 }, 0, 40_000)).toBe(true);
    expect(shouldRenew({ since: 0 }, 45_000, LEASE_MS - 1)).toBe(true);
  });

  it('is not renewed for somebody who was silent for 90 seconds', () => {
    expect(shouldRenew({ since: 0 }, 10_000, 100_000)).toBe(false);
  });

  it('ran out when about two minutes are over, not when it went earlier', () => {
    expect(hasRunOut({ since: 0 }, 60_000)).toBe(false);
    expect(hasRunOut({ since: 0 }, LEASE_MS)).toBe(true);
  });
});
