import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import type { Request, Response } from 'express';
import { isModerator } from '../../domain/panel/policy.js';
import type { Likeness, NextCard, SlateAudited, SlateView } from '../../domain/wire/slate.js';
import { OriginGuard } from '../identity/http/origin.guard.js';
import { Door } from '../intents/door.js';
import { networkOf } from '../ops/address.js';
import { Likenesses } from '../panels/likenesses.js';
import { Slates } from '../panels/slates.js';
import { Asker, SEARCH_COST, type Readable } from './asker.js';
import { AuditPace } from './audit-pace.js';
import { NoQuery } from './no-query.js';
import { refuse, valueOf } from './refused.js';
import { shaped, UUID, Whole } from './shaped.js';

const CHOSEN_MAX = 50;

class SlateQuery {
  @Whole({ min: 1, max: 20, description: 'How many to choose.' })
  seats: number = 4;
}

class ChosenBody {
  @ApiProperty({ type: [String], maxItems: CHOSEN_MAX, description: 'Contributions, in the order chosen.' })
  @IsArray({ message: 'contributionIds must be a list.' })
  @ArrayMaxSize(CHOSEN_MAX, { message: `contributionIds must be at most ${CHOSEN_MAX}.` })
  @Matches(UUID, { each: true, message: 'contributionIds must be UUIDs in lower case.' })
  contributionIds!: string[];
}

class HoldingBody {
  @ApiPropertyOptional({ type: [String], description: 'What is at hand already or on its way as a vote.' })
  @IsOptional()
  @IsArray({ message: 'holding must be a list.' })
  @Matches(UUID, { each: true, message: 'holding must be UUIDs in lower case.' })
  holding?: string[];
}

/** What voters are asked about, and what their votes say should be put to the panellists next. */
@ApiTags('panels')
@Controller('api/panels/:panelId')
@UseGuards(OriginGuard)
export class SlateController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(AuditPace) private readonly audits: AuditPace,
    @Inject(Door) private readonly door: Door,
    @Inject(Slates) private readonly slates: Slates,
    @Inject(Likenesses) private readonly likenesses: Likenesses,
  ) {}

  /** The slate, with what it does to the voters. For who hosts or moderates. */
  @Get('slate')
  async slate(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(SlateQuery)) { seats }: SlateQuery,
  ): Promise<SlateView> {
    const { panel } = await this.hosted(req, panelId);
    res.set('Cache-Control', 'no-store');
    return this.slates.slate(panelId, panel, seats);
  }

  /** What a slate of your own does to the voters. */
  @Post('slate')
  @HttpCode(200)
  async audit(
    @Req() req: Request,
    @Param('panelId') panelId: string,
    @Body(shaped(ChosenBody)) { contributionIds }: ChosenBody,
  ): Promise<SlateAudited> {
    const { panel, session } = await this.hosted(req, panelId);
    await this.audits.spend(session?.personId ?? '', contributionIds);
    return this.slates.audit(panelId, panel, contributionIds);
  }

  /** Questions that say almost the same. For who hosts or moderates. */
  @Get('alike')
  @UseGuards(NoQuery)
  async alike(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
  ): Promise<readonly Likeness[]> {
    const { panel } = await this.hosted(req, panelId);
    res.set('Cache-Control', 'no-store');
    return this.likenesses.of(panelId, panel.record);
  }

  /** What you are asked about next. */
  @Post('card')
  @HttpCode(200)
  async card(
    @Req() req: Request,
    @Param('panelId') panelId: string,
    @Body(shaped(HoldingBody)) body: HoldingBody,
  ): Promise<NextCard> {
    const session = await this.asker.session(req);
    const asked = { panelId, ...(body.holding ? { holding: body.holding } : {}) };
    return valueOf(await this.door.perform(session, 'nextCard', asked, { ip: networkOf(req.ip ?? '') }));
  }

  private async hosted(req: Request, panelId: string): Promise<Readable> {
    const found = await this.asker.panel(req, panelId, SEARCH_COST);
    if (!isModerator(found.actor)) refuse(found.actor.seat === null ? 'not-signed-in' : 'not-allowed');
    return found;
  }
}
