import { MILLI } from '../../amplify/queue/units.js';
import { isHeld, nextForDesk } from '../desk-order.js';
import { isUndecided, mayLook, openAppeal } from '../looks.js';
import type { DeskLane, DocketEvent } from '../events.js';
import type { Intent } from '../intents.js';
import { LEASE_MS, NOTE_MAX } from '../limits.js';
import { answering, facts, refuse, type Done, type Found, type Outcome } from '../outcome.js';
import { isChair } from '../policy.js';
import type { SeatId } from '../roles.js';
import type { Item, PanelState } from '../state.js';
import { findItem } from './finding.js';
import type { Scene } from './scene.js';
import { readBody } from './texts.js';

type FoundItem = Found<{ item: Item }>;
type Next = Outcome<{ contributionId: string | null }>;

/** One at a time: whoever still holds an item is given that one again, unless they pass it over; then it is given back. */
export function takeNext({ docket, record }: PanelState, intent: Intent<'takeNext'>, scene: Scene): Next {
  const { seat, at, actor } = scene;
  const passing = new Set(intent.passing);
  const held = [...docket.leased.keys()].filter((id) => isHeldBy(docket.items.get(id), seat, at));
  const kept = held.find((id) => !passing.has(id));
  const back = held
    .filter((id) => passing.has(id))
    .map((contributionId) => ({ type: 'Released' as const, contributionId }));
  if (kept !== undefined) return answering({ contributionId: kept }, ...back);

  const { review } = scene.queues;
  const appealsOnly = record.phase === 'archived';
  const next = nextForDesk(docket, { seat, at, chairs: isChair(actor), passing, appealsOnly }, review);
  if (!next) return answering({ contributionId: null }, ...back);
  return answering({ contributionId: next.item.id }, ...back, taken(next.item.id, next.lane, scene));
}

export function take(panel: PanelState, { contributionId }: Intent<'take'>, scene: Scene): Done {
  const found = findUndecided(panel, contributionId, scene);
  if (!found.ok) return found;
  if (isHeld(found.item, scene.at)) {
    return found.item.lease?.by === scene.seat ? refuse('already-so') : refuse('held-by-another');
  }

  return facts(taken(contributionId, scene.queues.review.has(contributionId, scene.at) ? 'override' : 'again', scene));
}

/** A turn costs its author one, whatever is decided; another look at what had its turn costs nothing. */
function taken(contributionId: string, lane: DeskLane, { seat, at, queues }: Scene): DocketEvent {
  const cost = lane === 'again' ? 0 : MILLI;
  return { type: 'Taken', contributionId, by: seat, until: at + LEASE_MS, lane, place: queues.review.nextPlace, cost };
}

export function renewLease(panel: PanelState, { contributionId }: Intent<'renewLease'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  return found.ok ? facts({ type: 'LeaseRenewed', contributionId, until: scene.at + LEASE_MS }) : found;
}

export function release(panel: PanelState, { contributionId }: Intent<'release'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  return found.ok ? facts({ type: 'Released', contributionId }) : found;
}

/** Hands what one holds on to a host. Once is enough: whoever takes it then decides, or gives it back. */
export function escalate(panel: PanelState, { contributionId, note }: Intent<'escalate'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  if (!found.ok) return found;
  if (!isUndecided(found.item)) return refuse('already-decided');
  if (found.item.escalation) {
    return refuse('already-so', { message: 'This was handed on already. Decide on it, or give it back.' });
  }
  const read = readBody('note', note, NOTE_MAX);
  if (!read.ok) return read;

  return facts({ type: 'Escalated', contributionId, by: scene.seat, body: { note: read.text } });
}

/** An item still to be decided that this moderator, who did not write it, holds at this moment. */
export function findHeld(panel: PanelState, id: string, scene: Scene): FoundItem {
  const found = findUndecided(panel, id, scene);
  if (!found.ok) return found;
  if (!isHeld(found.item, scene.at)) return refuse('not-held');
  return found.item.lease?.by === scene.seat ? found : refuse('held-by-another');
}

/** The same, where it is not an appeal that waits for its answer. */
export function findToDecide(panel: PanelState, id: string, scene: Scene): FoundItem {
  const found = findHeld(panel, id, scene);
  if (!found.ok || !openAppeal(found.item)) return found;
  return refuse('already-decided', { message: 'This is an appeal. Answer it in writing.' });
}

function findUndecided(panel: PanelState, id: string, { seat }: Scene): FoundItem {
  const found = findItem(panel, id);
  if (!found.ok) return found;
  if (found.item.standing === 'withdrawn') return refuse('not-pending');
  const { docket, record } = panel;
  if (!docket.waiting.has(id) && !docket.looksDue.has(id)) return refuse('already-decided');
  if (found.item.author === seat) return refuse('own-contribution');
  if (record.phase === 'archived' && !openAppeal(found.item)) return refuse('wrong-phase');
  // Whose it is must not be told by being refused another answer than for what others read.
  if (docket.recusals.get(seat)?.includes(found.item.author)) return refuse('held-by-another');
  return mayLook(docket, found.item, seat) ? found : refuse('involved');
}

function isHeldBy(item: Item | undefined, seat: SeatId, at: number): boolean {
  return item !== undefined && item.lease?.by === seat && isHeld(item, at);
}
