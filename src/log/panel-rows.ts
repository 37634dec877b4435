import type { DataSource } from 'typeorm';
import type { Heads, PanelRow } from './types.js';
import { isUuid } from './numbers.js';
import type { Session } from './sql.js';
import { rowsOf } from './sql.js';

export class NoSuchPanel extends Error {
  override readonly name = 'NoSuchPanel';

  constructor(readonly panelId: string) {
    super(`There is no panel ${panelId} in this database.`);
  }
}

const HEADS = `panel_seq as "panelSeq", record_seq as record, docket_seq as docket, erasures`;

const CREATE = {
  name: 'panel-create',
  text: `insert into panel (panel_id, forum_id, access) values ($1, $2, $3) on conflict (panel_id) do nothing returning 1`,
};

const FIND = {
  name: 'panel-find',
  text: `select panel_id as "panelId", forum_id as "forumId", access, ${HEADS} from panel where panel_id = $1`,
};

const HEADS_OF = {
  name: 'panel-heads',
  text: `select panel_id as "panelId", ${HEADS} from panel where panel_id = any($1::uuid[])`,
};

const LOCK = { name: 'panel-lock', text: `select ${HEADS} from panel where panel_id = $1 for update` };

export async function createPanel(
  db: DataSource,
  { panelId, forumId, access }: PanelRow,
): Promise<'created' | 'exists'> {
  const made = await rowsOf(db, CREATE, [panelId, forumId, access]);
  return made.length > 0 ? 'created' : 'exists';
}

export async function findPanel(db: DataSource, id: string): Promise<(PanelRow & { heads: Heads }) | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf<PanelRow & Heads>(db, FIND, [id]);
  if (!row) return null;

  const { panelId, forumId, access, ...heads } = row;
  return { panelId, forumId, access, heads };
}

export async function headsOf(db: DataSource, panelIds: readonly string[]): Promise<ReadonlyMap<string, Heads>> {
  const rows = await rowsOf<{ panelId: string } & Heads>(db, HEADS_OF, [panelIds.filter(isUuid)]);
  return new Map(rows.map(({ panelId, ...heads }) => [panelId, heads]));
}

/** Every writer of a panel waits here for the one before. */
export async function lockPanel(session: Session, panelId: string): Promise<Heads> {
  const [heads] = isUuid(panelId) ? await session.rows<Heads>(LOCK, [panelId]) : [];
  if (!heads) throw new NoSuchPanel(panelId);
  return heads;
}
