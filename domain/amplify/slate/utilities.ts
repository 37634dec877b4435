/** A group that agrees an item is worth at least `theta` to each of them, while nothing in the slate is. */
export interface WorseOff {
  readonly size: number;
  readonly item: number;
  readonly theta: number;
  /** The group in seats it could fill. */
  readonly alpha: number;
}

/**
 * The largest group left out where support comes in degrees: over all items outside `slate` and all θ, those for whom
 * everything in the slate is worth less than θ and the item at least θ. Ties: the earlier item, then the lower θ.
 * One row a voter, one utility an item; O(voters · items · log voters).
 */
export function worseOff(utilities: readonly (readonly number[])[], slate: readonly number[], seats: number) {
  const best = utilities.map((row) => slate.reduce((most, item) => Math.max(most, row[item] ?? 0), -Infinity));
  const items = utilities[0]?.length ?? 0;
  let worst: WorseOff | null = null;
  for (let item = 0; item < items; item++) {
    if (slate.includes(item)) continue;

    const { size, theta } = crowdedPoint(utilities.flatMap((row, i) => interval(best[i] ?? 0, row[item] ?? 0)));
    if (size > (worst?.size ?? 0)) worst = { size, item, theta, alpha: (size * seats) / utilities.length };
  }
  return worst;
}

interface Interval {
  /** Not in it. */
  readonly above: number;
  /** In it. */
  readonly upTo: number;
}

function interval(above: number, upTo: number): readonly Interval[] {
  return above < upTo ? [{ above, upTo }] : [];
}

/** The lowest point that lies in most intervals: one of their upper ends. */
function crowdedPoint(intervals: readonly Interval[]): { size: number; theta: number } {
  const starts = Float64Array.from(intervals, ({ above }) => above).sort();
  const ends = Float64Array.from(intervals, ({ upTo }) => upTo).sort();
  let best = { size: 0, theta: 0 };
  let begun = 0;
  for (const [ended, theta] of ends.entries()) {
    // Of equal ends the first counts them all.
    if (theta === ends[ended - 1]) continue;
    while (begun < starts.length && (starts[begun] ?? 0) < theta) begun++;
    if (begun - ended > best.size) best = { size: begun - ended, theta };
  }
  return best;
}
