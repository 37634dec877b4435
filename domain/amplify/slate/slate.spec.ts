import { describe, expect, it } from '@jest/globals';
import { audit } from './audit.js';
import { type SlateInput, slateOf } from './slate.js';
import { electorate, topOf } from './testing/electorates.js';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const itemsOf = (input: SlateInput) => slateOf(input).map(({ item }) => item);

describe('the slate', () => {
  const camps = (rest: Partial<SlateInput> & Pick<SlateInput, 'seats'>) =>
    electorate(10, (voter) => (voter < 6 ? range(0, 5) : range(5, 10)), rest);

  it('[S1, S2, S8] B1: six against four share five seats three to two', () => {
    const input = camps({ seats: 5 });
    const seats = slateOf(input);

    expect(seats.map(({ item }) => item)).toEqual([0, 1, 2, 5, 6]);
    expect(seats.map(({ phase }) => phase)).toEqual(Array(5).fill('equal-shares'));
    expect(seats.map(({ price }) => price.toFixed(4))).toEqual(['0.1667', '0.1667', '0.1667', '0.2500', '0.2500']);
    expect(seats.map(({ payers }) => payers)).toEqual([6, 6, 6, 4, 4]);
    expect(audit(input, itemsOf(input))).toMatchObject({ alphaJr: 0, alphaEjrPlus: 0.75, violating: 0 });
    expect(audit(input, topOf(input))).toMatchObject({ alphaJr: 2, alphaEjrPlus: 2, violating: 5 });
  });

  it('[S1, S5, S8] B2: seats that nobody can pay for go to those not heard yet', () => {
    const input = electorate(100, (voter) => (voter < 50 ? range(0, 5) : voter < 80 ? [5] : [6]), { seats: 3 });

    expect(slateOf(input)).toEqual([
      { item: 0, phase: 'equal-shares', price: 0.02, payers: 50, newly: 50, sole: 50 },
      { item: 5, phase: 'coverage', price: 0, payers: 0, newly: 30, sole: 30 },
      { item: 6, phase: 'coverage', price: 0, payers: 0, newly: 20, sole: 20 },
    ]);
    expect(audit(input, topOf(input)).alphaJr).toBeCloseTo(0.9, 12);
  });

  it('[S1] B3: a brigade of a quarter gets a quarter of the seats', () => {
    const supports = (voter: number) => (voter < 90 ? [voter % 12, (5 * voter + 1) % 12] : range(12, 20));
    const input = electorate(120, (voter) => [...new Set(supports(voter))], { seats: 8 });
    const seats = slateOf(input);

    expect(seats.map(({ item }) => item)).toEqual([12, 13, 1, 2, 4, 7, 8, 10]);
    expect(seats.filter(({ phase }) => phase === 'equal-shares')).toHaveLength(5);
    expect(audit(input, itemsOf(input)).coverage).toBe(1);
    expect(topOf(input)).toEqual(range(12, 20));
    expect(audit(input, topOf(input)).coverage).toBe(30 / 120);
  });

  it('[S3] B4: what was posed is paid for by those who wanted it', () => {
    expect(itemsOf(camps({ seats: 2, posed: [0] }))).toEqual([5, 1]);
    expect(itemsOf(camps({ seats: 2, posed: [0, 1] }))).toEqual([5, 2]);
  });

  it.each([
    { majority: 60, seats: 4 },
    { majority: 80, seats: 2 },
  ])('[S1] a camp of $majority in 100 leaves the other its $seats of ten seats', ({ majority, seats }) => {
    for (let seed = 1; seed <= 20; seed++) {
      const chance = chances(seed);
      const own = (voter: number) => (voter < majority ? range(0, 15) : range(15, 30));
      const input = electorate(100, (voter) => own(voter).filter(() => chance() < 0.7), { seats: 10 });

      expect([seed, itemsOf(input).filter((item) => item >= 15).length]).toEqual([seed, seats]);
      expect(topOf(input).filter((item) => item >= 15)).toEqual([]);
    }
  });

  it('[S4] among equals takes the item with more supporters, then the earlier one', () => {
    expect(itemsOf({ voters: 6, support: [[0], [1, 2], [3, 4]], posed: [], seats: 1 })).toEqual([1]);
    // Item 1 costs its four payers a quarter each, as item 0 does its five: the fifth has nothing left.
    const support = [
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [4, 5],
    ];
    expect(itemsOf({ voters: 6, support, posed: [2], seats: 2 })[0]).toBe(1);
  });

  it('[S6] fills what is left by load, then in order, and is shorter only where items run out', () => {
    const input = { voters: 5, support: [[0, 2], [], [0], [], [3]], posed: [] };

    expect(slateOf({ ...input, seats: 4 }).map(({ item, phase }) => [item, phase])).toEqual([
      [0, 'equal-shares'],
      [4, 'coverage'],
      [2, 'phragmen'],
      [1, 'unsupported'],
    ]);
    expect(itemsOf({ ...input, seats: 9 })).toEqual([0, 2, 4, 1, 3]);
    expect(slateOf({ voters: 0, support: [], posed: [], seats: 4 })).toEqual([]);
  });

  it('[S14] takes the dearer item later where voters were shown popular items first', () => {
    const support = [range(0, 6), range(6, 10)];
    const input = { voters: 10, support, posed: [], seats: 5 };

    expect(itemsOf({ ...input, cost: [1, 1] })).toEqual([0, 1]);
    expect(itemsOf({ ...input, cost: [1, 0.5] })).toEqual([1, 0]);
  });
});

/** Reproducible chances in [0, 1). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
