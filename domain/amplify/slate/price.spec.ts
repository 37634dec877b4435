import { describe, expect, it } from '@jest/globals';
import { payFor, price } from './price.js';

describe('what an item costs each of its supporters', () => {
  it('[S2] is the same for all who have it, and all they have for the others', () => {
    expect(price([1, 1, 1, 1], 1)).toBe(0.25);
    expect(price([0.1, 0.5, 0.5], 1)).toBeCloseTo(0.45, 12);
    expect(price([0.1, 0.2, 0.7], 1)).toBeCloseTo(0.7, 12);
    expect(price([0.05, 0.01], 1)).toBe(0.05);
  });

  it('[S2] is taken from whoever has anything', () => {
    const budgets = Float64Array.of(0.1, 0.5, 0, 0.5);

    expect(payFor(budgets, [0, 2, 3], 0.4)).toBe(2);
    expect([...budgets].map((left) => left.toFixed(2))).toEqual(['0.00', '0.50', '0.00', '0.10']);
  });
});
