import type { SeatId } from './roles.js';
import type { DocketState, Item } from './state.js';

/**
 * In which order the desk hands out items: one waiting item a person, whoever has waited longest first. Everything that
 * depends on the order asks here.
 */
export function nextForDesk(docket: DocketState, desk: { readonly at: number; readonly for: SeatId }): Item | null {
  return waitingInOrder(docket, desk.at).find(({ author }) => author !== desk.for) ?? null;
}

/** What can be handed out at `at` (ms): the heads of all authors none of whose items is being read, in order. */
export function waitingInOrder(docket: DocketState, at: number): readonly Item[] {
  const read = new Set<string>();
  for (const id of docket.leased.keys()) {
    const item = docket.items.get(id);
    if (item && isHeld(item, at)) read.add(contender(item));
  }
  return headsInOrder(docket).filter((item) => !read.has(contender(item)));
}

/** Every author’s one item that stands in the order, whether somebody reads it already or not. */
export function headsInOrder(docket: DocketState): readonly Item[] {
  const heads = new Map<string, Item>();
  for (const id of docket.waiting.keys()) {
    const item = docket.items.get(id);
    if (!item) continue;

    const head = heads.get(contender(item));
    if (!head || inOrder(item, head) < 0) heads.set(contender(item), item);
  }
  return [...heads.values()].sort(inOrder);
}

/** How many people’s heads come before this item, its own author included. `heads` as `headsInOrder` gives them. */
export function placeOf(item: Item, heads: readonly Item[]): number {
  let before = 0;
  let after = heads.length;
  while (before < after) {
    const middle = (before + after) >>> 1;
    const head = heads[middle];
    if (head && inOrder(head, item) < 0) before = middle + 1;
    else after = middle;
  }
  const own = heads.findIndex((head) => contender(head) === contender(item));
  return own >= 0 && own < before ? before : before + 1;
}

/** A lease holds until the instant `until`, not at it. */
export function isHeld(item: Item, at: number): boolean {
  return item.lease !== null && item.lease.until > at;
}

function inOrder(a: Item, b: Item): number {
  return a.readyAt - b.readyAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** An item whose author was erased stands for itself. */
function contender(item: Item): string {
  return item.author || item.id;
}
