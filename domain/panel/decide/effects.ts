import type { DocketEvent, HouseRule, PanelEvent, RecordEvent } from '../events.js';
import { pendingLooks } from '../looks.js';
import { facts, factsErasing, type Done } from '../outcome.js';
import type { SeatId } from '../roles.js';
import type { Decision, Item, PanelState } from '../state.js';
import { decisionInForce } from '../verdicts.js';
import { isPublic, noted, published } from './finding.js';
import type { Scene } from './scene.js';

type Cause = Extract<RecordEvent, { type: 'Redacted' }>['cause'];

/** What whoever decides says with it. */
export interface Said {
  readonly rule?: HouseRule | null;
  readonly note: string;
  readonly bulk?: string;
  readonly second?: true;
}

export function decision(item: Item, { seat }: Scene, verdict: Decision['verdict'], said: Said): DocketEvent {
  const { rule = null, note, bulk, second } = said;
  const more = { ...(bulk !== undefined && { bulk }), ...(second && { second }) };
  return { type: 'Decided', contributionId: item.id, by: seat, verdict, rule, ...more, body: noted(note) };
}

/** After this nobody reads the item: what was public leaves the record, words and all. */
export function hiding(item: Item, cause: Cause, rule: HouseRule | null, fact: PanelEvent): Done {
  if (!isPublic(item.standing)) return facts(fact);

  const { id: contributionId, threadId } = item;
  const redacted = { type: 'Redacted', contributionId, threadId, cause, ruleId: rule?.id ?? null } as const;
  return factsErasing([contributionId], fact, redacted);
}

/** After this everybody reads the item. */
export function showing(panel: PanelState, item: Item, fact: PanelEvent): Done {
  return isPublic(item.standing) ? facts(fact) : facts(fact, published(panel, item));
}

/** Declines what somebody has published: with reasons, and looked at again by somebody else where second looks are on. */
export function reversing(
  panel: PanelState,
  item: Item,
  { seat }: Scene,
  { rule, note }: { readonly rule: HouseRule; readonly note: string },
): Done {
  const { id: contributionId } = item;
  const verdict = 'decline' as const;
  const reversed = { type: 'DecisionReversed' as const, contributionId, by: seat, verdict, rule, ...owesSecond(panel) };
  return hiding(item, 'reversed', rule, { ...reversed, body: noted(note) });
}

/** What one moderator takes away at once, another looks at afterwards. */
export function owesSecond({ record }: PanelState): { readonly second?: true } {
  return record.treatment.secondLook === 'on' ? { second: true } : {};
}

/** The latest look that waits for another, or else the decision in force, is as if it had not been. */
export function takenBack(panel: PanelState, item: Item, by: SeatId): Done {
  const undone: DocketEvent = { type: 'DecisionUndone', contributionId: item.id, by };
  if (pendingLooks(item).length > 0) return facts(undone);

  const from = decisionInForce(item)?.from ?? item.standing;
  return isPublic(from) ? showing(panel, item, undone) : hiding(item, 'undone', null, undone);
}
