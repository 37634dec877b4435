import { percentile, rounded } from '../support/measure.js';

export interface Timings {
  readonly nextMs: { readonly mean: number; readonly p50: number; readonly p99: number };
}

export function timings(milliseconds: readonly number[]): Timings {
  return { nextMs: { mean: rounded(mean(milliseconds)), p50: at(milliseconds, 50), p99: at(milliseconds, 99) } };
}

function at(milliseconds: readonly number[], p: number): number {
  return rounded(percentile(milliseconds, p));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
