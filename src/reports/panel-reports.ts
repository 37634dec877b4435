import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import { reportOf } from '../../domain/amplify/report/report.js';
import { reportInput } from '../../domain/panel/report/gather.js';
import { lastVotes } from '../log/ballots.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import type { Profiles, ProfileTable } from '../panels/profiles.js';
import { journalsOf } from './journals.js';
import { rows } from './sql.js';
import { forumTransparency, type ForumTransparency } from './transparency.js';

export const PROFILES = Symbol('profiles');
export const ON_PUBLISHED = Symbol('on published');
/** What follows from a report being published, elsewhere: what people counted for is to be forgotten. */
export type OnPublished = (panelId: string, at: number) => Promise<void>;

/** The report of a panel: computed once, from its journals and from what people counted for, and kept as it was published. */
@Injectable()
export class PanelReports {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SqlPanelLog) private readonly log: SqlPanelLog,
    @Inject(PROFILES) private readonly profiles: Profiles,
    @Inject(ON_PUBLISHED) private readonly onPublished: OnPublished,
  ) {}

  async published(panelId: string): Promise<PanelReport | null> {
    const [found] = await rows<{ report: PanelReport }>(
      this.database,
      'SELECT report FROM panel_report WHERE panel_id = $1',
      [panelId],
    );
    return found?.report ?? null;
  }

  /** The first time holds: publishing again changes nothing and answers what was published. */
  async publish(panelId: string, at: number): Promise<PanelReport> {
    const report = reportOf(await this.inputOf(panelId));
    await rows(
      this.database,
      `INSERT INTO panel_report (panel_id, published_at, report) VALUES ($1, $2, $3) ON CONFLICT (panel_id) DO NOTHING`,
      [panelId, new Date(at), JSON.stringify(report)],
    );
    await this.onPublished(panelId, at);
    return (await this.published(panelId)) ?? report;
  }

  /** null: there is no such forum. */
  transparency(idOrSlug: string): Promise<ForumTransparency | null> {
    return forumTransparency(this.database, idOrSlug);
  }

  /** Tells who belongs where: it never leaves this room but disclosed. */
  private async inputOf(panelId: string) {
    const table = await this.profiles.load(panelId);
    return reportInput({
      entries: await journalsOf(this.log, panelId),
      votes: await lastVotes(this.database, panelId),
      profiles: (seat, version) => table.get(seat)?.get(version) ?? [],
      claimsOf: (seat) => latestOf(table, seat),
    });
  }
}

function latestOf(table: ProfileTable, seat: string) {
  const versions = [...(table.get(seat) ?? [])].sort(([a], [b]) => b - a);
  return versions[0]?.[1] ?? [];
}
