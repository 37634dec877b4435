import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { run } from '../../../src/cli/conform/parity.js';
import { chiSquareTail } from './chance.js';
import { compareAll } from './compare.js';
import { fisher } from './fisher.js';
import { holm } from './holm.js';
import { moverR, newcombe, riskRatio, wilson, type Interval, type Table } from './intervals.js';
import { mantelHaenszel } from './stratified.js';

const SIX: Table = { a: 6, n1: 20, b: 18, n2: 150 };

describe('parity of decisions: worked numbers', () => {
  it('[P1] 6 of 20 against 18 of 150', () => {
    const [one] = compareAll([SIX]);
    expect(one?.rr).toBeCloseTo(2.5, 9);
    closeTo(one?.interval, [1.0946, 5.0659]);
    closeTo(one?.difference, [0.0136, 0.4031]);
    expect(one?.fisher).toBeCloseTo(0.04153, 5);
    expect(one?.midP).toBeCloseTo(0.02599, 5);
    expect(one?.approvalRatio).toBeCloseTo(0.7955, 4);
  });

  it('[P2] 3 of 8 against 15 of 120 is insufficient, whatever its ratio', () => {
    const [one] = compareAll([{ a: 3, n1: 8, b: 15, n2: 120 }]);
    expect(one?.rr).toBeCloseTo(3, 9);
    closeTo(one?.interval, [1.0102, 6.5855]);
    expect(one?.fisher).toBeCloseTo(0.08358, 5);
    expect(one?.midP).toBeCloseTo(0.04866, 5);
    expect(one?.flag).toBe('insufficient');
  });

  it('[P1] 0 of 12 against 20 of 160', () => {
    const table = { a: 0, n1: 12, b: 20, n2: 160 };
    expect(riskRatio(table)).toBe(0);
    closeTo(moverR(table), [0, 2.0635]);
    expect(moverR(table).low).toBe(0);
    expect(fisher(table).p).toBeCloseTo(0.3643, 4);
  });

  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('[P1] Wilson %i of %i', (count, of, low, high) => {
    closeTo(wilson(count, of), [low, high]);
  });

  it('[P1] Newcombe 56 of 70 against 48 of 80', () => {
    closeTo(newcombe({ a: 56, n1: 70, b: 48, n2: 80 }), [0.0524, 0.3339]);
  });

  it('[P1] Holm', () => {
    const expected = [0.1248, 0.4, 0.04, 0.6];
    for (const [i, p] of holm([0.0416, 0.2, 0.01, 0.6]).entries()) expect(p).toBeCloseTo(expected[i] ?? 0, 12);
    expect(holm([])).toEqual([]);
  });

  it('[P3] Cochran, Mantel and Haenszel over two panels', () => {
    const pooled = mantelHaenszel([SIX, { a: 4, n1: 12, b: 10, n2: 80 }]);
    expect(pooled.rr).toBeCloseTo(2.5636, 3);
    expect(pooled.or).toBeCloseTo(3.2749, 4);
    expect(pooled.p).toBeCloseTo(0.00966, 5);
    expect(pooled.interval.low).toBeGreaterThan(1);
    expect(pooled.interval.high).toBeGreaterThan(pooled.rr);
  });

  it('[P1] every statistic of the fixtures, to a millionth', () => {
    const { passed, sentences } = run(JSON.parse(readFileSync('test/fixtures/parity.json', 'utf8')));
    expect(sentences).toEqual([]);
    expect(passed).toBe(6);
  });

  it('says which statistic of a fixture differs, and refuses what is no fixture', () => {
    const wrong = run({ tables: [{ ...SIX, rr: 2.6, moverR: [1.0946493458344464, null] }] });
    expect(wrong).toMatchObject({ passed: 0, failed: 1 });
    expect(wrong.sentences[0]).toBe('table 1 (6/20 vs 18/150), rr: expected 2.6, got 2.5');
    expect(wrong.sentences).toHaveLength(2);
    expect(() => run({})).toThrow('tables');
    expect(() => run({ tables: [{ a: 7, n1: 5, b: 0, n2: 1 }] })).toThrow('table 1');
  });
});

describe('parity of decisions: what always holds', () => {
  const tables = fc
    .record({ n1: fc.integer({ min: 1, max: 400 }), n2: fc.integer({ min: 1, max: 400 }), x: unit(), y: unit() })
    .map(({ n1, n2, x, y }): Table => ({ a: Math.round(x * n1), n1, b: Math.round(y * n2), n2 }));

  it('[P1] an interval holds what it is an interval of', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { a, n1, b, n2 } = table;
        holds(wilson(a, n1), a / n1);
        holds(newcombe(table), a / n1 - b / n2);
        if (a + b > 0) holds(moverR(table), riskRatio(table));
      }),
    );
  });

  it('[P1] the exact test does not mind which side is which, nor what is counted', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { a, n1, b, n2 } = table;
        const { p, midP } = fisher(table);
        expect(p).toBeGreaterThanOrEqual(midP);
        expect(p).toBeLessThanOrEqual(1);
        expect(midP).toBeGreaterThanOrEqual(0);
        for (const mirrored of [
          { a: b, n1: n2, b: a, n2: n1 },
          { a: n1 - a, n1, b: n2 - b, n2 },
        ]) {
          expect(fisher(mirrored).p).toBeCloseTo(p, 9);
          expect(fisher(mirrored).midP).toBeCloseTo(midP, 9);
        }
      }),
    );
  });

  it('[P1] the exact test agrees with counting every table', () => {
    for (let n1 = 1; n1 <= 6; n1++) {
      for (let a = 0; a <= n1; a++) {
        for (let b = 0; b <= 7; b++) {
          const table = { a, n1, b, n2: 7 };
          expect(fisher(table).p).toBeCloseTo(counted(table), 10);
        }
      }
    }
  });

  it('[P1] the exact test stands a hundred thousand people', () => {
    const { p } = fisher({ a: 5_200, n1: 50_000, b: 5_000, n2: 50_000 });
    expect(p).toBeGreaterThan(0.03);
    expect(p).toBeLessThan(0.05);
    expect(fisher({ a: 50_000, n1: 50_000, b: 0, n2: 50_000 }).p).toBe(0);
  });

  it('[P1] an adjusted probability is never smaller, and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(unit(), { maxLength: 12 }), (all) => {
        const adjusted = holm(all);
        for (const [i, p] of all.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (const [j, q] of all.entries()) if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
        }
      }),
    );
  });

  it('[P3] one panel alone is its own ratio, and panels without both sides change nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        if (table.a === 0 || table.b === 0) return;
        const alone = mantelHaenszel([table]);
        expect(alone.rr).toBeCloseTo(riskRatio(table), 9);
        expect(mantelHaenszel([table, { a: 3, n1: 9, b: 0, n2: 0 }])).toEqual(alone);
      }),
    );
  });

  it('knows the tail of χ²', () => {
    for (const [x, p] of [
      [0, 1],
      [3.841458820694124, 0.05],
      [6.634896601021213, 0.01],
      [10.827566170662733, 0.001],
      [30, 4.320463057827522e-8],
    ] as const) {
      expect(Math.abs(chiSquareTail(x) / p - 1)).toBeLessThan(1e-9);
    }
  });
});

function unit() {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

function holds({ low, high }: Interval, value: number): void {
  expect(low).toBeLessThanOrEqual(value + 1e-12);
  expect(high).toBeGreaterThanOrEqual(value - 1e-12);
}

function closeTo(interval: Interval | undefined, [low, high]: readonly [number, number]): void {
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
}

function counted({ a, n1, b, n2 }: Table): number {
  const ways = (k: number) => choose(n1, k) * choose(n2, a + b - k);
  let [extreme, all] = [0, 0];
  for (let k = Math.max(0, a + b - n2); k <= Math.min(n1, a + b); k++) {
    all += ways(k);
    if (ways(k) <= ways(a)) extreme += ways(k);
  }
  return extreme / all;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return Math.round(ways);
}
