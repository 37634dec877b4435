import { ESCALATION_MS } from './limits.js';
import type { SeatId } from './roles.js';
import type { DocketState, Item } from './state.js';

/** Who asks for an item, and when. */
export interface Taker {
  readonly seat: SeatId;
  readonly at: number;
  /** Hosts and owners: what others handed on comes to them first. */
  readonly chairs: boolean;
  /** Items passed over this once; one of these that the taker holds counts as given back. */
  readonly passing?: ReadonlySet<string>;
}

/**
 * In which order the desk hands out items: one waiting item a person, whoever has waited longest first, and before all
 * others, to hosts, what was handed on to them. Everything that depends on the order asks here.
 */
export function nextForDesk(docket: DocketState, taker: Taker): Item | null {
  const read = beingRead(docket, taker);
  let next: Item | null = null;
  for (const id of docket.waiting.keys()) {
    const item = docket.items.get(id);
    if (!item || !isFor(item, taker) || read.has(contender(item))) continue;
    if (!next || inOrderFor(taker, item, next) < 0) next = item;
  }
  return next;
}

/** Whoever handed an item on is not offered it again; other moderators are once hosts had their time. */
function isFor(item: Item, { seat, at, chairs, passing }: Taker): boolean {
  if (item.author === seat || passing?.has(item.id)) return false;
  if (!item.escalation) return true;
  return item.escalation.by !== seat && (chairs || at - item.escalation.at >= ESCALATION_MS);
}

function inOrderFor({ chairs }: Taker, a: Item, b: Item): number {
  const handedOn = chairs ? Number(b.escalation !== null) - Number(a.escalation !== null) : 0;
  return handedOn || inOrder(a, b);
}

/** Whose items moderators hold. */
function beingRead(docket: DocketState, { seat, at, passing }: Pick<Taker, 'seat' | 'at' | 'passing'>): Set<string> {
  const read = new Set<string>();
  for (const id of docket.leased.keys()) {
    const item = docket.items.get(id);
    if (!item || !isHeld(item, at) || (item.lease?.by === seat && passing?.has(id))) continue;
    read.add(contender(item));
  }
  return read;
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
