import type { PooledReport } from '../amplify/report/panel-report.js';
import type { PanelSummary } from './views.js';

/** The pooled reports of a forum that the asker may read, the latest first. */
export interface ForumReports {
  /** The asker hosts the forum: they may ask for the next one, publish it, and read what moderation did. */
  readonly hosting: boolean;
  readonly reports: readonly PublishedPool[];
}

export interface PublishedPool {
  readonly reportId: string;
  readonly publishedAt: number;
  readonly panels: readonly PanelName[];
  readonly report: PooledReport;
}

export type PanelName = Pick<PanelSummary, 'panelId' | 'title'>;

/** What a pooled report published now would be over. */
export interface NextPool {
  readonly panels: readonly NextPanel[];
  /** Fewer cannot be published. */
  readonly least: number;
}

export interface NextPanel extends PanelName {
  /** The instant up to which groups too small for its own report count; null: they do no more. */
  readonly smallUntil: number | null;
}
