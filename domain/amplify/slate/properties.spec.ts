import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { audit } from './audit.js';
import { fillEqualShares } from './equal-shares.js';
import { Filling } from './filling.js';
import { slateOf } from './slate.js';
import { anyElectorate } from './testing/electorates.js';
import { exactSlate } from './testing/exact-slate.js';

const RUNS = { numRuns: 400 };

describe('any slate', () => {
  it('[S1, S2, S4, S5, S6] is the one exact arithmetic gives', () => {
    fc.assert(
      fc.property(anyElectorate({ voters: 24, items: 16, posed: 3 }), (input) => {
        const exact = exactSlate(input);
        const seats = slateOf(input);

        expect(seats.map(({ item, phase }) => ({ item, phase }))).toEqual(
          exact.map(({ item, phase }) => ({ item, phase })),
        );
        for (const [i, { price }] of seats.entries()) expect(price).toBeCloseTo(exact[i]?.price ?? Number.NaN, 9);
      }),
      RUNS,
    );
  });

  it('[S7] keeps EJR+ from its first phase to its last', () => {
    fc.assert(
      fc.property(anyElectorate({ voters: 30, posed: 0 }), (input) => {
        const paid = new Filling(input);
        fillEqualShares(paid);
        const bought = paid.seated().map(({ item }) => item);
        const whole = slateOf(input).map(({ item }) => item);

        expect(audit(input, bought)).toMatchObject({ violating: 0 });
        expect(audit(input, whole)).toMatchObject({ violating: 0 });
        expect(audit(input, whole).alphaEjrPlus).toBeLessThan(1);
        expect(whole.slice(0, bought.length)).toEqual(bought);
      }),
      RUNS,
    );
  });

  it('[S3] never seats what was posed, nor anything twice, and fills every seat it can', () => {
    fc.assert(
      fc.property(anyElectorate(), (input) => {
        const items = slateOf(input).map(({ item }) => item);

        expect(new Set([...input.posed, ...items]).size).toBe(input.posed.length + items.length);
        expect(items).toHaveLength(Math.min(input.seats, input.support.length - input.posed.length));
      }),
      RUNS,
    );
  });

  it('[S2] charges nobody more than an equal part of all seats', () => {
    fc.assert(
      fc.property(anyElectorate(), (input) => {
        const filling = new Filling(input);
        fillEqualShares(filling);

        expect(Math.min(...filling.budgets)).toBeGreaterThanOrEqual(0);
        const spent = input.seats + input.posed.length - filling.budgets.reduce((sum, left) => sum + left, 0);
        expect(spent).toBeLessThanOrEqual(filling.seated().length + input.posed.length + 1e-9);
      }),
      RUNS,
    );
  });

  it('[S1] does not ask in which order people voted', () => {
    fc.assert(
      fc.property(anyElectorate(), (input) => {
        const mirrored = input.support.map((supporters) =>
          supporters.map((voter) => input.voters - 1 - voter).reverse(),
        );

        expect(slateOf({ ...input, support: mirrored }).map(({ item }) => item)).toEqual(
          slateOf(input).map(({ item }) => item),
        );
      }),
      RUNS,
    );
  });
});
