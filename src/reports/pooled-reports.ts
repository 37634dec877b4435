import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { randomUUID } from 'node:crypto';
import type { PooledReport } from '../../domain/amplify/report/panel-report.js';
import { smallIn, smallPartsOf, type Part } from '../../domain/amplify/report/part.js';
import { poolReports, type PooledPanel } from '../../domain/amplify/report/pooled.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { sittersIn } from '../identity/seated.js';
import { Inputs } from './inputs.js';
import { rows } from './sql.js';

/** Fewer are no comparison. */
export const LEAST_PANELS = 2;

export interface StoredPool {
  readonly reportId: string;
  readonly publishedAt: number;
  readonly panelIds: readonly string[];
  readonly report: PooledReport;
}

/** A panel whose report is published and in no pooled one. */
interface Waiting {
  readonly panelId: string;
  readonly part: Part;
}

export interface Wish {
  readonly forumId: string;
  /** All panels that wait, as whoever publishes was shown them. */
  readonly panelIds: readonly string[];
  readonly at: number;
}

/** Reports over several panels of a forum, each panel in one of them at most: published once, and the same ever after. */
@Injectable()
export class PooledReports {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Inputs) private readonly inputs: Inputs,
  ) {}

  /** The latest first. */
  of(forumId: string): Promise<readonly StoredPool[]> {
    return rows<StoredPool>(this.database, PUBLISHED, [forumId]);
  }

  /** The panels that a report published now would be over. */
  async next(forumId: string): Promise<readonly string[]> {
    return (await this.waiting(forumId)).map(({ panelId }) => panelId);
  }

  /** Asking again for the same panels answers the same report. null: these are not the panels that wait. */
  async publish(wish: Wish): Promise<StoredPool | null> {
    const waiting = await this.waiting(wish.forumId);
    const panelIds = waiting.map(({ panelId }) => panelId);
    if (waiting.length >= LEAST_PANELS && isSame(panelIds, wish.panelIds)) {
      const panels = [];
      for (const panel of waiting) panels.push(await this.pooled(panel));
      await this.keep(wish, poolReports(panels));
    }
    return (await this.of(wish.forumId)).find((pool) => isSame(pool.panelIds, wish.panelIds)) ?? null;
  }

  /** Which of these panels have a report, and which of those are in a pooled one. */
  async standings(panelIds: readonly string[]): Promise<ReadonlyMap<string, PanelSummary['report']>> {
    if (panelIds.length === 0) return new Map();
    const found = await rows<{ panelId: string; isPooled: boolean }>(this.database, STANDINGS, [panelIds]);
    return new Map(found.map(({ panelId, isPooled }) => [panelId, isPooled ? 'pooled' : 'published']));
  }

  private waiting(forumId: string): Promise<readonly Waiting[]> {
    return rows<Waiting>(this.database, WAITING, [forumId]);
  }

  private async pooled({ panelId, part }: Waiting): Promise<PooledPanel> {
    const input = smallIn(part).length > 0 ? await this.inputs.ofRemembered(panelId) : null;
    if (!input) return { part, small: new Map() };
    const sitters = await sittersIn(this.database, panelId);
    // Seats on which nobody sits any more may have been one person’s.
    return { part, small: smallPartsOf(input, part, (seat) => sitters.get(seat) ?? '') };
  }

  /** Two who publish at once publish one: whoever comes second finds the panels taken. */
  private async keep({ forumId, panelIds, at }: Wish, report: PooledReport): Promise<void> {
    await this.database.transaction(async (db) => {
      await rows(db, 'SELECT 1 FROM forum WHERE forum_id = $1 FOR UPDATE', [forumId]);
      const taken = await rows(db, 'SELECT 1 FROM pooled_panel WHERE panel_id = ANY($1::uuid[])', [panelIds]);
      if (taken.length > 0) return;

      const reportId = randomUUID();
      await rows(db, 'INSERT INTO pooled_report (report_id, forum_id, published_at, report) VALUES ($1, $2, $3, $4)', [
        reportId,
        forumId,
        new Date(at),
        JSON.stringify(report),
      ]);
      await rows(db, 'INSERT INTO pooled_panel (panel_id, report_id) SELECT unnest($1::uuid[]), $2', [
        panelIds,
        reportId,
      ]);
    });
  }
}

const PUBLISHED = `
  SELECT report_id AS "reportId", round(extract(epoch FROM published_at) * 1000)::float8 AS "publishedAt", report,
    array(SELECT panel_id::text FROM pooled_panel WHERE pooled_panel.report_id = pooled_report.report_id ORDER BY 1)
      AS "panelIds"
  FROM pooled_report WHERE forum_id = $1 ORDER BY published_at DESC, report_id`;

/** Panels without groups have nothing to compare. In the order of their reports: the latest title of a group holds. */
const WAITING = `
  SELECT panel_report.panel_id AS "panelId", panel_report.part
  FROM panel_report JOIN panel ON panel.panel_id = panel_report.panel_id
  WHERE panel.forum_id = $1 AND jsonb_array_length(panel_report.part) > 0
    AND NOT EXISTS (SELECT 1 FROM pooled_panel WHERE pooled_panel.panel_id = panel_report.panel_id)
  ORDER BY panel_report.published_at, panel_report.panel_id`;

const STANDINGS = `
  SELECT panel_report.panel_id AS "panelId", pooled_panel.panel_id IS NOT NULL AS "isPooled"
  FROM panel_report LEFT JOIN pooled_panel ON pooled_panel.panel_id = panel_report.panel_id
  WHERE panel_report.panel_id = ANY($1::uuid[])`;

function isSame(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some);
  return set.size === new Set(others).size && others.every((id) => set.has(id));
}
