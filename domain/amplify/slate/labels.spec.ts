import { describe, expect, it } from '@jest/globals';
import { isCommonGround } from './common-ground.js';
import { exposureCost } from './exposure-cost.js';
import { factsOf, told } from './facts.js';
import { nextCard } from './next-card.js';
import { isProvisional } from './provisional.js';

describe('what stands beside a slate', () => {
  it('[S10] tells a moderator who is behind a seat and who is left out, and counts nobody out under five', () => {
    const seat = { item: 7, phase: 'coverage', price: 0, payers: 0, newly: 30, sole: 4 } as const;

    expect(factsOf(seat, { leftOut: { size: 12, item: 17 } })).toEqual({
      item: 7,
      phase: 'coverage',
      payers: { fewerThan: 5 },
      newly: { count: 30 },
      sole: { fewerThan: 5 },
      leftOut: { size: { count: 12 }, item: 17 },
    });
    expect(factsOf(seat, { leftOut: null }).leftOut).toBeNull();
    expect([told(0), told(4), told(5)]).toEqual([{ fewerThan: 5 }, { fewerThan: 5 }, { count: 5 }]);
  });

  it('[S11] calls common ground what every cluster agrees to', () => {
    const agreed = { agree: 8, votes: 10 };

    expect(isCommonGround([agreed, { agree: 5, votes: 8 }])).toBe(true);
    expect(isCommonGround([agreed, { agree: 4, votes: 8 }])).toBe(false);
    expect(isCommonGround([agreed, { agree: 0, votes: 0 }])).toBe(false);
    expect(isCommonGround([])).toBe(false);
  });

  it('[S12] is provisional while people have voted little or items were shown unevenly', () => {
    const shown = (...counts: number[]) => counts.map((count) => ({ shown: count, age: 200_000 }));

    expect(isProvisional([5, 5, 9], shown(10, 20))).toBe(false);
    expect(isProvisional([4, 4, 9], shown(10, 20))).toBe(true);
    expect(isProvisional([4, 6], shown(10, 20))).toBe(false);
    expect(isProvisional([5, 5, 9], shown(10, 21))).toBe(true);
    expect(isProvisional([5, 5, 9], shown(0, 1))).toBe(true);
    expect(isProvisional([5, 5, 9], [...shown(10, 20), { shown: 0, age: 180_000 }])).toBe(false);
    expect(isProvisional([], [])).toBe(true);
  });

  it('[S13] shows each voter what was shown least and they have not seen, by chance among equals', () => {
    const cards = [
      { item: 'a', shown: 3 },
      { item: 'b', shown: 1 },
      { item: 'c', shown: 2 },
      { item: 'd', shown: 1 },
      { item: 'e', shown: 2 },
    ];

    expect(nextCard(cards, new Set(), 0)).toBe('b');
    expect(nextCard(cards, new Set(), 0.99)).toBe('d');
    expect(nextCard(cards, new Set(['b', 'd']), 0.5)).toBe('e');
    expect(nextCard(cards, new Set(['a', 'b', 'c', 'd', 'e']), 0.5)).toBeNull();
  });

  it('[S14] asks of an item as if everybody had been shown it', () => {
    expect(exposureCost({ supporters: 40, shown: 100, voters: 100 })).toBeCloseTo(1, 12);
    const rarelyShown = exposureCost({ supporters: 9, shown: 10, voters: 100 });
    expect(rarelyShown).toBeCloseTo(9 / (100 * 0.7732), 3);
    expect(exposureCost({ supporters: 1, shown: 90, voters: 100 })).toBeGreaterThan(1);
    expect(exposureCost({ supporters: 0, shown: 3, voters: 100 })).toBe(20);
  });
});
