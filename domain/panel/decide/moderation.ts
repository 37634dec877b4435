import { decisionInForce } from '../verdicts.js';
import type { DocketEvent } from '../events.js';
import type { Intent } from '../intents.js';
import { NOTE_MAX, UNDO_MS } from '../limits.js';
import { isAppealed, isBarred, lastWord, openAppeal, pendingLooks } from '../looks.js';
import { facts, refuse, type Done, type Refused } from '../outcome.js';
import type { Decision, Item, Look, PanelState } from '../state.js';
import { findToDecide } from './desk.js';
import { decision, hiding, owesSecond, reversing, showing, takenBack } from './effects.js';
import { findItem, findOptionalRule, findRule, isPublic, noted } from './finding.js';
import type { Scene } from './scene.js';
import { declining, look, publishing } from './second-look.js';
import { readBody, readNote } from './texts.js';

/** An item whose parent was redacted meanwhile is published all the same: the tombstone keeps its place. */
export function publish(panel: PanelState, intent: Intent<'publish'>, scene: Scene): Done {
  const found = findToDecide(panel, intent.contributionId, scene);
  if (!found.ok) return found;
  const note = readNote(intent.note);
  return note.ok ? publishing(panel, found.item, scene, { note: note.text }) : note;
}

export function decline(panel: PanelState, intent: Intent<'decline'>, scene: Scene): Done {
  const found = findToDecide(panel, intent.contributionId, scene);
  if (!found.ok) return found;
  const named = findRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  return declining(panel, found.item, scene, { rule: named.rule, note: note.text });
}

export function askToRevise(panel: PanelState, intent: Intent<'askToRevise'>, scene: Scene): Done {
  const found = findToDecide(panel, intent.contributionId, scene);
  if (!found.ok) return found;
  const named = findOptionalRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readBody('note', intent.note, NOTE_MAX);
  if (!note.ok) return note;

  return hiding(
    found.item,
    'rule',
    named.rule,
    decision(found.item, scene, 'revise', { rule: named.rule, note: note.text }),
  );
}

/** Takes one’s decision in force back as if it had not been made, or one’s look that waits for another’s. */
export function undoDecision(panel: PanelState, intent: Intent<'undoDecision'>, { seat, at }: Scene): Done {
  const found = findItem(panel, intent.contributionId);
  if (!found.ok) return found;
  const { item } = found;
  const last = lastWord(item);
  if (!last || last.by !== seat) return refuse('nothing-to-undo');
  if (at - last.at >= UNDO_MS) return refuse('undo-too-late');
  if (openAppeal(item)) return refuse('appeals-wait', { count: 1 });
  if (isAppealed(item) || isOnAppeal(last)) return refuse('nothing-to-undo', { message: ANSWERED });

  return takenBack(panel, item, seat);
}

/** Decides again, at any time until the panel is archived. The earlier decision stays on the docket. */
export function reverseDecision(panel: PanelState, intent: Intent<'reverseDecision'>, scene: Scene): Done {
  const found = findItem(panel, intent.contributionId);
  if (!found.ok) return found;
  const { item } = found;
  const objection = cannotReverse(panel, item, intent, scene);
  if (objection) return objection;
  const named =
    intent.verdict === 'decline' ? findRule(panel, intent.ruleId ?? '') : findOptionalRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readBody('note', intent.note, NOTE_MAX);
  if (!note.ok) return note;
  if (named.rule && intent.verdict === 'decline' && isFirstDecline(panel, item)) {
    return facts(look(item, scene, 'decline', { rule: named.rule, note: note.text }));
  }

  if (named.rule && intent.verdict === 'decline' && item.standing !== 'revise') {
    return reversing(panel, item, scene, { rule: named.rule, note: note.text });
  }

  const { verdict } = intent;
  const by = scene.seat;
  const { rule } = named;
  const reversed = { type: 'DecisionReversed' as const, contributionId: item.id, by, verdict, rule };
  const fact: DocketEvent = { ...reversed, body: noted(note.text) };
  return verdict === 'publish' ? showing(panel, item, fact) : hiding(item, 'reversed', rule, fact);
}

/** Takes something published out of the record, whoever is reading it at the desk: harm waits for no lease and no second look. */
export function redact(panel: PanelState, intent: Intent<'redact'>, scene: Scene): Done {
  const found = findItem(panel, intent.contributionId);
  if (!found.ok) return found;
  const { item } = found;
  if (item.standing === 'redacted') return refuse('already-so');
  if (!isPublic(item.standing)) return refuse('not-published');
  if (item.author === scene.seat) return refuse('own-contribution');
  if (isBarred(panel.docket, item, scene.seat)) return refuse('involved');
  const named = findRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  const said = { rule: named.rule, note: note.text, ...owesSecond(panel) };
  return hiding(item, 'rule', named.rule, decision(item, scene, 'redact', said));
}

/** What was sent back to its author nobody else reads, so that declining it instead waits for a second moderator. */
function isFirstDecline({ record }: PanelState, item: Item): boolean {
  return item.standing === 'revise' && record.treatment.secondLook === 'on' && pendingLooks(item).length === 0;
}

/** What was answered to an appeal is no decision of one’s own to take back. */
function isOnAppeal(last: Look | Decision): boolean {
  return 'onAppeal' in last && last.onAppeal;
}

const ANSWERED = 'An appeal about this was answered: only a reversal changes it now.';

function cannotReverse(
  { docket }: PanelState,
  item: Item,
  { verdict }: Intent<'reverseDecision'>,
  { seat }: Scene,
): Refused | null {
  if (item.author === seat) return refuse('own-contribution');
  if (isBarred(docket, item, seat)) return refuse('involved');
  if (openAppeal(item)) return refuse('appeals-wait', { count: 1 });
  if (pendingLooks(item).some(({ by }) => by === seat)) return refuse('already-so');
  if (item.standing === 'withdrawn') return refuse('not-pending');
  if (item.standing === 'waiting' || item.standing === 'review') return refuse('not-held');
  const hidden = item.standing === 'declined' || item.standing === 'redacted';
  if (verdict === 'publish' ? item.standing === 'published' : hidden) return refuse('already-so');
  if (!decisionInForce(item)) {
    return refuse('nothing-to-undo', { message: 'Nobody has decided on this yet. Redact it instead.' });
  }
  return null;
}
