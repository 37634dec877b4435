import { fisher } from './fisher.js';
import { holm } from './holm.js';
import { moverR, newcombe, riskRatio, type Interval, type Table } from './intervals.js';

/** `watch` is for the equity officer alone: it is never published. */
export type Flag = 'insufficient' | 'concern' | 'watch' | 'none';

export interface Comparison {
  readonly table: Table;
  readonly rr: number;
  readonly interval: Interval;
  readonly difference: Interval;
  readonly fisher: number;
  readonly midP: number;
  /** The mid-p among all groups that were compared; 1 where there were too few to compare. */
  readonly holm: number;
  /** Accepted here ÷ accepted there. For information: it flags nothing. */
  readonly approvalRatio: number;
  readonly flag: Flag;
}

/** Fewer decided than this say nothing. */
export const SUFFICIENT = 10;

/** Each group against everybody else, in the order given. */
export function compareAll(tables: readonly Table[]): readonly Comparison[] {
  const tests = tables.map(fisher);
  const family = tables.flatMap((table, i) => (isSufficient(table) ? [i] : []));
  const adjusted = holm(family.map((i) => tests[i]?.midP ?? 1));

  return tables.map((table, i) => {
    const { p, midP } = tests[i] ?? { p: 1, midP: 1 };
    const one = { table, rr: riskRatio(table), midP, holm: adjusted[family.indexOf(i)] ?? 1 };
    return {
      ...one,
      interval: moverR(table),
      difference: newcombe(table),
      fisher: p,
      approvalRatio: approvalRatio(table),
      flag: flagOf(one),
    };
  });
}

export function flagOf({ table, rr, midP, holm: adjusted }: Pick<Comparison, 'table' | 'rr' | 'midP' | 'holm'>): Flag {
  if (!isSufficient(table)) return 'insufficient';
  if (rr >= 1.5 && adjusted < 0.05) return 'concern';
  return rr >= 1.25 && midP < 0.1 ? 'watch' : 'none';
}

export function approvalRatio({ a, n1, b, n2 }: Table): number {
  return (1 - a / n1) / (1 - b / n2);
}

function isSufficient({ n1, n2 }: Table): boolean {
  return n1 >= SUFFICIENT && n2 > 0;
}
