import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { clockInto, readInstant, writeInstant } from './instant.js';

describe('an instant in an address', () => {
  it('[R64] is written as people say it', () => {
    expect(writeInstant(4_205_000)).toBe('1h10m5s');
    expect(writeInstant(0)).toBe('0s');
    expect(writeInstant(3_600_000)).toBe('1h');
    expect(writeInstant(183_600_000)).toBe('2d3h');
    expect(writeInstant(4_250)).toBe('4.25s');
    expect(writeInstant(-30_000)).toBe('-30s');
  });

  it('[R64] reads what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e11 }), (ms) => readInstant(writeInstant(ms)) === ms));
  });

  it('[R64] takes plain seconds, and nothing else for an instant', () => {
    expect(readInstant('90')).toBe(90_000);
    for (const text of [null, '', '-', 'abc', '1x', '5s3m', '1e9', '<b>']) expect(readInstant(text)).toBeNull();
  });

  it('is shown as a clock, with days where there are many', () => {
    expect(clockInto(4_205_999)).toEqual({ days: 0, clock: '1:10:05' });
    expect(clockInto(65_000)).toEqual({ days: 0, clock: '1:05' });
    expect(clockInto(-30_000)).toEqual({ days: 0, clock: '−0:30' });
    expect(clockInto(29 * 86_400_000 + 58_010_000)).toEqual({ days: 29, clock: '16:06:50' });
  });
});
