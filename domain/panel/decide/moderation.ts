import { decisionInForce } from '../verdicts.js';
import type { DocketEvent, HouseRule, PanelEvent, RecordEvent } from '../events.js';
import type { Intent } from '../intents.js';
import { NOTE_MAX, UNDO_MS } from '../limits.js';
import { facts, factsErasing, refuse, type Done } from '../outcome.js';
import type { Decision, Item, PanelState } from '../state.js';
import { findHeld } from './desk.js';
import { findItem, findOptionalRule, findRule, isPublic, noted, published } from './finding.js';
import type { Scene } from './scene.js';
import { readBody, readNote } from './texts.js';

type Cause = Extract<RecordEvent, { type: 'Redacted' }>['cause'];

/** An item whose parent was redacted meanwhile is published all the same: the tombstone keeps its place. */
export function publish(panel: PanelState, intent: Intent<'publish'>, scene: Scene): Done {
  const found = findHeld(panel, intent.contributionId, scene);
  if (!found.ok) return found;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  const decided = decision(found.item, scene, 'publish', null, note.text);
  return isPublic(found.item.standing) ? facts(decided) : facts(decided, published(panel, found.item));
}

export function decline(panel: PanelState, intent: Intent<'decline'>, scene: Scene): Done {
  const found = findHeld(panel, intent.contributionId, scene);
  if (!found.ok) return found;
  const named = findRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  return hiding(found.item, 'rule', named.rule, decision(found.item, scene, 'decline', named.rule, note.text));
}

export function askToRevise(panel: PanelState, intent: Intent<'askToRevise'>, scene: Scene): Done {
  const found = findHeld(panel, intent.contributionId, scene);
  if (!found.ok) return found;
  const named = findOptionalRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readBody('note', intent.note, NOTE_MAX);
  if (!note.ok) return note;

  return hiding(found.item, 'rule', named.rule, decision(found.item, scene, 'revise', named.rule, note.text));
}

/** Takes the decision in force back as if it had not been made. */
export function undoDecision(panel: PanelState, intent: Intent<'undoDecision'>, { seat, at }: Scene): Done {
  const found = findItem(panel, intent.contributionId);
  if (!found.ok) return found;
  const { item } = found;
  const inForce = decisionInForce(item);
  if (!inForce || inForce.by !== seat) return refuse('nothing-to-undo');
  if (at - inForce.at >= UNDO_MS) return refuse('undo-too-late');

  const undone: DocketEvent = { type: 'DecisionUndone', contributionId: item.id, by: seat };
  if (isPublic(inForce.from)) return showing(panel, item, undone);
  return hiding(item, 'undone', null, undone);
}

/** Decides again, at any time until the panel is archived. The earlier decision stays on the docket. */
export function reverseDecision(panel: PanelState, intent: Intent<'reverseDecision'>, scene: Scene): Done {
  const found = findItem(panel, intent.contributionId);
  if (!found.ok) return found;
  const { item } = found;
  const objection = cannotReverse(item, intent, scene);
  if (objection) return objection;
  const named =
    intent.verdict === 'decline' ? findRule(panel, intent.ruleId ?? '') : findOptionalRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readBody('note', intent.note, NOTE_MAX);
  if (!note.ok) return note;

  const reversed: DocketEvent = {
    type: 'DecisionReversed',
    contributionId: item.id,
    by: scene.seat,
    verdict: intent.verdict,
    rule: named.rule,
    body: noted(note.text),
  };
  return intent.verdict === 'publish' ? showing(panel, item, reversed) : hiding(item, 'reversed', named.rule, reversed);
}

/** Takes something published out of the record, whoever is reading it at the desk: harm does not wait for a lease. */
export function redact(panel: PanelState, intent: Intent<'redact'>, scene: Scene): Done {
  const found = findItem(panel, intent.contributionId);
  if (!found.ok) return found;
  const { item } = found;
  if (item.standing === 'redacted') return refuse('already-so');
  if (!isPublic(item.standing)) return refuse('not-published');
  if (item.author === scene.seat) return refuse('own-contribution');
  const named = findRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  return hiding(item, 'rule', named.rule, decision(item, scene, 'redact', named.rule, note.text));
}

function cannotReverse(item: Item, { verdict }: Intent<'reverseDecision'>, { seat }: Scene) {
  if (item.author === seat) return refuse('own-contribution');
  if (item.standing === 'withdrawn') return refuse('not-pending');
  if (item.standing === 'waiting' || item.standing === 'review') return refuse('not-held');
  const hidden = item.standing === 'declined' || item.standing === 'redacted';
  if (verdict === 'publish' ? item.standing === 'published' : hidden) return refuse('already-so');
  if (!decisionInForce(item)) {
    return refuse('nothing-to-undo', { message: 'Nobody has decided on this yet. Redact it instead.' });
  }
  return null;
}

function decision(
  item: Item,
  { seat }: Scene,
  verdict: Decision['verdict'],
  rule: HouseRule | null,
  note: string,
): DocketEvent {
  return { type: 'Decided', contributionId: item.id, by: seat, verdict, rule, body: noted(note) };
}

/** After this nobody reads the item: what was public leaves the record, words and all. */
function hiding(item: Item, cause: Cause, rule: HouseRule | null, fact: PanelEvent): Done {
  if (!isPublic(item.standing)) return facts(fact);

  const { id: contributionId, threadId } = item;
  return factsErasing([contributionId], fact, {
    type: 'Redacted',
    contributionId,
    threadId,
    cause,
    ruleId: rule?.id ?? null,
  });
}

/** After this everybody reads the item. */
function showing(panel: PanelState, item: Item, fact: PanelEvent): Done {
  return isPublic(item.standing) ? facts(fact) : facts(fact, published(panel, item));
}
