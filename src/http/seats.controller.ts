import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity, Seated } from '../identity/types.js';
import { Asker } from './asker.js';
import { SeatsQuery } from './record.queries.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';

const SEATS_MAX = 500;

@ApiTags('people')
@Controller('api/panels/:panelId/seats')
export class SeatsController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** Who has a seat in the panel, by name, at most 500: for its hosts. With a role, those who hold it. */
  @Get()
  async seats(
    @Req() req: Request,
    @Param('panelId') panelId: string,
    @Query(shaped(SeatsQuery)) { role }: SeatsQuery,
  ): Promise<readonly Seated[]> {
    const { actor } = await this.asker.panel(req, panelId);
    if (!actor.roles.some((held) => held === 'owner' || held === 'host')) {
      refuse('not-allowed', { message: 'Only a host sees who has a seat in the panel.' });
    }
    return this.identity.seatsIn(panelId, role ?? null, SEATS_MAX);
  }
}
