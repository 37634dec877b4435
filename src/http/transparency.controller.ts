import { Controller, Get, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity } from '../identity/types.js';
import { Panels } from '../panels/panels.js';
import { PanelReports } from '../reports/panel-reports.js';
import type { ForumTransparency } from '../reports/transparency.js';
import { Asker, SEARCH_COST } from './asker.js';
import { NoQuery } from './no-query.js';
import { refuse } from './refused.js';

/** What moderation did in a forum, counted from its log: for those who host it. */
@ApiTags('reports')
@Controller('api/forums/:forum/transparency')
@UseGuards(NoQuery)
export class TransparencyController {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(SqlIdentity) private readonly identity: Identity,
    @Inject(PanelReports) private readonly reports: PanelReports,
  ) {}

  @Get()
  async transparency(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<ForumTransparency> {
    const session = await this.asker.paced(req, SEARCH_COST);
    const forum = (await this.panels.forum(idOrSlug)) ?? refuse('no-such-forum', { field: 'forum' });
    const roles = await this.identity.forumRoles(session, forum.forumId);
    if (!roles.includes('owner') && !roles.includes('host')) refuse(session ? 'not-allowed' : 'not-signed-in');

    res.set('Cache-Control', 'no-store');
    return (await this.reports.transparency(forum.slug)) ?? refuse('no-such-forum', { field: 'forum' });
  }
}
