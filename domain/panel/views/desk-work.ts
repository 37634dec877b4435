import type { Choosable, Choosables, DeskView, Worker } from '../../wire/views.js';
import { isHeld } from '../desk-order.js';
import { Keyed } from '../keyed.js';
import { BULK_LIST_MAX, INBOUND_MS } from '../limits.js';
import { mayLook } from '../looks.js';
import type { SeatId } from '../roles.js';
import { isFloodLabel } from '../screening/labels.js';
import type { DocketState, Item, PanelState } from '../state.js';

const KNOWING_NOBODY = { recusals: Keyed.empty<readonly SeatId[]>() };

type Leased = readonly { readonly lease: { readonly by: SeatId } }[];

/** How much each moderator has done, whoever did most first; not how they decided. */
export function workersOf(docket: DocketState, leased: Leased, nameOf: (seat: SeatId) => string): readonly Worker[] {
  const { moderators } = docket.workload;
  const seats = new Set([...moderators.keys(), ...leased.map(({ lease }) => lease.by)]);
  return [...seats]
    .map((seat) => ({
      seat,
      name: nameOf(seat),
      decisions: moderators.get(seat)?.decisions ?? 0,
      medianSeconds: median(moderators.get(seat)?.handlingMs ?? []),
      holding: leased.filter(({ lease }) => lease.by === seat).length,
    }))
    .sort((a, b) => b.decisions - a.decisions || (a.seat < b.seat ? -1 : 1));
}

/**
 * What is left: whether this moderator could take something now, and, where nothing at all is theirs, how many items others
 * have still to look at. Otherwise 0: that a second look is due somewhere would point at the item that comes next.
 */
export function leftFor(docket: DocketState, seat: SeatId, at: number): Pick<DeskView, 'free' | 'forOthers'> {
  const left = [...new Set([...docket.waiting.keys(), ...docket.looksDue.keys()])].map((id) => docket.items.get(id));
  const theirs = left.filter((item) => mayLook(docket, item, seat) && item?.escalation?.by !== seat);
  const free = theirs.some((item) => item && (!isHeld(item, at) || item.lease?.by === seat));
  return { free, forOthers: theirs.length === 0 ? left.length : 0 };
}

export function inboundOf({ workload }: DocketState, at: number): number {
  const since = Math.floor((at - INBOUND_MS) / 60_000);
  return workload.inbound.filter(({ minute }) => minute > since).reduce((sum, { count }) => sum + count, 0);
}

/**
 * What waits, for a decision on many: ids are random, so that their order tells neither time nor turn. While more comes in
 * it is only what screening put a word to: a list that shows when each came would tell, by what is read before what, who
 * is preferred. What a moderator may not decide on because they know its author stays in it: its absence would tell whose
 * it is.
 */
export function choosables(
  panelId: string,
  { record, docket }: PanelState,
  { seat, at, label }: { readonly seat: SeatId; readonly at: number; readonly label?: string | undefined },
): Choosables {
  const free = [...docket.waiting.keys()]
    .map((id) => docket.items.get(id))
    .filter((item): item is Item => mayLook(KNOWING_NOBODY, item, seat))
    .filter(({ labels }) => record.phase !== 'open' || labels.some(isFloodLabel))
    .filter((item) => !isHeld(item, at) || item.lease?.by === seat)
    .filter(({ labels }) => label === undefined || labels.includes(label))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const items = free.slice(0, BULK_LIST_MAX).map(({ id, kind, threadId, text, lang, labels }): Choosable => ({
    contributionId: id,
    kind,
    threadTitle: record.threads.get(threadId)?.title ?? '',
    text,
    lang,
    labels,
  }));
  return { panelId, items, more: free.length > items.length };
}

function median(times: readonly number[]): number | null {
  if (times.length === 0) return null;
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.round(middle / 1000);
}
