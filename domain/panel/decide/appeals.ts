import type { Intent } from '../intents.js';
import { APPEAL_MS, NOTE_MAX } from '../limits.js';
import { openAppeal } from '../looks.js';
import { facts, refuse, type Done } from '../outcome.js';
import type { PanelState, Phase } from '../state.js';
import { decisionInForce } from '../verdicts.js';
import { findHeld } from './desk.js';
import { findOptionalRule, findOwn, noted } from './finding.js';
import type { Scene } from './scene.js';
import { readBody, readNote } from './texts.js';

type Outcome = Intent<'answerAppeal'>['outcome'];

export function appeal(panel: PanelState, intent: Intent<'appeal'>, { seat, at }: Scene): Done {
  const found = findOwn(panel, intent.contributionId, seat);
  if (!found.ok) return found;
  const { item } = found;
  const inForce = decisionInForce(item);
  if (!inForce || inForce.verdict === 'publish') return refuse('nothing-to-appeal');
  if (item.appeals.some(({ against }) => against === inForce.order)) {
    return refuse('already-so', { message: 'You have appealed against this decision.' });
  }
  if (at - inForce.at > APPEAL_MS) return refuse('appeal-too-late');
  const note = readNote(intent.note);
  if (!note.ok) return note;

  return facts({ type: 'Appealed', contributionId: item.id, body: noted(note.text) });
}

/** By whoever holds it, and was not involved: the answer is in writing, whatever it is. */
export function answerAppeal(panel: PanelState, intent: Intent<'answerAppeal'>, scene: Scene): Done {
  const { contributionId, outcome } = intent;
  const found = findHeld(panel, contributionId, scene);
  if (!found.ok) return found;
  if (!openAppeal(found.item)) return refuse('no-appeal');
  const named = findOptionalRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const answer = readBody('answer', intent.answer, NOTE_MAX);
  if (!answer.ok) return answer;

  return facts({
    type: 'AppealAnswered',
    contributionId,
    by: scene.seat,
    outcome,
    ...(isTooLate(outcome, panel.record.phase) && { stands: true }),
    rule: named.rule ?? decisionInForce(found.item)?.rule ?? null,
    body: { answer: answer.text },
  });
}

/** Nothing is revised after the close, and nothing published after the archive. */
function isTooLate(outcome: Outcome, phase: Phase): boolean {
  if (outcome === 'overturned') return phase === 'archived';
  return outcome === 'modified' && phase !== 'open' && phase !== 'paused';
}
