import { Controller, Get, Header, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { csvOf } from '../../domain/text/csv.js';
import { PanelReports } from '../reports/panel-reports.js';
import { transparencyTable } from '../reports/transparency-table.js';
import type { ForumTransparency } from '../reports/transparency.js';
import { SEARCH_COST } from './asker.js';
import { ForumAsker } from './forum-asker.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';

/** What moderation did in a forum, counted from its log: for those who host it. */
@ApiTags('reports')
@Controller('api/forums/:forum')
@UseGuards(NoQuery)
export class TransparencyController {
  constructor(
    @Inject(ForumAsker) private readonly asker: ForumAsker,
    @Inject(PanelReports) private readonly reports: PanelReports,
  ) {}

  @Get('transparency')
  async transparency(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<ForumTransparency> {
    const { slug } = await this.asker.hosted(req, idOrSlug, SEARCH_COST);
    res.set('Cache-Control', 'no-store');
    return (await this.reports.transparency(slug)) ?? refuse('no-such-forum', { field: 'forum' });
  }

  /** The same numbers for a spreadsheet. */
  @Get('transparency.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async csv(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<string> {
    const told = await this.transparency(req, res, idOrSlug);
    res.set('Content-Disposition', `attachment; filename="moderation-${told.forum.slug}.csv"`);
    return csvOf(transparencyTable(told));
  }
}
