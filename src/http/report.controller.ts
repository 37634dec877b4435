import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import { isChair } from '../../domain/panel/policy.js';
import { csvOf } from '../../domain/text/csv.js';
import { OriginGuard } from '../identity/http/origin.guard.js';
import { reportTable } from '../reports/report-table.js';
import { PanelReports } from '../reports/panel-reports.js';
import { Asker, revalidated } from './asker.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';

const PUBLISH_COST = 10;

/** The report of a panel: published once, after the archive, and the same ever after. */
@ApiTags('reports')
@Controller('api/panels/:panelId')
@UseGuards(OriginGuard, NoQuery)
export class ReportController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(PanelReports) private readonly reports: PanelReports,
  ) {}

  @Get('report')
  async report(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
  ): Promise<PanelReport> {
    const { isPublic } = await this.asker.panel(req, panelId);
    const report = await this.reports.published(panelId);
    revalidated(res, isPublic);
    return report ?? refuse('no-such-report');
  }

  /** Whether there is one, for whoever would not call its absence a fault. */
  @Get('report/state')
  async state(@Req() req: Request, @Param('panelId') panelId: string): Promise<{ readonly published: boolean }> {
    await this.asker.panel(req, panelId);
    return { published: (await this.reports.published(panelId)) !== null };
  }

  /** The same figures for a spreadsheet. */
  @Get('report.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async csv(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
  ): Promise<string> {
    res.set('Content-Disposition', `attachment; filename="report-${panelId}.csv"`);
    return csvOf(reportTable(await this.report(req, res, panelId)));
  }

  /** What is worth a look over more panels, for who hosts alone: one panel neither clears nor convicts. */
  @Get('report/watch')
  async watch(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
  ): Promise<{ readonly groups: readonly { readonly id: string; readonly title: string }[] | null }> {
    const { actor } = await this.asker.panel(req, panelId, PUBLISH_COST);
    if (!isChair(actor)) refuse(actor.seat === null ? 'not-signed-in' : 'not-allowed');
    if ((await this.reports.published(panelId)) === null) refuse('no-such-report');
    res.set('Cache-Control', 'no-store');
    return { groups: await this.reports.watched(panelId) };
  }

  /** By who hosts it. Never before the archive: figures that move tell of the people who moved them. */
  @Post('report')
  @HttpCode(200)
  async publish(@Req() req: Request, @Param('panelId') panelId: string): Promise<PanelReport> {
    const { actor, panel } = await this.asker.panel(req, panelId, PUBLISH_COST);
    if (!isChair(actor)) refuse(actor.seat === null ? 'not-signed-in' : 'not-allowed');
    if (panel.record.phase !== 'archived') {
      refuse('wrong-phase', {
        message: 'Archive the panel first: a report is published once, when nothing changes any more.',
      });
    }
    const report = await this.reports.publish(panelId, Date.now());
    return report ?? refuse('report-too-late');
  }
}
