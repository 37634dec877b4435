import { Controller, Get, Inject, Param, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { readCode } from '../../domain/panel/short-code.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { Panels } from '../panels/panels.js';
import { Asker, SEARCH_COST } from './asker.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';
import { Summaries } from './summaries.js';

@ApiTags('forums')
@Controller('api/codes')
export class CodesController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Summaries) private readonly summaries: Summaries,
  ) {}

  /** The panel with a short code, if you may read it; where several have it, the latest first. It costs as much as a search. */
  @Get(':code')
  @UseGuards(NoQuery)
  async withCode(@Req() req: Request, @Param('code') typed: string): Promise<readonly PanelSummary[]> {
    const session = await this.asker.paced(req, SEARCH_COST);
    const code = readCode(typed);
    const found = code === null ? [] : await this.summaries.readable(session, await this.panels.panelsByCode(code));
    return found.length > 0 ? found : refuse('no-such-panel', { field: 'code' });
  }
}
