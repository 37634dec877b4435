import type { GroupTerms } from '../../panel/events.js';
import { DEFAULT_RULE } from '../queue/rule.js';
import { FLOOR_MAX, FLOOR_MIN } from './terms.js';

/** A share that cannot be kept as promised. All in basis points. Nothing breaks: the queue degrades gently. */
export type FloorWarning =
  | { readonly kind: 'out-of-bounds'; readonly group: string; readonly least: number; readonly most: number }
  /** Less than one turn in as many as are expected. */
  | { readonly kind: 'under-one-turn'; readonly group: string; readonly least: number }
  /** More than the places the queue gives by balance: the others go to the longest wait. */
  | { readonly kind: 'over-balance'; readonly group: string; readonly most: number }
  /** Groups without a common member, which together leave too little open. */
  | { readonly kind: 'axis-full'; readonly axis: string; readonly sum: number; readonly most: number };

export const AXIS_MOST = 9_000;

export interface Expected {
  readonly turns: number;
  /** R of the queue; null where no place goes to the longest wait. */
  readonly every?: number | null;
}

export function warningsOf(
  groups: readonly GroupTerms[],
  { turns, every = DEFAULT_RULE.every }: Expected,
): readonly FloorWarning[] {
  const least = leastFloor(turns);
  const most = every === null ? FLOOR_MAX : Math.floor(10_000 * (1 - 1 / every));
  const single = groups.flatMap(({ id: group, floor }): FloorWarning[] => {
    if (floor < FLOOR_MIN || floor > FLOOR_MAX) {
      return [{ kind: 'out-of-bounds', group, least: FLOOR_MIN, most: FLOOR_MAX }];
    }
    if (floor > most) return [{ kind: 'over-balance', group, most }];
    return floor < least ? [{ kind: 'under-one-turn', group, least }] : [];
  });
  const full = [...sumsByAxis(groups)].flatMap(([axis, sum]): FloorWarning[] =>
    sum > AXIS_MOST ? [{ kind: 'axis-full', axis, sum, most: AXIS_MOST }] : [],
  );
  return [...single, ...full];
}

/** So that a group is due at least one of these turns. */
export function leastFloor(turns: number): number {
  return turns > 0 ? Math.min(FLOOR_MAX, Math.max(FLOOR_MIN, Math.ceil(10_000 / turns))) : FLOOR_MIN;
}

/** What the groups of each axis are promised together. Shares of groups that may overlap are not to be added up. */
export function sumsByAxis(groups: readonly GroupTerms[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { axis, floor } of groups) if (axis !== null) sums.set(axis, (sums.get(axis) ?? 0) + floor);
  return sums;
}
