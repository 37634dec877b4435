import type { SeatId } from '../roles.js';
import type { Intent } from '../intents.js';
import { PINNED_MAX } from '../limits.js';
import { answering, facts, refuse, type Done, type Outcome } from '../outcome.js';
import type { PanelState } from '../state.js';
import { findPosed, findPublished } from './finding.js';
import type { Scene } from './scene.js';
import { readBody, readLang } from './texts.js';

export function pose(panel: PanelState, intent: Intent<'pose'>, { at }: Scene): Done {
  const { contributionId, answerBy = null } = intent;
  const found = findPublished(panel, contributionId);
  if (!found.ok) return found;
  if (findPosed(panel, contributionId).ok) return refuse('already-so');
  if (answerBy !== null && answerBy <= at) {
    return refuse('bad-request', { field: 'answerBy', message: 'An answer can only be asked for by a time to come.' });
  }

  const respondents = [...new Set(intent.respondents)];
  return facts({
    type: 'QuestionPosed',
    contributionId,
    answerBy,
    body: respondents.length > 0 ? { respondents } : null,
  });
}

export function unpose(panel: PanelState, { contributionId }: Intent<'unpose'>): Done {
  const found = findPosed(panel, contributionId);
  return found.ok ? facts({ type: 'QuestionUnposed', contributionId }) : found;
}

/**
 * Publishes at once: whoever was asked before everybody answers before everybody. Several respondents may answer one
 * question, each with a reply of their own, and in a thread that is closed to others.
 */
export function answer(
  panel: PanelState,
  intent: Intent<'answer'>,
  { seat, newId }: Scene,
): Outcome<{ contributionId: string }> {
  if (panel.record.holding) return refuse('panel-not-open');
  const found = findPosed(panel, intent.contributionId);
  if (!found.ok) return found;
  const text = readBody('text', intent.text);
  if (!text.ok) return text;
  const lang = readLang(intent.lang, 'und');
  if (!lang.ok) return lang;

  const { id: parentId, threadId } = found.contribution;
  const said = {
    contributionId: newId,
    threadId,
    parentId,
    kind: 'reply',
    body: { text: text.text, lang: lang.lang, author: seat },
  } as const;
  return answering(
    { contributionId: newId },
    { type: 'Submitted', path: 'through', ...said },
    { type: 'ContributionPublished', ...said },
    { type: 'QuestionAnswered', contributionId: parentId, answerId: newId, body: { by: seat } },
  );
}

/** Answered aloud, by one of the panellists where the host names them. */
export function markAnswered(panel: PanelState, { contributionId, by }: Intent<'markAnswered'>): Done {
  const found = findPosed(panel, contributionId);
  if (!found.ok) return found;
  if (found.posed.answered) return refuse('already-so');

  return facts({ type: 'QuestionAnswered', contributionId, answerId: null, body: named(by) });
}

export function reopenQuestion(panel: PanelState, { contributionId }: Intent<'reopenQuestion'>): Done {
  const found = findPosed(panel, contributionId);
  if (!found.ok) return found;
  return found.posed.answered ? facts({ type: 'QuestionReopened', contributionId }) : refuse('already-so');
}

export function pin(panel: PanelState, { contributionId }: Intent<'pin'>): Done {
  const found = findPublished(panel, contributionId);
  if (!found.ok) return found;
  if (panel.record.pinned.includes(contributionId)) return refuse('already-so');
  if (panel.record.pinned.length >= PINNED_MAX) return refuse('pins-full');

  return facts({ type: 'ContributionPinned', contributionId });
}

export function unpin(panel: PanelState, { contributionId }: Intent<'unpin'>): Done {
  const found = findPublished(panel, contributionId);
  if (!found.ok) return found;
  return panel.record.pinned.includes(contributionId)
    ? facts({ type: 'ContributionUnpinned', contributionId })
    : refuse('already-so');
}

function named(by: SeatId | undefined): { readonly by: SeatId } | null {
  return by === undefined ? null : { by };
}
