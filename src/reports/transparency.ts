import type { DataSource } from 'typeorm';
import { transparencyOf, type Transparency } from '../../domain/panel/report/transparency.js';
import { Forums } from '../log/directory.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import { journalsOf } from './journals.js';

export interface ForumTransparency extends Transparency {
  readonly forum: { readonly slug: string; readonly title: string };
}

/** Of all panels of a forum, drafts included: what was decided there is decided. null: there is no such forum. */
export async function forumTransparency(database: DataSource, idOrSlug: string): Promise<ForumTransparency | null> {
  const forums = new Forums(database);
  const forum = (await forums.findBySlug(idOrSlug)) ?? (UUID.test(idOrSlug) ? await forums.find(idOrSlug) : null);
  if (!forum) return null;

  const log = new SqlPanelLog(database);
  const panels = await forums.panelsOf(forum.forumId);
  const journals = [];
  for (const { panelId } of panels) journals.push(await journalsOf(log, panelId));
  return { forum: { slug: forum.slug, title: forum.title }, ...transparencyOf(journals) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
