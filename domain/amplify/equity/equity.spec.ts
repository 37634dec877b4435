import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gini, heardRate, jain, theil, topShare } from './equity.js';

describe('how evenly turns are spread', () => {
  it.each([
    [[10, 10, 10, 10], 0, 1],
    [[40, 0, 0, 0], 0.75, 0.25],
    [[1, 2, 3, 4], 0.25, 0.8333],
    [[0, 0, 5, 5, 10], 0.5, 0.5333],
  ])('[P4] %j', (amounts, g, j) => {
    expect(gini(amounts)).toBeCloseTo(g, 4);
    expect(jain(amounts)).toBeCloseTo(j, 4);
  });

  it('[P4] Theil tells what lies between groups from what lies inside them', () => {
    const { total, between, within } = theil([1, 2, 3, 4], ['a', 'a', 'b', 'b']);
    expect(total).toBeCloseTo(0.10644, 5);
    expect(between).toBeCloseTo(0.08228, 5);
    expect(within).toBeCloseTo(0.02416, 5);
  });

  it('[P4] the share of those who had most, and of those who were heard', () => {
    expect(topShare([5, 1, 1, 1, 2], 3)).toBeCloseTo(0.8, 12);
    expect(topShare([], 3)).toBe(0);
    expect(heardRate([0, 0, 5, 5, 10])).toBeCloseTo(0.6, 12);
    expect(heardRate([])).toBe(0);
  });

  it('[P4] nothing to spread is spread evenly', () => {
    expect([gini([0, 0]), jain([0, 0]), theil([0, 0], ['a', 'b']).total]).toEqual([0, 1, 0]);
    expect([gini([]), jain([])]).toEqual([0, 1]);
  });

  it('[P4] keeps its bounds, and does not mind the unit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }), (amounts) => {
        const n = amounts.length;
        const tripled = amounts.map((x) => 3 * x);
        const parts = amounts.map((_, i) => String(i % 3));
        const { total, between, within } = theil(amounts, parts);
        expect(gini(amounts)).toBeGreaterThanOrEqual(-1e-12);
        expect(gini(amounts)).toBeLessThanOrEqual(1 - 1 / n + 1e-12);
        expect(jain(amounts)).toBeGreaterThanOrEqual(1 / n - 1e-12);
        expect(gini(tripled)).toBeCloseTo(gini(amounts), 9);
        expect(between + within).toBeCloseTo(total, 9);
        expect(between).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});
