import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { refusal } from '../../domain/panel/refusals.js';
import type { Joined, MessageName } from '../../domain/wire/protocol.js';
import type { DeskView, MineView, PanelSummary } from '../../domain/wire/views.js';
import { OriginGuard } from '../identity/http/origin.guard.js';
import { Door, isQuery } from '../intents/door.js';
import { isMessageName } from '../intents/messages.js';
import { Panels } from '../panels/panels.js';
import { networkOf } from '../ops/address.js';
import { Asker } from './asker.js';
import { NoQuery } from './no-query.js';
import { PAGE } from './record.queries.js';
import { refuse, Refused, valueOf } from './refused.js';
import { Summaries } from './summaries.js';

/** A panel, who you are in it, and how its record is cut into pages that can be kept. */
export interface PanelDetail extends PanelSummary {
  readonly epoch: string;
  readonly you: Joined['you'];
  readonly pages: { readonly size: number; readonly full: number; readonly erasures: number };
}

@ApiTags('panels')
@Controller('api/panels/:panelId')
@UseGuards(OriginGuard)
export class PanelsController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Door) private readonly door: Door,
    @Inject(Summaries) private readonly summaries: Summaries,
  ) {}

  @Get()
  @UseGuards(NoQuery)
  async panel(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
  ): Promise<PanelDetail> {
    const { session, actor } = await this.asker.panel(req, panelId);
    const [summary, heads] = await Promise.all([this.panels.summary(panelId), this.panels.heads(panelId)]);
    if (!summary || !heads) refuse('no-such-panel', { field: 'panelId' });

    res.set('Cache-Control', 'private, no-cache');
    return {
      ...(await this.summaries.of(session, summary)),
      epoch: this.panels.epoch,
      you: { seat: actor.seat, name: session?.name ?? null, roles: actor.roles },
      pages: { size: PAGE, full: Math.floor(heads.record / PAGE), erasures: heads.erasures },
    };
  }

  /** Your own items, proposals and votes. */
  @Get('mine')
  @UseGuards(NoQuery)
  async mine(@Req() req: Request, @Param('panelId') panelId: string): Promise<MineView> {
    return valueOf(
      await this.door.perform(await this.asker.session(req), 'mine', { panelId }, { ip: networkOf(req.ip ?? '') }),
    );
  }

  /** The desk, for its moderators. */
  @Get('desk')
  @UseGuards(NoQuery)
  async desk(@Req() req: Request, @Param('panelId') panelId: string): Promise<DeskView> {
    return valueOf(
      await this.door.perform(await this.asker.session(req), 'openDesk', { panelId }, { ip: networkOf(req.ip ?? '') }),
    );
  }

  /** Any intent, for those who have no WebSocket. The body is that of the intent; the panel is in the address. */
  @Post('intents/:name')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async intent(
    @Req() req: Request,
    @Param('panelId') panelId: string,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<unknown> {
    if (!isIntent(name)) throw new Refused(refusal('bad-request', { message: 'There is no such intent.' }), 404);
    const fields = typeof body === 'object' && body !== null ? body : refuse('bad-request', NO_OBJECT);
    const session = await this.asker.session(req);
    return valueOf(await this.door.perform(session, name, { ...fields, panelId }, { ip: networkOf(req.ip ?? '') }));
  }
}

const NO_OBJECT = { message: 'Send the intent as a JSON object.' };

function isIntent(name: string): name is MessageName {
  return isMessageName(name) && !isQuery(name);
}
