import type { AmplifyQueue } from './queue.js';
import type { Chosen } from './rule.js';

/** Why somebody stands where they stand. For their own eyes; a renderer makes the sentence. */
export interface Explanation {
  /** From 1; null beyond what was looked at. */
  readonly place: number | null;
  readonly waitedMs: number;
  /** Has had no turn here yet. */
  readonly first: boolean;
  /** Groups they count for and the turns these are owed. */
  readonly owed: readonly { readonly group: string; readonly turns: number }[];
}

/** How far a place is told. */
const PLACES = 100;

/** `order` is a preview, which serves everybody who asks at the same moment. Null for who does not wait. */
export function explain(
  queue: AmplifyQueue,
  person: string,
  at: number,
  order: readonly Chosen[] = queue.preview(PLACES),
): Explanation | null {
  const ready = queue.readyOf(person);
  if (ready === null) return null;
  const index = order.findIndex((chosen) => chosen.person === person);
  return {
    place: index === -1 ? null : index + 1,
    waitedMs: Math.max(0, at - ready),
    first: queue.isFirst(person),
    owed: queue.owedTo(person),
  };
}
