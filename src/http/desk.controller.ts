import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { isModerator } from '../../domain/panel/policy.js';
import { choosables, deskHistory, seatsInHistory } from '../../domain/panel/visibility.js';
import type { Choosables, DeskHistory } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity } from '../identity/types.js';
import { Asker } from './asker.js';
import { HistoryQuery, WaitingQuery } from './desk.queries.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';

/** All decisions of a panel are looked through for a page of them. */
const HISTORY_COST = 5;

/** What was decided at the desk of a panel, for its moderators. */
@ApiTags('panels')
@Controller('api/panels/:panelId/desk')
export class DeskController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** Every decision of every moderator, newest first, those undone and reversed too. */
  @Get('history')
  async history(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(HistoryQuery)) { before, limit }: HistoryQuery,
  ): Promise<DeskHistory> {
    const { actor, panel } = await this.asker.panel(req, panelId, HISTORY_COST);
    if (actor.seat === null || !isModerator(actor)) refuse('not-allowed');

    const stretch = { seat: actor.seat, before, limit };
    const people = await this.identity.people(panelId, seatsInHistory(panel, stretch));
    res.set('Cache-Control', 'no-store');
    return deskHistory(panelId, panel, stretch, (seat) => people[seat]?.name ?? '');
  }

  /** What waits and this moderator may decide on, for an act on many: at most 300, in an order that tells nothing. */
  @Get('waiting')
  async waiting(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(WaitingQuery)) { label }: WaitingQuery,
  ): Promise<Choosables> {
    const { actor, panel } = await this.asker.panel(req, panelId, HISTORY_COST);
    if (actor.seat === null || !isModerator(actor)) refuse('not-allowed');

    res.set('Cache-Control', 'no-store');
    return choosables(panelId, panel, { seat: actor.seat, at: Date.now(), label });
  }
}
