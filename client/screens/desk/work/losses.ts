import type { Verdict } from '../../../../domain/panel/events.js';
import type { RefusalCode } from '../../../../domain/panel/refusals.js';
import type { DeskItem, DeskView } from '../../../../domain/wire/views.js';
import type { Intends } from './decisions.js';

/** An item that went out of a moderator’s hands without their doing, and what became of it. */
export interface Loss {
  readonly item: DeskItem;
  readonly how: 'lapsed' | 'held' | 'decided' | 'withdrawn';
  /** Who holds or decided it, where that is known. */
  readonly by: string | null;
  readonly verdict: Verdict | null;
}

const LOST: readonly RefusalCode[] = [
  'held-by-another',
  'already-decided',
  'not-held',
  'not-pending',
  'no-such-contribution',
];
/** The decision that was quicker is among the latest. */
const LATEST = 30;

export function isLost(code: RefusalCode): boolean {
  return LOST.includes(code);
}

/** `likely`: what is believed where neither the desk nor its history tells. */
export async function lossOf(
  store: Intends,
  desk: DeskView | null,
  item: DeskItem,
  likely: Loss['how'],
): Promise<Loss> {
  const loss = { item, verdict: null, by: null };
  const holder = desk?.others.find(({ items }) => items.some((one) => one.contributionId === item.contributionId));
  if (holder) return { ...loss, how: 'held', by: holder.name };

  const history = await store.history(undefined, LATEST);
  const made = history?.ok
    ? history.value.decisions.find(({ contributionId, undone }) => contributionId === item.contributionId && !undone)
    : undefined;
  if (made?.inForce) return { ...loss, how: 'decided', by: made.by.name, verdict: made.verdict };
  return { ...loss, how: likely };
}

export function likelyAfter(code: RefusalCode): Loss['how'] {
  if (code === 'held-by-another') return 'held';
  if (code === 'already-decided') return 'decided';
  return code === 'not-held' ? 'lapsed' : 'withdrawn';
}
