import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { audit } from './audit.js';
import type { SlateInput } from './slate.js';
import { anyElectorate } from './testing/electorates.js';
import { worseOff } from './utilities.js';

describe('the audits of a slate', () => {
  it('[S8] say of a slate made by hand what it does', () => {
    const input = { voters: 10, support: [[0, 1, 2], [2, 3, 4, 5], [6], [0, 1]], posed: [3], seats: 2 };

    expect(audit(input, [3, 0, 2])).toEqual(audit(input, [0, 2]));
    expect(audit(input, [0, 2])).toEqual({
      coverage: 4 / 7,
      leftOut: { size: 3, item: 1 },
      alphaJr: 3 * (3 / 10),
      alphaEjrPlus: 3 * (3 / 10),
      violating: 0,
      sole: [0, 1, 1],
    });
  });

  it('[S8] say nothing against a panel without votes', () => {
    expect(audit({ voters: 0, support: [[], []], posed: [], seats: 4 }, [0])).toEqual({
      coverage: 1,
      leftOut: null,
      alphaJr: 0,
      alphaEjrPlus: 0,
      violating: 0,
      sole: [0],
    });
  });

  it('[S8] tell of a slate without a seat who would be left out', () => {
    const nothing = audit({ voters: 4, support: [[0], [1, 2, 3]], posed: [], seats: 0 }, []);
    expect(nothing).toMatchObject({ coverage: 0, leftOut: { size: 3, item: 1 }, alphaJr: 0, alphaEjrPlus: 0 });
  });

  it('[S8] find the group that trying every group finds', () => {
    const slates = anyElectorate({ voters: 7, items: 6, posed: 1 }).chain((input) =>
      fc.record({ input: fc.constant(input), chosen: fc.subarray(others(input)) }),
    );
    fc.assert(
      fc.property(slates, ({ input, chosen }) => {
        const brute = everyGroup(input, chosen);
        const { alphaJr, alphaEjrPlus, violating } = audit(input, chosen);

        expect(alphaJr).toBeCloseTo(brute.alphaJr, 9);
        expect(alphaEjrPlus).toBeCloseTo(brute.alphaEjrPlus, 9);
        expect(violating).toBe(brute.violating);
      }),
      { numRuns: 300 },
    );
  });

  const rows = [
    [0.9, 0.2, 0.1],
    [0.8, 0.3, 0.2],
    [0.1, 0.9, 0.3],
    [0.2, 0.8, 0.9],
    [0.1, 0.1, 0.95],
    [0.3, 0.2, 0.9],
  ];

  it('[S9] B5: find who is worse off where support comes in degrees', () => {
    expect(worseOff(rows, [0], 1)).toEqual({ size: 3, item: 2, theta: 0.3, alpha: 0.5 });
    expect(worseOff(rows, [0, 2], 2)).toMatchObject({ size: 1 });
    expect(worseOff(rows, [2], 1)).toMatchObject({ size: 2, item: 0, theta: 0.8 });
    expect(worseOff(rows, [0, 1, 2], 3)).toBeNull();
  });

  it('[S9] find what trying every threshold finds', () => {
    const tenths = fc.integer({ min: 0, max: 6 });
    const electorates = fc.integer({ min: 1, max: 5 }).chain((items) =>
      fc.record({
        utilities: fc.array(fc.array(tenths, { minLength: items, maxLength: items }), { minLength: 1, maxLength: 9 }),
        slate: fc.uniqueArray(fc.nat(items - 1)),
      }),
    );
    fc.assert(
      fc.property(electorates, ({ utilities, slate }) => {
        const found = worseOff(utilities, slate, 2);

        expect(found && { size: found.size, item: found.item }).toEqual(everyThreshold(utilities, slate));
        if (found) expect(groupFor(utilities, slate, found)).toHaveLength(found.size);
      }),
      { numRuns: 500 },
    );
  });
});

function others({ support, posed }: SlateInput): number[] {
  return [...support.keys()].filter((item) => !posed.includes(item));
}

/** By the definitions: every group of voters, every item they all support, every ℓ. */
function everyGroup({ voters, support, posed, seats }: SlateInput, chosen: readonly number[]) {
  const slate = [...posed, ...chosen];
  const k = seats + posed.length;
  const heard = (voter: number) => slate.filter((item) => support[item]?.includes(voter)).length;
  const result = { alphaJr: 0, alphaEjrPlus: 0, violating: 0 };
  for (const [item, supporters] of support.entries()) {
    if (slate.includes(item)) continue;
    let violates = false;
    for (let mask = 1; mask < 1 << voters; mask++) {
      const group = Array.from({ length: voters }, (_, voter) => voter).filter((voter) => (mask >> voter) & 1);
      if (!group.every((voter) => supporters.includes(voter))) continue;
      for (let seatsShort = 1; seatsShort <= k; seatsShort++) {
        if (!group.every((voter) => heard(voter) < seatsShort)) continue;
        const alpha = (group.length * k) / (seatsShort * voters);
        result.alphaEjrPlus = Math.max(result.alphaEjrPlus, alpha);
        if (seatsShort === 1) result.alphaJr = Math.max(result.alphaJr, alpha);
        violates ||= group.length * k >= seatsShort * voters;
      }
    }
    if (violates) result.violating++;
  }
  return result;
}

function everyThreshold(utilities: readonly (readonly number[])[], slate: readonly number[]) {
  let worst: { size: number; item: number } | null = null;
  for (const item of utilities[0]?.keys() ?? []) {
    if (slate.includes(item)) continue;
    for (const theta of new Set(utilities.flat())) {
      const size = groupFor(utilities, slate, { item, theta }).length;
      if (size > (worst?.size ?? 0)) worst = { size, item };
    }
  }
  return worst;
}

function groupFor(
  utilities: readonly (readonly number[])[],
  slate: readonly number[],
  { item, theta }: { readonly item: number; readonly theta: number },
) {
  return utilities.filter((row) => (row[item] ?? 0) >= theta && slate.every((other) => (row[other] ?? 0) < theta));
}
