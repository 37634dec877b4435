import type { Verdict } from './events.js';
import type { Decision, Item, Standing } from './state.js';

export const STANDING_AFTER: Readonly<Record<Verdict, Standing>> = {
  publish: 'published',
  decline: 'declined',
  revise: 'revise',
  redact: 'redacted',
};

/** The last decision not undone, unless the item has moved on since: came back from its author, or was withdrawn. */
export function decisionInForce(item: Item): Decision | null {
  const last = item.decisions.findLast(({ undone }) => !undone);
  return last && STANDING_AFTER[last.verdict] === item.standing ? last : null;
}
