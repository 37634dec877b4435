import type { DataSource } from 'typeorm';
import type { PanelEvent } from '../../domain/panel/events.js';
import { insert, seal } from './inserting.js';
import type { Session } from './sql.js';
import { inTransaction } from './sql.js';
import type { Draft, Heads, PanelRow, StoredSummary } from './types.js';

type Chunks<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

export interface PanelImport {
  readonly panel: PanelRow;
  /** Names what the panel is made from, so that the same source is never imported twice. */
  readonly source: string;
  /** In the order of the record and docket, with their original times. Must not query the database. */
  readonly entries: Chunks<{ readonly at: number; readonly event: PanelEvent }>;
  /** Oldest first. Must not query the database. */
  readonly ballots: Chunks<Draft['ballots'][number]>;
  /** Asked once, after the last entry was taken. */
  readonly summary: () => StoredSummary;
  readonly onProgress?: (done: { readonly entries: number; readonly ballots: number }) => void;
}

const CLAIM = {
  name: 'import-claim',
  text: `insert into panel (panel_id, forum_id, access, source) values ($1, $2, $3, $4)
    on conflict (source) do nothing returning panel_id as "panelId"`,
};

const KNOWN = { name: 'import-known', text: `select panel_id as "panelId" from panel where source = $1` };

const AT_ONCE = 1_000;

/** The whole panel in one transaction: all of it or nothing. A source that is there already is left as it is. */
export async function importPanel(
  db: DataSource,
  { panel, source, entries, ballots, summary, onProgress }: PanelImport,
): Promise<{ readonly panelId: string; readonly imported: boolean }> {
  return inTransaction(db, async (session) => {
    const claimed = await session.rows<{ panelId: string }>(CLAIM, [
      panel.panelId,
      panel.forumId,
      panel.access,
      source,
    ]);
    if (claimed.length === 0) return { panelId: await knownPanel(session, source), imported: false };

    const done = { entries: 0, ballots: 0 };
    let heads: Heads = { panelSeq: 0, record: 0, docket: 0, erasures: 0 };

    for await (const chunk of rechunked(entries)) {
      const next = seal(heads, chunk);
      heads = next.heads;
      await insert(session, panel.panelId, { ...NOTHING, ...next });
      done.entries += chunk.length;
      onProgress?.({ ...done });
    }
    for await (const chunk of rechunked(ballots)) {
      await insert(session, panel.panelId, { ...NOTHING, heads, ballots: chunk });
      done.ballots += chunk.length;
      onProgress?.({ ...done });
    }
    await insert(session, panel.panelId, { ...NOTHING, heads, summary: summary() });
    return { panelId: panel.panelId, imported: true };
  });
}

const NOTHING = { sealed: [], receipts: [], ballots: [], summary: null };

async function knownPanel(session: Session, source: string): Promise<string> {
  const [known] = await session.rows<{ panelId: string }>(KNOWN, [source]);
  if (!known) throw new Error(`The panel imported from ${source} is there and not there.`);
  return known.panelId;
}

async function* rechunked<T>(chunks: Chunks<T>): AsyncGenerator<readonly T[]> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += AT_ONCE) yield chunk.slice(start, start + AT_ONCE);
  }
}
