import { isHeld, nextForDesk } from '../desk-order.js';
import type { Intent } from '../intents.js';
import { LEASE_MS } from '../limits.js';
import { answering, facts, refuse, unchanged, type Done, type Found, type Outcome } from '../outcome.js';
import type { Item, PanelState } from '../state.js';
import { findItem } from './finding.js';
import type { Scene } from './scene.js';

type FoundItem = Found<{ item: Item }>;

/** One at a time: whoever still holds an item is given that one again. */
export function takeNext(
  { docket }: PanelState,
  _: Intent<'takeNext'>,
  scene: Scene,
): Outcome<{ contributionId: string | null }> {
  const { seat, at } = scene;
  for (const id of docket.leased.keys()) {
    const item = docket.items.get(id);
    if (item && item.lease?.by === seat && isHeld(item, at)) return unchanged({ contributionId: id });
  }

  const next = nextForDesk(docket, { at, for: seat });
  if (!next) return unchanged({ contributionId: null });
  return answering(
    { contributionId: next.id },
    { type: 'Taken', contributionId: next.id, by: seat, until: at + LEASE_MS },
  );
}

export function take(panel: PanelState, { contributionId }: Intent<'take'>, scene: Scene): Done {
  const found = findUndecided(panel, contributionId, scene);
  if (!found.ok) return found;
  if (isHeld(found.item, scene.at)) {
    return found.item.lease?.by === scene.seat ? refuse('already-so') : refuse('held-by-another');
  }

  return facts({ type: 'Taken', contributionId, by: scene.seat, until: scene.at + LEASE_MS });
}

export function renewLease(panel: PanelState, { contributionId }: Intent<'renewLease'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  return found.ok ? facts({ type: 'LeaseRenewed', contributionId, until: scene.at + LEASE_MS }) : found;
}

export function release(panel: PanelState, { contributionId }: Intent<'release'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  return found.ok ? facts({ type: 'Released', contributionId }) : found;
}

/** An item still to be decided that this moderator, who did not write it, holds at this moment. */
export function findHeld(panel: PanelState, id: string, scene: Scene): FoundItem {
  const found = findUndecided(panel, id, scene);
  if (!found.ok) return found;
  if (!isHeld(found.item, scene.at)) return refuse('not-held');
  return found.item.lease?.by === scene.seat ? found : refuse('held-by-another');
}

function findUndecided(panel: PanelState, id: string, { seat }: Scene): FoundItem {
  const found = findItem(panel, id);
  if (!found.ok) return found;
  if (found.item.standing === 'withdrawn') return refuse('not-pending');
  if (!panel.docket.waiting.has(id)) return refuse('already-decided');
  return found.item.author === seat ? refuse('own-contribution') : found;
}
