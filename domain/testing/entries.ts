import type { DocketEvent, Entry, PanelEvent, RecordEvent } from '../panel/events.js';
import { fold, initialState } from '../panel/evolve.js';
import { journalOf } from '../panel/journals.js';
import { PanelQueues } from '../panel/queues/panel-queues.js';
import type { Profiles, ReviewTurns } from '../panel/queues/review-turns.js';
import type { PanelState } from '../panel/state.js';

/** Numbers events as the log would; each is a second after the one before, the first at `from` ms. */
export function entriesOf(events: readonly PanelEvent[], from = 0): Entry[] {
  const seq = { record: 0, docket: 0 };
  return events.map((event, index) => {
    const journal = journalOf(event);
    return { journal, seq: ++seq[journal], panelSeq: index + 1, at: from + index * 1000, event };
  });
}

export function panelOf(...events: readonly PanelEvent[]): PanelState {
  return fold(initialState, entriesOf(events));
}

/** Who is next after these entries. */
export function queuesOf(entries: Iterable<Entry>, profiles: Profiles = () => []): PanelQueues {
  const queues = new PanelQueues(profiles);
  for (const entry of entries) queues.apply(entry);
  return queues;
}

/** The panel after these events, each a second after the one before, and who is next at its desk. */
export function deskOf(...events: readonly PanelEvent[]): { readonly panel: PanelState; readonly review: ReviewTurns } {
  const entries = entriesOf(events);
  return { panel: fold(initialState, entries), review: queuesOf(entries).review };
}

export function published(contributionId: string, more: Partial<Of<'ContributionPublished'>> = {}): RecordEvent {
  const body = { text: `words of ${contributionId}`, lang: 'en', author: 'ana' };
  return {
    type: 'ContributionPublished',
    contributionId,
    threadId: 't',
    parentId: null,
    kind: 'question',
    body,
    ...more,
  };
}

export function redacted(contributionId: string): RecordEvent {
  return { type: 'Redacted', contributionId, threadId: 't', cause: 'rule', ruleId: 'r1' };
}

export function threadOpened(threadId = 't'): RecordEvent {
  return { type: 'ThreadOpened', threadId, body: { title: 'Rivers', lang: 'en', author: 'host' } };
}

export function submitted(contributionId: string, author = 'ana', more: Partial<Of<'Submitted'>> = {}): DocketEvent {
  const body = { text: `words of ${contributionId}`, lang: 'en', author };
  const base = { contributionId, threadId: 't', parentId: null, kind: 'question' as const };
  return { type: 'Submitted', ...base, path: 'waiting', body, ...more };
}

export function decided(contributionId: string, verdict: Of<'Decided'>['verdict'], by = 'mo'): DocketEvent {
  const rule = verdict === 'publish' ? null : { id: 'r1', title: 'On topic', text: 'Speak to the subject.' };
  return { type: 'Decided', contributionId, by, verdict, rule, body: { note: 'because' } };
}

type Of<T extends PanelEvent['type']> = Extract<PanelEvent, { type: T }>;
