import type { Entry, Journal, PanelEvent, RecordEntry, RecordEvent } from '../../domain/panel/events.js';
import { searchable } from './search-words.js';

/** An entry as the tables hold it: structure in one row for ever, words in another that can be erased. */
export interface StoredEntry {
  readonly journal: Journal;
  readonly seq: number;
  readonly panelSeq: number;
  readonly type: string;
  readonly data: object;
  readonly at: number;
  readonly commit: string | null;
  readonly body: unknown;
}

/** For the SELECT list: `e` is entry, `b` is entry_body. */
export const ENTRY_COLUMNS = `e.journal, e.seq, e.panel_seq as "panelSeq", e.type, e.data, e.at::float8 as at, e.commitment as commit, b.body`;

export const ENTRIES_WITH_BODIES = `entry e left join entry_body b
  on b.panel_id = e.panel_id and b.journal = e.journal and b.seq = e.seq and e.commitment is not null`;

export function entryOf({ journal, seq, panelSeq, at, ...stored }: StoredEntry): Entry {
  const entry = { journal, seq, panelSeq, at, event: eventOf(stored) };
  return stored.commit === null ? entry : { ...entry, commit: stored.commit };
}

export function recordEntryOf({ seq, at, ...stored }: StoredEntry): RecordEntry {
  const entry = { seq, at, event: eventOf(stored) as RecordEvent };
  return stored.commit === null ? entry : { ...entry, commit: stored.commit };
}

/** The structure of an event and, apart, what stands behind its commitment. A body that is null already stays structure. */
export function taken(event: PanelEvent): { readonly data: object; readonly body: object | null } {
  const { type: _, ...rest } = event;
  if (!('body' in rest) || rest.body === null || rest.body === undefined) return { data: rest, body: null };

  const { body, ...data } = rest;
  return { data, body };
}

export function contributionOf(event: PanelEvent): string | null {
  return 'contributionId' in event ? event.contributionId : null;
}

/** What search looks at; null for everything that is not the words of a contribution on the record. */
export function wordsOf(event: PanelEvent): string | null {
  if (event.type !== 'ContributionPublished' && event.type !== 'ContributionRendered') return null;
  return event.body && searchable(event.body.text);
}

function eventOf({ type, data, commit, body }: Pick<StoredEntry, 'type' | 'data' | 'commit' | 'body'>): PanelEvent {
  return (commit === null ? { type, ...data } : { type, ...data, body: body ?? null }) as PanelEvent;
}
