import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import { partOf, type Part } from '../../domain/amplify/report/part.js';
import { reportOf } from '../../domain/amplify/report/report.js';
import { watchedGroups } from '../../domain/amplify/report/treatment.js';
import type { Endings } from '../panels/profiles.js';
import { Inputs } from './inputs.js';
import { rows } from './sql.js';
import { forumTransparency, type ForumTransparency } from './transparency.js';

export const ENDINGS = Symbol('endings');

export interface Kept {
  readonly at: number;
  readonly report: PanelReport;
  /** null: it adds nothing to reports over several panels. */
  readonly part?: Part | null;
}

/** The report of a panel: computed once, from its journals and from what people counted for, and kept as it was published. */
@Injectable()
export class PanelReports {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Inputs) private readonly inputs: Inputs,
    @Inject(ENDINGS) private readonly endings: Endings<EntityManager>,
  ) {}

  async published(panelId: string): Promise<PanelReport | null> {
    const [found] = await rows<{ report: PanelReport }>(
      this.database,
      'SELECT report FROM panel_report WHERE panel_id = $1',
      [panelId],
    );
    return found?.report ?? null;
  }

  /**
   * The first time holds: publishing again changes nothing and answers what was published. null: it is forgotten who belonged
   * to which group.
   */
  async publish(panelId: string, at: number): Promise<PanelReport | null> {
    const published = await this.published(panelId);
    if (published) return published;

    const input = await this.inputs.of(panelId);
    if (input.groups.length > 0 && (await this.endings.isForgotten(panelId))) return null;
    const report = reportOf(input);
    return this.keep(panelId, { at, report, part: partOf(input, report) });
  }

  /** Groups to watch over more panels; never published. null: it is forgotten who belonged to which group. */
  async watched(panelId: string): Promise<ReturnType<typeof watchedGroups> | null> {
    const input = await this.inputs.of(panelId);
    return (await this.endings.isForgotten(panelId)) ? null : watchedGroups(input);
  }

  /** As `publish`, of a report that was computed elsewhere by the same rules. */
  async keep(panelId: string, { at, report, part = null }: Kept): Promise<PanelReport> {
    await this.database.transaction(async (db) => {
      await rows(
        db,
        `INSERT INTO panel_report (panel_id, published_at, report, part) VALUES ($1, $2, $3, $4)
         ON CONFLICT (panel_id) DO NOTHING`,
        [panelId, new Date(at), JSON.stringify(report), part && JSON.stringify(part)],
      );
      await this.endings.reportPublished(panelId, at, db);
    });
    return (await this.published(panelId)) ?? report;
  }

  /** null: there is no such forum. */
  transparency(idOrSlug: string): Promise<ForumTransparency | null> {
    return forumTransparency(this.database, idOrSlug);
  }
}
