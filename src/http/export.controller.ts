import { Controller, Get, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Panels } from '../panels/panels.js';
import { countedAs } from './address.js';
import { Asker } from './asker.js';
import { Busy } from './busy.js';
import { NoQuery } from './no-query.js';
import { PAGE } from './record.queries.js';
import { refuse } from './refused.js';

const EXPORT_COST = 10;

/** The whole record as lines of JSON: first one that says what follows, then one an entry. */
@ApiTags('record')
@Controller('api/panels/:panelId')
export class ExportController {
  private readonly busy = new Busy({ each: 2, all: 16 });

  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
  ) {}

  /** Up to the head at the time of asking. A file with fewer lines than its head says was cut off on the way. */
  @Get('record.ndjson')
  @UseGuards(NoQuery)
  @ApiProduces('application/x-ndjson')
  async export(@Req() req: Request, @Res() res: Response, @Param('panelId') panelId: string): Promise<void> {
    const { session, panel, isPublic } = await this.asker.panel(req, panelId, EXPORT_COST);
    const leave = this.busy.enter(countedAs(session, req)) ?? refuse('too-many', { retryInMs: 10_000 });

    const zipped = req.acceptsEncodings(['gzip', 'identity']) === 'gzip';
    res.set({
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="record-${panelId}.ndjson"`,
      'Cache-Control': isPublic ? 'public, no-cache, no-transform' : 'private, no-cache, no-transform',
      Vary: 'Accept-Encoding',
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    });

    try {
      if (req.method === 'HEAD') return void res.end();
      const lines = Readable.from(this.lines(panelId, panel.record.seq), { highWaterMark: 2 });
      await (zipped ? pipeline(lines, createGzip(), res) : pipeline(lines, res));
    } catch (error) {
      // A reader who goes away mid-file is no fault of anybody’s.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    } finally {
      leave();
    }
  }

  /** A page at a time, and the next only when the reader has taken the last: memory does not grow with the record. */
  private async *lines(panelId: string, head: number): AsyncGenerator<string> {
    yield `${JSON.stringify({ kurultai: 'record', panel: panelId, epoch: this.panels.epoch, head })}\n`;

    for (let after = 0; after < head;) {
      const entries = await this.panels.readRecord(panelId, after, Math.min(PAGE, head - after));
      const last = entries.at(-1);
      if (!last) return;

      yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      after = last.seq;
    }
  }
}
