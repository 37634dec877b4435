import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { seatsIn } from '../../domain/panel/visibility.js';
import type { RecordPage } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity } from '../identity/types.js';
import { Panels } from '../panels/panels.js';
import { countedAs } from './address.js';
import { Asker } from './asker.js';
import { FollowQuery, PAGE } from './record.queries.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';

import { Waiting } from './waiting.js';

/** Live for networks that let no WebSocket through. */
@ApiTags('record')
@Controller('api/panels/:panelId/record/follow')
export class FollowController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(SqlIdentity) private readonly identity: Identity,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  /** Answers as soon as there is more than `after`; with no entries when `wait` seconds are over. */
  @Get()
  async follow(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(FollowQuery)) { after, wait }: FollowQuery,
  ): Promise<RecordPage> {
    const { session } = await this.asker.panel(req, panelId);
    const place = this.waiting.enter(countedAs(session, req));
    if (!place) refuse('too-many', { retryInMs: 5_000 });

    res.once('close', place.end);
    try {
      await this.panels.waitFor(panelId, after, wait * 1000, place.signal);
    } finally {
      res.off('close', place.end);
      place.leave();
    }

    // Whoever was answered because this process goes away asks again elsewhere, not on this connection.
    if (this.waiting.isOver) res.set('Connection', 'close');

    // Much can happen in 25 seconds: the session may have ended, the role may have been taken.
    const { panel } = await this.asker.panel(req, panelId);
    const entries = await this.panels.readRecord(panelId, after, PAGE);
    res.set('Cache-Control', 'no-store');
    return {
      panelId,
      epoch: this.panels.epoch,
      head: Math.max(panel.record.seq, entries.at(-1)?.seq ?? 0),
      entries,
      people: await this.identity.people(panelId, seatsIn(entries)),
    };
  }
}
