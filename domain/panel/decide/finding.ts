import type { HouseRule, RecordEvent } from '../events.js';
import { shownWords } from '../shown.js';
import { refuse, type Found } from '../outcome.js';
import type { SeatId } from '../roles.js';
import type { Contribution, Item, PanelState, Posed, Standing } from '../state.js';

export function findItem(panel: PanelState, id: string): Found<{ item: Item }> {
  const item = panel.docket.items.get(id);
  return item ? { ok: true, item } : refuse('no-such-contribution', { field: 'contributionId' });
}

export function findOwn(panel: PanelState, id: string, seat: SeatId): Found<{ item: Item }> {
  const found = findItem(panel, id);
  if (found.ok && found.item.author !== seat) return refuse('not-yours');
  return found;
}

/** Published and not redacted. What still waits does not exist for whoever asks here. */
export function findPublished(panel: PanelState, id: string): Found<{ contribution: Contribution }> {
  const contribution = panel.record.contributions.get(id);
  if (!contribution) return refuse('no-such-contribution', { field: 'contributionId' });
  return contribution.redacted ? refuse('not-published') : { ok: true, contribution };
}

export function findPosed(panel: PanelState, id: string): Found<{ contribution: Contribution; posed: Posed }> {
  const found = findPublished(panel, id);
  if (!found.ok) return found;

  const posed = panel.record.posed.find(({ contributionId }) => contributionId === id);
  return posed ? { ...found, posed } : refuse('not-posed');
}

export function findRule(panel: PanelState, ruleId: string): Found<{ rule: HouseRule }> {
  const rule = panel.record.rules.find(({ id }) => id === ruleId);
  return rule ? { ok: true, rule } : refuse('no-such-rule', { field: 'ruleId' });
}

/** The rule named, or null where none was. */
export function findOptionalRule(panel: PanelState, ruleId: string | undefined): Found<{ rule: HouseRule | null }> {
  return ruleId === undefined ? { ok: true, rule: null } : findRule(panel, ruleId);
}

/** Whether every reader sees an item of this standing. */
export function isPublic(standing: Standing): boolean {
  return standing === 'published' || standing === 'review';
}

/** The fact that brings an item’s words before everybody, for the first time or again at its place. */
export function published(panel: PanelState, item: Item): RecordEvent {
  return {
    type: 'ContributionPublished',
    contributionId: item.id,
    threadId: item.threadId,
    parentId: item.parentId,
    kind: item.kind,
    ...(panel.record.contributions.has(item.id) && { again: true }),
    body: shownWords(item),
  };
}

/** A body for what somebody added in words; nothing to keep where they added none. */
export function noted(note: string): { readonly note: string } | null {
  return note === '' ? null : { note };
}
