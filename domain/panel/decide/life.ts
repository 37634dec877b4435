import type { DocketEvent, RecordEvent, TreatmentTerms } from '../events.js';
import { HOUSE_RULES } from '../house-rules.js';
import type { Intent } from '../intents.js';
import { countAppealsWaiting } from '../looks.js';
import { facts, refuse, type Done } from '../outcome.js';
import type { PanelState } from '../state.js';
import { endOfSpeech } from './floor.js';
import type { Scene } from './scene.js';
import { readDescription, readLanguages, readLine, readRules } from './texts.js';

export function draftPanel(_panel: PanelState, intent: Intent<'draftPanel'>): Done {
  const title = readLine('title', intent.title);
  if (!title.ok) return title;
  const description = readDescription(intent.description);
  if (!description.ok) return description;
  const languages = readLanguages(intent.languages ?? []);
  if (!languages.ok) return languages;
  const rules = readRules(intent.rules ?? HOUSE_RULES);
  if (!rules.ok) return rules;

  const drafted: RecordEvent = {
    type: 'PanelDrafted',
    forumId: intent.forumId,
    title: title.text,
    description: description.text,
    languages: languages.languages,
    rules: rules.rules,
  };
  return facts(drafted, { type: 'TreatmentSet', ...TREATMENT });
}

/** How people are treated in a panel from its draft on. */
const TREATMENT: TreatmentTerms = {
  secondLook: 'on',
  differ: 'publish',
  screening: ['length', 'links', 'repeats', 'words'],
};

export function schedulePanel({ record }: PanelState, intent: Intent<'schedulePanel'>): Done {
  const { startsAt } = intent;
  const endsAt = intent.endsAt ?? null;
  if (endsAt !== null && endsAt <= startsAt) {
    return refuse('bad-request', { field: 'endsAt', message: 'A panel ends after it starts.' });
  }
  if (record.startsAt === startsAt && record.endsAt === endsAt) return refuse('already-so');

  return facts({ type: 'PanelScheduled', startsAt, endsAt });
}

export function openPanel(): Done {
  return facts({ type: 'PanelOpened' });
}

export function pausePanel(_panel: PanelState, intent: Intent<'pausePanel'>): Done {
  if (!intent.reason) return facts({ type: 'PanelPaused', reason: '' });

  const reason = readLine('reason', intent.reason);
  return reason.ok ? facts({ type: 'PanelPaused', reason: reason.text }) : reason;
}

export function resumePanel(): Done {
  return facts({ type: 'PanelResumed' });
}

/**
 * What waits at the desk does not hold the close up: it is decided afterwards. Whoever speaks has spoken, and no thread opens
 * any more.
 */
export function closePanel(panel: PanelState, _intent: Intent<'closePanel'>, { at }: Scene): Done {
  const ended = endOfSpeech(panel, at);
  return facts(...(ended ? [ended] : []), { type: 'PanelClosed' }, ...lapsedProposals(panel));
}

/** An appeal is owed its answer, and one that was upheld its decision, while something can still follow from them. */
export function archivePanel(panel: PanelState): Done {
  const count = countAppealsWaiting(panel.docket);
  if (count > 0) return refuse('appeals-wait', { count, message: appealsFirst(count) });
  return facts(...lapsedItems(panel), ...lapsedProposals(panel), { type: 'PanelArchived' });
}

/** Whatever still waits has its end, which its author is told: nobody decided on it, and that is no decline. */
function lapsedItems({ docket }: PanelState): readonly DocketEvent[] {
  const ids = new Set([...docket.waiting.keys(), ...docket.looksDue.keys()]);
  return [...ids].sort().map((contributionId) => ({ type: 'Lapsed', contributionId }));
}

function lapsedProposals({ docket }: PanelState): readonly DocketEvent[] {
  const waiting = [...docket.proposals.values()].filter(({ decision, lapsed }) => decision === null && !lapsed);
  return waiting
    .map(({ id }) => id)
    .sort()
    .map((threadId) => ({ type: 'ThreadProposalLapsed', threadId }));
}

function appealsFirst(count: number): string {
  const wait = count === 1 ? 'One appeal waits' : `Appeals wait (${count})`;
  return `${wait} for an answer, or for the decision that follows from it. Somebody not involved takes them at the desk.`;
}
