import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { ForumSummary, PanelSummary } from '../../domain/wire/views.js';
import { OriginGuard } from '../identity/http/origin.guard.js';
import { Door } from '../intents/door.js';
import { Panels } from '../panels/panels.js';
import { networkOf } from '../ops/address.js';
import { Asker } from './asker.js';
import { ForumAsker } from './forum-asker.js';
import { CreateForumBody, CreatePanelBody } from './forum.bodies.js';
import { NoQuery } from './no-query.js';
import { refuse, valueOf } from './refused.js';
import { shaped } from './shaped.js';
import { Summaries } from './summaries.js';

/** Forums, their panels in the order of the timetable, and the making of both. */
@ApiTags('forums')
@Controller('api/forums')
@UseGuards(OriginGuard)
export class ForumsController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Asker) private readonly asker: Asker,
    @Inject(ForumAsker) private readonly forumAsker: ForumAsker,
    @Inject(Door) private readonly door: Door,
    @Inject(Summaries) private readonly summaries: Summaries,
  ) {}

  @Get()
  @UseGuards(NoQuery)
  async forums(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<readonly ForumSummary[]> {
    await this.asker.paced(req);
    res.set('Cache-Control', 'public, no-cache');
    return this.panels.forums();
  }

  @Get(':forum')
  @UseGuards(NoQuery)
  async forum(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<ForumSummary> {
    await this.asker.paced(req);
    res.set('Cache-Control', 'public, no-cache');
    return this.forumAsker.known(idOrSlug);
  }

  /** The panels of a forum that you may read: by start, then by title; those without a date last. */
  @Get(':forum/panels')
  @UseGuards(NoQuery)
  async timetable(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('forum') idOrSlug: string,
  ): Promise<readonly PanelSummary[]> {
    const session = await this.asker.paced(req);
    const { forumId } = await this.forumAsker.known(idOrSlug);
    const readable = await this.summaries.readable(session, await this.panels.panelsOf(forumId));

    res.set('Cache-Control', 'private, no-cache');
    return readable.toSorted(byTimetable);
  }

  /** For an owner. */
  @Post()
  async createForum(@Req() req: Request, @Body(shaped(CreateForumBody)) forum: CreateForumBody): Promise<ForumSummary> {
    const session = await this.asker.session(req);
    if (!session) refuse('not-signed-in', { message: 'Sign in as an owner first.' });
    if (!(await this.forumAsker.isOwner(session))) {
      refuse('not-allowed', { message: 'Only an owner creates forums.' });
    }

    const { slug, title, description } = forum;
    const created = await this.panels.createForum({ slug, title, description });
    return created ?? refuse('already-so', { field: 'slug', message: 'There is a forum at this address already.' });
  }

  /** For a host or owner of the forum. Repeating it with the same ids answers the same and creates nothing. */
  @Post(':forum/panels')
  @HttpCode(201)
  async createPanel(
    @Req() req: Request,
    @Param('forum') idOrSlug: string,
    @Body(shaped(CreatePanelBody)) { access, panelId, ...draft }: CreatePanelBody,
  ): Promise<PanelSummary> {
    const { forum, session, isHost } = await this.forumAsker.asked(req, idOrSlug);
    if (!session) refuse('not-signed-in', { message: 'Sign in as a host or owner first.' });
    if (!isHost) refuse('not-allowed', { message: 'Only a host or an owner creates panels.' });
    const { forumId } = forum;

    await this.panels.create({ panelId, forumId, access });
    const body = { ...given(draft), panelId, forumId };
    valueOf(await this.door.perform(session, 'draftPanel', body, { ip: networkOf(req.ip ?? '') }));
    const made = (await this.panels.summary(panelId)) ?? refuse('no-such-panel', { field: 'panelId' });
    return this.summaries.of(session, made);
  }
}

function byTimetable(a: PanelSummary, b: PanelSummary): number {
  const [starts, others] = [a, b].map(({ startsAt, openedAt }) => startsAt ?? openedAt ?? Infinity) as [number, number];
  if (starts !== others) return starts < others ? -1 : 1;
  return a.title.localeCompare(b.title) || (a.panelId < b.panelId ? -1 : 1);
}

/** Without what was not sent: an absent field and an undefined one are not the same to the door. */
function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
