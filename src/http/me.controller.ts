import { Controller, Get, Inject, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { mineView } from '../../domain/panel/visibility.js';
import type { OwnPanel, PanelSummary } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity, OwnSeat } from '../identity/types.js';
import { Panels, type StoredSummary } from '../panels/panels.js';
import { Asker, SEARCH_COST } from './asker.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';
import { Summaries } from './summaries.js';

const PANELS_MAX = 50;

/** What somebody said, wherever it was. */
@ApiTags('people')
@Controller('api/me')
export class MeController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Summaries) private readonly summaries: Summaries,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** The panels you have a seat in and may read, the latest first, with your own items there; without your votes. */
  @Get('panels')
  @UseGuards(NoQuery)
  async ownPanels(@Req() req: Request): Promise<readonly OwnPanel[]> {
    const session =
      (await this.asker.paced(req, SEARCH_COST)) ?? refuse('not-signed-in', { message: 'Sign in first.' });
    const seats = await this.identity.seatsOf(session, PANELS_MAX);
    const stored = await Promise.all(seats.map(({ panelId }) => this.panels.summary(panelId)));
    const known = stored.filter((panel): panel is StoredSummary => panel !== null);
    const readable = await this.summaries.readable(session, known);
    const own = await Promise.all(readable.map((panel) => this.own(panel, seats)));
    return own.flatMap((one) => one ?? []);
  }

  private async own(panel: PanelSummary, seats: readonly OwnSeat[]): Promise<OwnPanel | null> {
    const { panelId } = panel;
    const sitting = seats.find((seat) => seat.panelId === panelId);
    const state = await this.panels.state(panelId);
    const queues = this.panels.queues(panelId);
    if (!sitting || !state || !queues) return null;
    return {
      panel,
      name: sitting.name,
      mine: mineView(panelId, state, sitting.seat, { votes: {}, review: queues.review }),
    };
  }
}
