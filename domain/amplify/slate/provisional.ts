export interface Exposure {
  /** How many times the item was shown to a voter. */
  readonly shown: number;
  /** ms since it was published. */
  readonly age: number;
}

const VOTES_FROM = 5;
const EXPOSURE_UP_TO = 2;
const GROWN_UP_MS = 180_000;

/**
 * Whether a slate says little yet: half of the voters cast fewer than five votes, or some items were shown more than twice as
 * often as others. Items younger than three minutes have had no time to be shown.
 */
export function isProvisional(votesPerVoter: readonly number[], items: readonly Exposure[]): boolean {
  return median(votesPerVoter) < VOTES_FROM || exposureRatio(items) > EXPOSURE_UP_TO;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Infinite where something was never shown while something else was. */
function exposureRatio(items: readonly Exposure[]): number {
  let [least, most] = [Infinity, 0];
  for (const { shown, age } of items) {
    if (age <= GROWN_UP_MS) continue;
    least = Math.min(least, shown);
    most = Math.max(most, shown);
  }
  return most === 0 ? 1 : most / least;
}
