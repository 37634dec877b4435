import { chiSquareTail } from './chance.js';

/** How long something took, or, where it had not ended, how long it had been under way. */
export interface Duration {
  readonly ms: number;
  readonly ended: boolean;
}

export interface LogRank {
  readonly p: number;
  /** How many of the first ended, and how many would have, had both ended alike. */
  readonly observed: number;
  readonly expected: number;
}

/** Whether one set of durations ends later than another, counting what was still under way for as long as it was seen. */
export function logRank(first: readonly Duration[], second: readonly Duration[]): LogRank {
  const all = inOrder([
    ...first.map((one) => ({ ...one, isFirst: true })),
    ...second.map((one) => ({ ...one, isFirst: false })),
  ]);
  let [atRisk, firstAtRisk] = [all.length, first.length];
  let [observed, expected, variance] = [0, 0, 0];

  for (const moment of moments(all)) {
    const ended = moment.filter((one) => one.ended);
    const share = firstAtRisk / atRisk;
    observed += ended.filter(({ isFirst }) => isFirst).length;
    expected += ended.length * share;
    if (atRisk > 1) variance += (ended.length * share * (1 - share) * (atRisk - ended.length)) / (atRisk - 1);
    atRisk -= moment.length;
    firstAtRisk -= moment.filter(({ isFirst }) => isFirst).length;
  }
  return { observed, expected, p: variance === 0 ? 1 : chiSquareTail((observed - expected) ** 2 / variance) };
}

/** The time by which a share of them has ended (Kaplan and Meier); null while too few have. */
export function endedBy(durations: readonly Duration[], share: number): number | null {
  let [left, atRisk] = [1, durations.length];
  for (const moment of moments(inOrder(durations))) {
    left *= 1 - moment.filter(({ ended }) => ended).length / atRisk;
    if (left <= 1 - share + 1e-12) return moment[0]?.ms ?? null;
    atRisk -= moment.length;
  }
  return null;
}

function inOrder<T extends Duration>(durations: readonly T[]): readonly T[] {
  return [...durations].sort((x, y) => x.ms - y.ms);
}

/** Those of the same length together. */
function moments<T extends Duration>(sorted: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (const one of sorted) {
    const last = found.at(-1);
    if (last?.[0]?.ms === one.ms) last.push(one);
    else found.push([one]);
  }
  return found;
}
