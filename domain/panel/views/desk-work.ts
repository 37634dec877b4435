import type { Choosable, Choosables, Worker } from '../../wire/views.js';
import { isHeld } from '../desk-order.js';
import { BULK_LIST_MAX, INBOUND_MS } from '../limits.js';
import { mayLook } from '../looks.js';
import type { SeatId } from '../roles.js';
import type { DocketState, Item, PanelState } from '../state.js';

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

export function inboundOf({ workload }: DocketState, at: number): number {
  const since = Math.floor((at - INBOUND_MS) / 60_000);
  return workload.inbound.filter(({ minute }) => minute > since).reduce((sum, { count }) => sum + count, 0);
}

/** What waits, for a decision on many: ids are random, so that their order tells neither time nor turn. */
export function choosables(
  panelId: string,
  { record, docket }: PanelState,
  { seat, at, label }: { readonly seat: SeatId; readonly at: number; readonly label?: string | undefined },
): Choosables {
  const free = [...docket.waiting.keys()]
    .map((id) => docket.items.get(id))
    .filter((item): item is Item => mayLook(docket, item, seat))
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
