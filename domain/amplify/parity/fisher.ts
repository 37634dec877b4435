import type { Table } from './intervals.js';

export interface ExactTest {
  /** Two-sided, by probability: everything no likelier than what was seen. */
  readonly p: number;
  /** The same with what was seen counted half. */
  readonly midP: number;
}

/**
 * Fisher’s exact test. Weights are computed relative to the likeliest table, outwards from it, each from its neighbour: no
 * factorial is ever formed, so it is as exact for a hundred thousand people as for ten.
 */
export function fisher({ a, n1, b, n2 }: Table): ExactTest {
  const rejected = a + b;
  const least = Math.max(0, rejected - n2);
  const most = Math.min(rejected, n1);
  const weights = weightsOf({ n1, n2, rejected, least, most });
  const seen = weights[a - least] ?? 0;
  const total = sum(weights);
  const p = Math.min(1, sum(weights.filter((weight) => weight <= seen * (1 + TIE))) / total);
  return { p, midP: p - seen / total / 2 };
}

/** Two tables mirrored to each other are equally likely, and rounding must not tell them apart. */
const TIE = 1e-7;

interface Margins {
  readonly n1: number;
  readonly n2: number;
  readonly rejected: number;
  readonly least: number;
  readonly most: number;
}

function weightsOf({ n1, n2, rejected, least, most }: Margins): readonly number[] {
  const mode = Math.floor(((n1 + 1) * (rejected + 1)) / (n1 + n2 + 2));
  const start = Math.min(most, Math.max(least, mode));
  const weights = new Array<number>(most - least + 1).fill(0);
  weights[start - least] = 1;
  const next = (k: number) => ((n1 - k) * (rejected - k)) / ((k + 1) * (n2 - rejected + k + 1));
  for (let k = start, weight = 1; k < most; k++) weights[k + 1 - least] = weight *= next(k);
  for (let k = start, weight = 1; k > least; k--) weights[k - 1 - least] = weight /= next(k - 1);
  return weights;
}

/** The smallest first, so that the many small ones are not lost beside the few large. */
function sum(numbers: readonly number[]): number {
  return [...numbers].sort((x, y) => x - y).reduce((total, one) => total + one, 0);
}
