import type { DeskLane } from './events.js';
import { ESCALATION_MS, HIDDEN_LOOK_MS, LOOK_LAG_MS } from './limits.js';
import { dueLongest, dueSince, mayLook, openAppeal, owedSecondLook } from './looks.js';
import type { Asking, ReviewTurns } from './queues/review-turns.js';
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
  /** After the archive nothing else is looked at. */
  readonly appealsOnly?: boolean;
}

export interface Next {
  readonly item: Item;
  readonly lane: DeskLane;
}

/**
 * In which order the desk hands out items: what one moderator has hidden and nobody else looked at within ten minutes before
 * all else, then what was handed on to hosts, and what somebody is to look at again
 * among what the Amplify queue gives. Everything that depends on the order asks here.
 */
export function nextForDesk(docket: DocketState, taker: Taker, review: ReviewTurns): Next | null {
  const free = freeFor(docket, taker);
  const overdue = dueLongest(free.filter((item) => isOverdue(item, taker.at)));
  if (overdue) return { item: overdue, lane: 'again' };
  const again = oldest(free.filter((item) => !review.has(item.id, taker.at) && comesFirst(item, taker)));
  if (again) return { item: again, lane: 'again' };
  const due = dueLongest(free.filter(({ escalation }) => !escalation));
  if (taker.appealsOnly) return due && { item: due, lane: 'again' };

  const { givenBack, excludes } = around(docket, taker);
  const turn = nextTurn(docket, { at: taker.at, givenBack, excludes }, review);
  if (due && (!turn || comesBefore(due, turn.item, taker.at))) return { item: due, lane: 'again' };
  if (turn) return turn;

  // What stands in no queue and is still undecided is never left lying.
  const isStray = (one: Item) =>
    !review.has(one.id, taker.at) && !one.escalation && !excludes(one.author || one.id, one.id);
  const stray = oldest(free.filter(isStray));
  return stray && { item: stray, lane: 'again' };
}

/**
 * Whoever the queue chooses. What everybody reads already is read afterwards in the order in which it came: its time stands
 * in the record, and beside it any other order would tell who is preferred.
 */
function nextTurn(docket: DocketState, asking: Asking, review: ReviewTurns): Next | null {
  const chosen = review.next(asking);
  const item = chosen && docket.items.get(chosen.item);
  if (!chosen || !item) return null;
  if (item.standing !== 'review') return { item, lane: chosen.lane };

  const published = [...docket.waiting.keys()]
    .flatMap((id) => docket.items.get(id) ?? [])
    .filter(({ standing }) => standing === 'review')
    .sort(inOrder);
  for (const one of published) {
    const excludes = (person: SeatId, id: string) => id !== one.id || asking.excludes(person, id);
    const first = review.next({ ...asking, excludes });
    if (first) return { item: one, lane: first.lane };
  }
  return { item, lane: chosen.lane };
}

/**
 * Whether a look that is due comes before somebody’s turn. An appeal shows that it is one and comes first. A second look
 * must not be known by its coming first: half of them do, by instants to the millisecond that nobody at the desk knows, and
 * all of them after five minutes.
 */
function comesBefore(due: Item, turn: Item, at: number): boolean {
  const since = dueSince(due);
  return openAppeal(due) !== null || at - since >= LOOK_LAG_MS || Math.floor(since + turn.readyAt) % 2 === 0;
}

/** What waits so long is hidden by one person alone: that nobody has looked again weighs more than that it is known. */
function isOverdue(item: Item, at: number): boolean {
  return owedSecondLook(item) !== null && !openAppeal(item) && at - dueSince(item) >= HIDDEN_LOOK_MS;
}

/** A lease holds until the instant `until`, not at it. */
export function isHeld(item: Item, at: number): boolean {
  return item.lease !== null && item.lease.until > at;
}

/** Handed on to a host: theirs before all else, and everybody’s after ten minutes but whoever handed it on. */
function comesFirst({ escalation }: Item, { seat, at, chairs }: Taker): boolean {
  if (!escalation || escalation.by === seat) return false;
  return chairs || at - escalation.at >= ESCALATION_MS;
}

/** Items that this moderator might be handed by what they are and by who holds them. */
function freeFor(docket: DocketState, { seat, at, passing, appealsOnly }: Taker): readonly Item[] {
  const free: Item[] = [];
  for (const id of new Set([...docket.waiting.keys(), ...docket.looksDue.keys()])) {
    const item = docket.items.get(id);
    if (!item || passing?.has(id) || isHeld(item, at) || !mayLook(docket, item, seat)) continue;
    if (!appealsOnly || openAppeal(item)) free.push(item);
  }
  return free;
}

/** Nobody is handed their own, what they pass over, or another item of somebody whom a moderator reads already. */
function around(docket: DocketState, { seat, at, passing }: Taker) {
  const read = new Set<string>();
  const givenBack = new Set<string>();
  for (const id of docket.leased.keys()) {
    const item = docket.items.get(id);
    if (!item || !isHeld(item, at)) continue;
    if (item.lease?.by === seat && passing?.has(id)) givenBack.add(id);
    else read.add(item.author || item.id);
  }
  return {
    givenBack,
    excludes: (person: SeatId, item: string) =>
      person === seat ||
      read.has(person) ||
      passing?.has(item) === true ||
      !mayLook(docket, docket.items.get(item), seat),
  };
}

function oldest(items: readonly Item[]): Item | null {
  return items.reduce<Item | null>((first, item) => (first && inOrder(first, item) < 0 ? first : item), null);
}

function inOrder(a: Item, b: Item): number {
  return a.readyAt - b.readyAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}
