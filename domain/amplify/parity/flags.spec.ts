import { describe, expect, it } from '@jest/globals';
import { compareAll, flagOf } from './compare.js';
import type { Table } from './intervals.js';
import { endedBy, logRank, type Duration } from './log-rank.js';
import { mantelHaenszel } from './stratified.js';

describe('flags', () => {
  const table: Table = { a: 6, n1: 20, b: 18, n2: 150 };

  it('[P2] concern asks for both: half as often again, and below 5 % among all that was looked at', () => {
    expect(flagOf({ table, rr: 1.5, midP: 0.001, holm: 0.0499 })).toBe('concern');
    expect(flagOf({ table, rr: 1.49, midP: 0.001, holm: 0.001 })).toBe('watch');
    expect(flagOf({ table, rr: 4, midP: 0.02, holm: 0.05 })).toBe('watch');
    expect(flagOf({ table, rr: 4, midP: 0.1, holm: 0.4 })).toBe('none');
    expect(flagOf({ table, rr: 1.24, midP: 0.001, holm: 0.001 })).toBe('none');
    expect(flagOf({ table: { ...table, n1: 9 }, rr: 9, midP: 0, holm: 0 })).toBe('insufficient');
  });

  it('[P2] holds at exactly half as often again, however that is counted', () => {
    for (const table of [
      { a: 14, n1: 20, b: 70, n2: 150 },
      { a: 75, n1: 500, b: 100, n2: 1_000 },
    ]) {
      expect(compareAll([table])[0]).toMatchObject({ rr: 1.5, flag: 'concern' });
    }
  });

  it('[P2] groups too small to compare do not count as looked at', () => {
    const [alone] = compareAll([table]);
    const [among] = compareAll([table, { a: 3, n1: 9, b: 21, n2: 161 }]);
    expect(among?.holm).toBe(alone?.holm);
    expect(compareAll([{ a: 0, n1: 12, b: 0, n2: 100 }])[0]?.flag).toBe('none');
  });

  it('[P2] among eight groups that are treated alike, one in twenty panels at most raises a false concern', () => {
    const random = seeded(20_260_401);
    const panels = 2_000;
    let alarmed = 0;
    for (let panel = 0; panel < panels; panel++) {
      if (compareAll(fairPanel(random)).some(({ flag }) => flag === 'concern')) alarmed++;
    }
    expect(alarmed / panels).toBeLessThanOrEqual(0.05);
  });
});

describe('several panels as one', () => {
  it('[P1] say nothing of how far, where nobody was declined on one side', () => {
    const { rr, interval, p } = mantelHaenszel([{ a: 1, n1: 12, b: 0, n2: 12 }]);
    expect({ rr, interval, p }).toEqual({ rr: Infinity, interval: { low: 0, high: Infinity }, p: 1 });
  });
});

describe('time to decision', () => {
  const done = (...minutes: number[]): Duration[] => minutes.map((ms) => ({ ms, ended: true }));

  // Freireich’s trial of 6-MP, as every textbook has it: 9 of 21 ended against 19.25 expected, χ² 16.79.
  it('[P1] counts what is still pending for as long as it has waited', () => {
    const treated = [
      ...done(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((ms) => ({ ms, ended: false })),
    ];
    const placebo = done(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    const { observed, expected, p } = logRank(treated, placebo);
    expect(observed).toBe(9);
    expect(expected).toBeCloseTo(19.2505, 3);
    expect(p).toBeCloseTo(4.17e-5, 6);
    expect(endedBy(treated, 0.5)).toBe(23);
    expect(endedBy(placebo, 0.5)).toBe(8);
  });

  it('[P1] has no median while fewer than half are done, and no difference where there is nothing', () => {
    expect(endedBy([...done(1), { ms: 5, ended: false }, { ms: 6, ended: false }], 0.5)).toBeNull();
    expect(endedBy([], 0.5)).toBeNull();
    expect(logRank([], done(1, 2)).p).toBe(1);
    expect(logRank(done(1, 2, 3), done(1, 2, 3)).p).toBeCloseTo(1, 9);
  });
});

/** 170 people, each declined with 15 %, of whom eight groups have twenty each. */
function fairPanel(random: () => number): readonly Table[] {
  const declined = Array.from({ length: 170 }, () => (random() < 0.15 ? 1 : 0));
  const all = declined.reduce((sum: number, one) => sum + one, 0);
  return Array.from({ length: 8 }, (_, g) => {
    const a = declined.slice(g * 20, g * 20 + 20).reduce((sum: number, one) => sum + one, 0);
    return { a, n1: 20, b: all - a, n2: 150 };
  });
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
