/** Numbers from 0 up to 1 that look random and are the same for the same seed, everywhere (mulberry32). */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 1 on with this mean: most are small, few are large. */
export function countWithMean(mean: number, chance: Chance): number {
  if (mean <= 1) return 1;
  return 1 + Math.floor(Math.log(1 - chance()) / Math.log(1 - 1 / mean));
}
