import type { DataSource } from 'typeorm';
import { whole } from './numbers.js';
import { patternsOf } from './search-words.js';
import { rowsOf } from './sql.js';
import type { StoredEntry } from './stored.js';
import { ENTRY_COLUMNS, recordEntryOf } from './stored.js';
import type { RecordHit } from './types.js';

const SEARCH = {
  name: 'search-record',
  text: `select ${ENTRY_COLUMNS}
    from entry e join entry_body b on b.panel_id = e.panel_id and b.journal = e.journal and b.seq = e.seq
    where e.panel_id = $1 and e.journal = 'record' and e.seq < $2
      and e.type in ('ContributionPublished', 'ContributionRendered')
      and b.words like all ($3::text[])
      and not exists (
        select 1 from entry r
        where r.panel_id = e.panel_id and r.type = 'Redacted' and r.data->>'contributionId' = b.contribution_id and r.seq > e.seq
      )
    order by e.seq desc limit $4`,
};

/** Words that fold to nothing (vowel marks alone) are left out; without any word nothing is found. */
export async function searchRecord(
  db: DataSource,
  panelId: string,
  words: readonly string[],
  [before, limit]: readonly [number, number],
): Promise<readonly RecordHit[]> {
  const patterns = patternsOf(words);
  if (patterns.length === 0) return [];

  const rows = await rowsOf<StoredEntry>(db, SEARCH, [panelId, whole(before), patterns, whole(limit)]);
  return rows.map((row) => ({ entry: recordEntryOf(row) }));
}
