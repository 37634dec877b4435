import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audit } from './audit.js';
import { coarse } from './coarse.js';
import { roughly } from './facts.js';

/** People 0, 1, 2 … support what is listed for each item. */
function told(voters: number, support: readonly (readonly number[])[], chosen: readonly number[]) {
  const input = { voters, support: support.map((one) => [...one]), posed: [], seats: chosen.length };
  return coarse(audit(input, chosen), input);
}

describe('an audit as it may be sent', () => {
  it('[S51] one person of twenty-one more or less changes nothing', () => {
    const all = Array.from({ length: 21 }, (_, i) => i);
    const without = (left: number) => told(21, [all.slice(left), all], [0]);
    for (const left of [1, 2, 3, 4]) expect(without(left)).toEqual(without(0));
    expect(without(5)).toMatchObject({ coverage: 0.76, leftOut: { size: 5, item: 1 } });
    expect(without(9)).toMatchObject({ coverage: 0.76, leftOut: { size: 5 } });
  });

  it('[S51] tells on which side of a seat a group is, and nothing where a seat is worth fewer than five', () => {
    const [six, seven] = [6, 7].map((n) => Array.from({ length: n }, (_, i) => i));
    const rest = Array.from({ length: 14 }, (_, i) => 7 + i);
    expect(told(21, [seven ?? [], rest, rest, rest], [1, 2, 3])).toMatchObject({ alphaJr: 1, violating: 1 });
    expect(told(21, [six ?? [], rest, rest, rest], [1, 2, 3])).toMatchObject({ alphaJr: 0.71, violating: 0 });
    expect(told(21, [[0, 1], rest, rest, rest, rest, rest, rest], [1, 2, 3, 4, 5, 6])).toMatchObject({
      alphaJr: 0,
      violating: null,
    });
  });

  it('[S51] numbers are multiples of five, and never more than there are', () => {
    fc.assert(
      fc.property(fc.nat(500), (people) => {
        const one = roughly(people);
        if ('fewerThan' in one) return expect(people).toBeLessThan(5);
        expect(one.count % 5).toBe(0);
        expect(people - one.count).toBeGreaterThanOrEqual(0);
        return expect(people - one.count).toBeLessThan(5);
      }),
    );
  });
});
