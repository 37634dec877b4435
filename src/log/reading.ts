import type { DataSource } from 'typeorm';
import type { Entry, RecordEntry } from '../../domain/panel/events.js';
import { whole } from './numbers.js';
import type { Session } from './sql.js';
import { rowsOf } from './sql.js';
import type { StoredEntry } from './stored.js';
import { ENTRIES_WITH_BODIES, ENTRY_COLUMNS, entryOf, recordEntryOf } from './stored.js';

const SELECT = `select ${ENTRY_COLUMNS} from ${ENTRIES_WITH_BODIES} where e.panel_id = $1`;

const AFTER = { name: 'read-after', text: `${SELECT} and e.panel_seq > $2 order by e.panel_seq limit $3` };

const RECORD_AFTER = {
  name: 'read-record-after',
  text: `${SELECT} and e.journal = 'record' and e.seq > $2 order by e.seq limit $3`,
};

const RECORD_BEFORE = {
  name: 'read-record-before',
  text: `${SELECT} and e.journal = 'record' and e.seq < $2 order by e.seq desc limit $3`,
};

/** Times on a record never go back, so the order of seqs is the order of times too. */
const RECORD_WINDOW = {
  name: 'read-record-window',
  text: `${SELECT} and e.journal = 'record' and e.at >= $2 and e.at < $3 order by e.seq limit $4`,
};

export async function readAfter(db: DataSource, panelId: string, panelSeq: number, limit: number) {
  const rows = await rowsOf<StoredEntry>(db, AFTER, [panelId, whole(panelSeq), whole(limit)]);
  return rows.map(entryOf);
}

/** Everything after a panelSeq, within the transaction that holds the panel’s lock. */
export async function missedBy(session: Session, panelId: string, panelSeq: number): Promise<readonly Entry[]> {
  const rows = await session.rows<StoredEntry>(AFTER, [panelId, whole(panelSeq), whole(Infinity)]);
  return rows.map(entryOf);
}

export async function readRecord(
  db: DataSource,
  panelId: string,
  after: number,
  limit: number,
): Promise<readonly RecordEntry[]> {
  const rows = await rowsOf<StoredEntry>(db, RECORD_AFTER, [panelId, whole(after), whole(limit)]);
  return rows.map(recordEntryOf);
}

export async function readRecordBefore(
  db: DataSource,
  panelId: string,
  before: number,
  limit: number,
): Promise<readonly RecordEntry[]> {
  const rows = await rowsOf<StoredEntry>(db, RECORD_BEFORE, [panelId, whole(before), whole(limit)]);
  return rows.map(recordEntryOf).reverse();
}

/** `from` and `to` in ms since 1970, `to` not included. */
export async function readRecordWindow(
  db: DataSource,
  panelId: string,
  [from, to]: readonly [number, number],
  limit: number,
): Promise<readonly RecordEntry[]> {
  const rows = await rowsOf<StoredEntry>(db, RECORD_WINDOW, [panelId, instant(from), instant(to), whole(limit)]);
  return rows.map(recordEntryOf);
}

function instant(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}
