import { Controller, Get, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { floorView, seatsOnFloor } from '../../domain/panel/visibility.js';
import type { FloorView } from '../../domain/wire/floor.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity } from '../identity/types.js';
import { Panels } from '../panels/panels.js';
import { Asker } from './asker.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';

/** Who speaks, who is next, and where the asker stands. */
@ApiTags('panels')
@Controller('api/panels/:panelId/floor')
@UseGuards(NoQuery)
export class FloorController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** The floor; with one’s own requests, and, for who hosts or moderates, everybody who waits. */
  @Get()
  async floor(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
  ): Promise<FloorView> {
    const { actor } = await this.asker.panel(req, panelId);
    const [panel, queues] = [this.panels.peek(panelId), this.panels.queues(panelId)];
    if (!panel || !queues) refuse('no-such-panel', { field: 'panelId' });

    const people = await this.identity.people(panelId, seatsOnFloor(panel, queues.floor, actor));
    res.set('Cache-Control', 'no-store');
    return floorView(panelId, panel, queues.floor, { actor, people });
  }
}
