import type { SlateInput } from './slate.js';

/** Per voter: how many of these items they support. */
export function heardIn({ voters, support }: SlateInput, items: readonly number[]): Uint32Array {
  const heard = new Uint32Array(voters);
  for (const item of items) {
    for (const voter of support[item] ?? []) heard[voter] = (heard[voter] ?? 0) + 1;
  }
  return heard;
}
