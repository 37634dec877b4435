import { chiSquareTail } from './chance.js';
import { Z, type Interval, type Table } from './intervals.js';

export interface Stratified {
  /** Risk and odds ratio of Mantel and Haenszel. */
  readonly rr: number;
  readonly or: number;
  /** Of the risk ratio, by the variance of Greenland and Robins. */
  readonly interval: Interval;
  /** Of the Cochran–Mantel–Haenszel test, corrected for continuity. */
  readonly p: number;
}

/** Several tables as one comparison, each against its own panel, thread or moderator. Strata without both sides say nothing. */
export function mantelHaenszel(strata: readonly Table[]): Stratified {
  const tables = strata.filter(({ n1, n2 }) => n1 > 0 && n2 > 0);
  const over = (part: (table: Table, n: number) => number) =>
    tables.reduce((total, table) => total + part(table, table.n1 + table.n2), 0);

  const mine = over(({ a, n2 }, n) => (a * n2) / n);
  const theirs = over(({ b, n1 }, n) => (b * n1) / n);
  const rr = mine / theirs;
  const or = over(({ a, b, n2 }, n) => (a * (n2 - b)) / n) / over(({ a, b, n1 }, n) => (b * (n1 - a)) / n);
  const spread = over(({ a, n1, b, n2 }, n) => (n1 * n2 * (a + b) - a * b * n) / (n * n)) / (mine * theirs);
  return { rr, or, interval: around(rr, Math.sqrt(spread)), p: testOf(tables) };
}

function around(rr: number, error: number): Interval {
  // Nobody declined on one side: the variance has no value, and the interval says nothing.
  if (!Number.isFinite(error)) return { low: 0, high: Infinity };
  return { low: rr * Math.exp(-Z * error), high: rr * Math.exp(Z * error) };
}

function testOf(tables: readonly Table[]): number {
  let difference = 0;
  let variance = 0;
  for (const { a, n1, b, n2 } of tables) {
    const n = n1 + n2;
    if (n < 2) continue;
    difference += a - (n1 * (a + b)) / n;
    variance += (n1 * n2 * (a + b) * (n - a - b)) / (n * n * (n - 1));
  }
  if (variance === 0) return 1;
  return chiSquareTail(Math.max(0, Math.abs(difference) - 0.5) ** 2 / variance);
}
