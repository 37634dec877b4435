import type { SeatId } from './roles.js';
import type { Appeal, Decision, DocketState, Item, Look } from './state.js';
import { decisionInForce } from './verdicts.js';

/** What the looks, decisions and appeals of an item say together: who may look next, and whether anybody has to. */

/** Looks at the text as it is now that decided nothing by themselves, oldest first. */
export function openLooks(item: Item): readonly Look[] {
  return item.looks.filter(({ state }) => state === 'open');
}

/** Looks that wait for somebody else’s, oldest first: at what is undecided, or at what would be declined instead of revised. */
export function pendingLooks(item: Item): readonly Look[] {
  if (isUndecided(item)) return openLooks(item);
  return item.standing === 'revise' ? openLooks(item).filter(({ reversal }) => reversal) : [];
}

/** What was said last about it and still counts: a look that waits for another, or the decision in force. */
export function lastWord(item: Item): Look | Decision | null {
  return pendingLooks(item).at(-1) ?? decisionInForce(item);
}

/** The appeal that waits for its answer: against the decision in force, which may have been lifted since. */
export function openAppeal(item: Item): Appeal | null {
  const last = item.appeals.at(-1);
  return last && last.answer === null && last.against === decisionInForce(item)?.order ? last : null;
}

/** The restriction that holds already and that somebody else has still to look at. */
export function owedSecondLook(item: Item): Decision | null {
  const inForce = decisionInForce(item);
  if (!inForce?.second || item.lapsed) return null;
  return item.appeals.some(({ against, answer }) => against === inForce.order && answer) ? null : inForce;
}

/** Whether the last decision that is in force has been appealed against, answered or not. */
export function isAppealed(item: Item): boolean {
  const inForce = decisionInForce(item);
  return inForce !== null && item.appeals.some(({ against }) => against === inForce.order);
}

/** It waits because an appeal was upheld, and nobody has decided on it since. */
export function isUpheld(item: Item): boolean {
  const answer = item.appeals.at(-1)?.answer;
  return item.standing === 'waiting' && answer?.outcome === 'overturned' && item.readyAt <= answer.at;
}

export function isUndecided({ standing }: Item): boolean {
  return standing === 'waiting' || standing === 'review';
}

/** Whether somebody has to look at it outside the order of turns. */
export function isLookDue(item: Item): boolean {
  if (isUndecided(item)) return item.flagged || openLooks(item).length > 0;
  return pendingLooks(item).length > 0 || owedSecondLook(item) !== null || openAppeal(item) !== null;
}

/** Since when a look is due, ms since the epoch. */
export function dueSince(item: Item): number {
  const since = pendingLooks(item).at(-1)?.at ?? openAppeal(item)?.at ?? owedSecondLook(item)?.at;
  return since ?? item.readyAt;
}

/**
 * Whether this moderator may be handed the item: not its author, nobody who knows them, and where others are to look
 * again, nobody who looked or decided before.
 */
export function mayLook(docket: Pick<DocketState, 'recusals'>, item: Item | undefined, seat: SeatId): boolean {
  if (!item || item.author === seat || docket.recusals.get(seat)?.includes(item.author)) return false;
  if (isUndecided(item)) return !openLooks(item).some(({ by }) => by === seat) && !isOverturnedOf(item, seat);
  return !isInvolved(item, seat) && !openAppeal(item)?.involved.includes(seat);
}

/** The item on which a look is due longest. Such looks cost its author no turn. */
export function dueLongest(items: readonly Item[]): Item | null {
  let first: Item | null = null;
  for (const item of items) if (isLookDue(item) && (!first || inOrderDue(item, first) < 0)) first = item;
  return first;
}

/** Appeals without an answer, and upheld ones on whose item nobody has decided since. */
export function countAppealsWaiting(docket: DocketState): number {
  const known = (ids: Iterable<string>) => [...ids].flatMap((id) => docket.items.get(id) ?? []);
  const unanswered = known(docket.looksDue.keys()).filter((item) => openAppeal(item));
  return unanswered.length + known(docket.waiting.keys()).filter(isUpheld).length;
}

/** Who looked, decided or answered, whether they took it back or not. */
export function isInvolved({ looks, decisions, appeals }: Item, seat: SeatId): boolean {
  return (
    looks.some(({ by }) => by === seat) ||
    decisions.some(({ by }) => by === seat) ||
    appeals.some(({ answer }) => answer?.by === seat)
  );
}

/** Everybody at the desk who had a hand in it: also whoever handed it on, or wrote a word on it for others. */
export function involvedIn({ looks, decisions, appeals, handedOnBy, notes }: Item): readonly SeatId[] {
  const acts = [...looks, ...decisions, ...appeals.flatMap(({ answer }) => answer ?? []), ...notes];
  return [...new Set([...acts.map(({ by }) => by), ...handedOnBy])];
}

/** Whose hand was in a restriction that fell on appeal. */
export function isOverturnedOf({ appeals }: Item, seat: SeatId): boolean {
  return appeals.some(({ answer, involved }) => answer?.outcome === 'overturned' && involved.includes(seat));
}

/** Whether this moderator knows the author, or was overturned here: nothing of it is theirs to decide any more. */
export function isBarred(docket: Pick<DocketState, 'recusals'>, item: Item, seat: SeatId): boolean {
  return docket.recusals.get(seat)?.includes(item.author) === true || isOverturnedOf(item, seat);
}

function inOrderDue(a: Item, b: Item): number {
  return dueSince(a) - dueSince(b) || (a.id < b.id ? -1 : 1);
}

/** How many moderators read it for the restriction in force: not those who did before an appeal or another text. */
export function readersOf(item: Item): number {
  const inForce = decisionInForce(item);
  const readers = new Set(item.looks.filter(({ state }) => state === 'open').map(({ by }) => by));
  const confirmed = item.decisions.filter(({ undone, second }) => !undone && second).map(({ by }) => by);
  for (const by of confirmed) readers.add(by);
  if (inForce) readers.add(inForce.by);
  return Math.max(1, readers.size);
}
