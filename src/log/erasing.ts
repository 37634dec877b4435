import type { Entry } from '../../domain/panel/events.js';
import type { Session } from './sql.js';
import { contributionOf } from './stored.js';

/** Which words go: those of a contribution that entered the record before `seq`. */
export interface Erasure {
  readonly contributionId: string;
  readonly before: number;
}

const ALLOW = { name: 'erase-allow', text: `select set_config('kurultai.erasing', 'on', true)` };

const ERASE = {
  name: 'erase-bodies',
  text: `delete from entry_body b using unnest($2::text[], $3::integer[]) as e(contribution_id, before)
    where b.panel_id = $1 and b.journal = 'record' and b.contribution_id = e.contribution_id and b.seq < e.before`,
};

/**
 * A contribution may be published again in the very transaction that took it back: only words older than its last
 * `Redacted` entry go. Where the transaction redacts nothing, all words on the record so far go.
 */
export function erasuresOf(
  contributionIds: readonly string[],
  entries: readonly Entry[],
  head: number,
): readonly Erasure[] {
  return contributionIds.map((contributionId) => {
    const redacted = entries.findLast(
      ({ event }) => event.type === 'Redacted' && event.contributionId === contributionId,
    );
    return { contributionId, before: redacted?.seq ?? head + 1 };
  });
}

export async function erase(session: Session, panelId: string, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  await session.rows(ALLOW, []);
  await session.rows(ERASE, [panelId, erasures.map((one) => one.contributionId), erasures.map((one) => one.before)]);
}

/** Entries as they stand after the erasure, for those who hold them from before. */
export function afterErasing(entries: readonly Entry[], erasures: readonly Erasure[]): readonly Entry[] {
  if (erasures.length === 0) return entries;
  return entries.map((entry) => (isErased(entry, erasures) ? withoutBody(entry) : entry));
}

function isErased({ journal, seq, event }: Entry, erasures: readonly Erasure[]): boolean {
  const id = contributionOf(event);
  return journal === 'record' && erasures.some(({ contributionId, before }) => contributionId === id && seq < before);
}

function withoutBody(entry: Entry): Entry {
  return 'body' in entry.event ? { ...entry, event: { ...entry.event, body: null } } : entry;
}
