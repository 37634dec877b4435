import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { csvOf } from '../../domain/text/csv.js';
import type { ForumReports, NextPool, PanelName, PublishedPool } from '../../domain/wire/reports.js';
import { OriginGuard } from '../identity/http/origin.guard.js';
import { Panels } from '../panels/panels.js';
import type { Endings } from '../panels/profiles.js';
import { ENDINGS } from '../reports/panel-reports.js';
import { pooledTable } from '../reports/pooled-table.js';
import { LEAST_PANELS, PooledReports } from '../reports/pooled-reports.js';
import { SEARCH_COST } from './asker.js';
import { ForumAsker } from './forum-asker.js';
import { PoolBody } from './forum.bodies.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';
import { Summaries } from './summaries.js';

/** How groups were treated over several panels of a forum: published by who hosts it, each panel in one report at most. */
@ApiTags('reports')
@Controller('api/forums/:forum')
@UseGuards(OriginGuard, NoQuery)
export class ForumReportsController {
  constructor(
    @Inject(ForumAsker) private readonly asker: ForumAsker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Summaries) private readonly summaries: Summaries,
    @Inject(PooledReports) private readonly pools: PooledReports,
    @Inject(ENDINGS) private readonly endings: Pick<Endings<never>, 'until'>,
  ) {}

  /** Those over panels all of which the asker may read. */
  @Get('reports')
  async reports(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<ForumReports> {
    const { forum, session, isHost } = await this.asker.asked(req, idOrSlug);
    const readable = await this.summaries.readable(session, await this.panels.panelsOf(forum.forumId));
    const titles = new Map(readable.map(({ panelId, title }) => [panelId, title]));

    res.set('Cache-Control', 'private, no-cache');
    const pools = await this.pools.of(forum.forumId);
    return {
      hosting: isHost,
      reports: pools
        .filter(({ panelIds }) => panelIds.every((id) => titles.has(id)))
        .map(({ panelIds, ...pool }) => ({ ...pool, panels: named(panelIds, titles) })),
    };
  }

  /** The same figures for a spreadsheet. */
  @Get('reports.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async csv(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<string> {
    const { reports } = await this.reports(req, res, idOrSlug);
    res.set('Content-Disposition', `attachment; filename="reports-${idOrSlug}.csv"`);
    return csvOf(pooledTable(reports));
  }

  /** What would be in one published now, for those who host the forum. */
  @Get('reports/next')
  async next(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<NextPool> {
    const { forumId } = await this.asker.hosted(req, idOrSlug);
    const panelIds = await this.pools.next(forumId);
    const [titles, until] = await Promise.all([this.titles(forumId), this.endings.until(panelIds)]);

    res.set('Cache-Control', 'no-store');
    const panels = named(panelIds, titles);
    return {
      panels: panels.map((panel) => ({ ...panel, smallUntil: until.get(panel.panelId) ?? null })),
      least: LEAST_PANELS,
    };
  }

  /** Over all panels that wait, as the host was shown them: publishing again for the same ones changes nothing. */
  @Post('reports')
  @HttpCode(200)
  async publish(
    @Req() req: Request,
    @Param('forum') idOrSlug: string,
    @Body(shaped(PoolBody)) { panelIds }: PoolBody,
  ): Promise<PublishedPool> {
    const { forumId } = await this.asker.hosted(req, idOrSlug, SEARCH_COST);
    const made = await this.pools.publish({ forumId, panelIds, at: Date.now() });
    if (!made) refuse('not-pending', { field: 'panelIds', message: 'Other panels wait now. Look at them first.' });
    const { panelIds: ids, ...pool } = made;
    return { ...pool, panels: named(ids, await this.titles(forumId)) };
  }

  private async titles(forumId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.panels.panelsOf(forumId)).map(({ panelId, title }) => [panelId, title]));
  }
}

/** In the order of the forum’s panels. */
function named(panelIds: readonly string[], titles: ReadonlyMap<string, string>): readonly PanelName[] {
  return [...titles].filter(([id]) => panelIds.includes(id)).map(([panelId, title]) => ({ panelId, title }));
}
