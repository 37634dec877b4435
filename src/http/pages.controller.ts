import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { RecordEntry } from '../../domain/panel/events.js';
import { Panels } from '../panels/panels.js';
import { Asker, revalidated } from './asker.js';
import { PAGE, PageQuery } from './record.queries.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';

const YEAR_SECONDS = 31_536_000;

/**
 * Entries (number − 1)·500 + 1 … number·500 and nothing that could change without them: no head, and no names, which are
 * read from `people` and can be erased there.
 */
export interface NumberedPage {
  readonly panelId: string;
  readonly epoch: string;
  readonly page: number;
  readonly full: boolean;
  readonly erasures: number;
  readonly entries: readonly RecordEntry[];
}

/** The record in pages that never change once they are full, for caches. */
@ApiTags('record')
@Controller('api/panels/:panelId/record/pages')
export class PagesController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
  ) {}

  /** A page by number, from 1. Full and asked for by its erasures and epoch it can be kept for ever. */
  @Get(':number')
  async page(
    @Req() req: Request,
    @Res() res: Response,
    @Param('panelId') panelId: string,
    @Param('number') given: string,
    @Query(shaped(PageQuery)) { v, epoch }: PageQuery,
  ): Promise<void> {
    const page = numberOf(given);
    const { isPublic } = await this.asker.panel(req, panelId);
    const heads = (await this.panels.heads(panelId)) ?? refuse('no-such-panel', { field: 'panelId' });
    const count = Math.min(Math.max(heads.record - (page - 1) * PAGE, 0), PAGE);
    const full = count === PAGE;
    const { erasures } = heads;

    // Without the epoch in its address a page kept for ever would outlive a restore of the database.
    const forEver = full && v === erasures && epoch === this.panels.epoch;
    revalidated(res, isPublic);
    if (forEver) res.set('Cache-Control', `${isPublic ? 'public' : 'private'}, max-age=${YEAR_SECONDS}, immutable`);
    res.set('ETag', `"${this.panels.epoch}.${page}.${erasures}.${count}"`);
    if (req.fresh) return void res.status(304).end();

    const entries = count === 0 ? [] : await this.panels.readRecord(panelId, (page - 1) * PAGE, count);
    res.json({ panelId, epoch: this.panels.epoch, page, full, erasures, entries } satisfies NumberedPage);
  }
}

function numberOf(given: string): number {
  const page = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (page < 1) refuse('bad-request', { field: 'number', message: 'Pages are numbered from 1.' });
  return page;
}
