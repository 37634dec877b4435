import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import type { Transparency } from '../../domain/panel/report/transparency.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { ForumReports, NextPool, PublishedPool } from '../../domain/wire/reports.js';
import { call } from './api.js';

/** Refused until it is published. */
export function panelReport(panelId: string): Promise<Reply<PanelReport> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report`);
}

export function reportState(panelId: string): Promise<Reply<{ readonly published: boolean }> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report/state`);
}

/** For who hosts, once it is published. `groups` null: it is forgotten who belonged to them. */
export function watchedGroups(
  panelId: string,
): Promise<Reply<{ readonly groups: readonly { readonly title: string }[] | null }> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report/watch`);
}

/** Once, by who hosts, after the archive. */
export function publishReport(panelId: string): Promise<Reply<PanelReport> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report`, {});
}

/** Where the same figures are kept as files. */
export function reportFiles(panelId: string): Readonly<Record<'json' | 'csv', string>> {
  return filesAt(`/api/panels/${encodeURIComponent(panelId)}/report`);
}

/** Over several panels of a forum, those this reader may read. `forum` is an id or a slug, here and below. */
export function forumReports(forum: string): Promise<Reply<ForumReports> | null> {
  return call(`/forums/${encodeURIComponent(forum)}/reports`);
}

/** For hosts of the forum, as all that follows. */
export function nextPool(forum: string): Promise<Reply<NextPool> | null> {
  return call(`/forums/${encodeURIComponent(forum)}/reports/next`);
}

/** Once, over all panels that wait: refused where these are not they any more. */
export function publishPool(forum: string, panelIds: readonly string[]): Promise<Reply<PublishedPool> | null> {
  return call(`/forums/${encodeURIComponent(forum)}/reports`, { panelIds });
}

export function transparency(forum: string): Promise<Reply<Transparency> | null> {
  return call(`/forums/${encodeURIComponent(forum)}/transparency`);
}

export function forumReportFiles(forum: string): Readonly<Record<'json' | 'csv', string>> {
  return filesAt(`/api/forums/${encodeURIComponent(forum)}/reports`);
}

export function transparencyFiles(forum: string): Readonly<Record<'json' | 'csv', string>> {
  return filesAt(`/api/forums/${encodeURIComponent(forum)}/transparency`);
}

function filesAt(path: string): Readonly<Record<'json' | 'csv', string>> {
  return { json: path, csv: `${path}.csv` };
}
