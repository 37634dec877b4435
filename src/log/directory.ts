import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ForumSummary } from '../../domain/wire/views.js';
import { isUuid } from './numbers.js';
import { rowsOf } from './sql.js';
import type { StoredSummary } from './types.js';

const FORUM = `select forum_id as "forumId", slug, title, description from forum`;
const PANEL = `select panel_id as "panelId", forum_id as "forumId", access, record_seq as head, summary from panel`;

const CREATE = {
  name: 'forum-create',
  text: `insert into forum (forum_id, slug, title, description) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
};
const LIST = { name: 'forum-list', text: `${FORUM} order by created_at, forum_id` };
const FIND = { name: 'forum-find', text: `${FORUM} where forum_id = $1` };
const FIND_BY_SLUG = { name: 'forum-find-by-slug', text: `${FORUM} where slug = $1` };
const PANELS = {
  name: 'forum-panels',
  text: `${PANEL} where forum_id = $1 and summary is not null order by created_at, panel_id`,
};
const ALL_PANELS = {
  name: 'all-panels',
  text: `${PANEL} where summary is not null order by created_at desc, panel_id`,
};
const BY_ENDING = {
  name: 'panels-by-ending',
  text: `${PANEL} where summary is not null and right(panel_id::text, 8) = any($1::text[])
    order by created_at desc, panel_id`,
};
const PANEL_BY_ID = { name: 'forum-panel', text: `${PANEL} where panel_id = $1 and summary is not null` };
const EPOCH = { name: 'log-epoch', text: `select value from meta where key = 'epoch'` };
const EXTENT = {
  name: 'log-extent',
  text: `select coalesce(sum(record_seq), 0)::float8 as sum, coalesce(max(record_seq), 0) as biggest from panel`,
};

/** Forums and their timetables. A panel appears once it is drafted. */
@Injectable()
export class Forums {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** `exists`: the id or the slug is taken. */
  async create({ forumId, slug, title, description }: ForumSummary): Promise<'created' | 'exists'> {
    const made = await rowsOf(this.db, CREATE, [forumId, slug, title, description]);
    return made.length > 0 ? 'created' : 'exists';
  }

  list(): Promise<readonly ForumSummary[]> {
    return rowsOf<ForumSummary>(this.db, LIST, []);
  }

  async find(forumId: string): Promise<ForumSummary | null> {
    if (!isUuid(forumId)) return null;
    const [forum] = await rowsOf<ForumSummary>(this.db, FIND, [forumId]);
    return forum ?? null;
  }

  async findBySlug(slug: string): Promise<ForumSummary | null> {
    const [forum] = await rowsOf<ForumSummary>(this.db, FIND_BY_SLUG, [slug]);
    return forum ?? null;
  }

  async panelsOf(forumId: string): Promise<readonly StoredSummary[]> {
    if (!isUuid(forumId)) return [];
    const rows = await rowsOf<StoredPanel>(this.db, PANELS, [forumId]);
    return rows.map(summaryOf);
  }

  /** Of all forums, the latest first. */
  async allPanels(): Promise<readonly StoredSummary[]> {
    return (await rowsOf<StoredPanel>(this.db, ALL_PANELS, [])).map(summaryOf);
  }

  /** Whose ids end in one of these eight digits each, the latest first. */
  async panelsEnding(endings: readonly string[]): Promise<readonly StoredSummary[]> {
    return (await rowsOf<StoredPanel>(this.db, BY_ENDING, [endings])).map(summaryOf);
  }

  async panel(panelId: string): Promise<StoredSummary | null> {
    if (!isUuid(panelId)) return null;
    const [row] = await rowsOf<StoredPanel>(this.db, PANEL_BY_ID, [panelId]);
    return row ? summaryOf(row) : null;
  }

  /** Names this history of the database: a client that sees another one forgets what it has. */
  async epoch(): Promise<string> {
    const [row] = await rowsOf<{ value: string }>(this.db, EPOCH, []);
    if (!row) throw new Error('The database has no epoch: its table meta was emptied.');
    return row.value;
  }

  /** Entries of all records together, and of the longest. */
  async extent(): Promise<{ readonly sum: number; readonly biggest: number }> {
    const [row] = await rowsOf<{ sum: number; biggest: number }>(this.db, EXTENT, []);
    return row ?? { sum: 0, biggest: 0 };
  }
}

interface StoredPanel {
  readonly panelId: string;
  readonly forumId: string;
  readonly access: StoredSummary['access'];
  readonly head: number;
  readonly summary: StoredSummary;
}

/** The row knows best what it holds itself: the summary was written by whoever spoke last. */
function summaryOf({ summary, ...row }: StoredPanel): StoredSummary {
  return { ...summary, ...row };
}
