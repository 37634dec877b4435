import type { Entry } from '../events.js';
import type { SeatId } from '../roles.js';
import type { Item, PanelState } from '../state.js';

/** Something sent to be read, and until when its author waited at most: its withdrawal, or the end of the panel. */
export interface Asking {
  readonly item: Item;
  readonly end: number;
}

/** By author, in the order sent. What went through without waiting asked nobody for anything. */
export function askingsOf(
  entries: readonly Entry[],
  { docket }: PanelState,
  end: number,
): ReadonlyMap<SeatId, readonly Asking[]> {
  const through = throughOf(entries);
  const withdrawnAt = new Map<string, number>();
  for (const { event, at } of entries) if (event.type === 'Withdrawn') withdrawnAt.set(event.contributionId, at);

  const askings = new Map<SeatId, readonly Asking[]>();
  for (const [seat, { items }] of docket.authors) {
    const own = items.flatMap((id) => (through.has(id) ? [] : (docket.items.get(id) ?? [])));
    const asked = own.map((item) => ({ item, end: withdrawnAt.get(item.id) ?? end }));
    if (seat !== '' && asked.length > 0) askings.set(seat, asked);
  }
  return askings;
}

/** What was published without anybody reading it, then or later. */
export function throughOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ event }) =>
      event.type === 'Submitted' && event.path === 'through' ? [event.contributionId] : [],
    ),
  );
}
