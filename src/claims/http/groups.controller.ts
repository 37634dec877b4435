import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { refusal } from '../../../domain/panel/refusals.js';
import { answer, Refusing, RefusingFilter } from '../../identity/http/answer.js';
import { shape } from '../../identity/http/body.pipe.js';
import { signedIn } from '../../identity/http/caller.js';
import { OriginGuard } from '../../identity/http/origin.guard.js';
import { SqlIdentity } from '../../identity/identity.js';
import { Accreditation } from '../accreditation.js';
import { BearingInvitations } from '../bearing.js';
import { Codes } from '../codes.js';
import { ForumGroups } from '../forum-groups.js';
import { AccreditationDto, CodesDto, GroupInvitationDto, GroupsDto } from './dtos.js';

const ForumId = () =>
  Param(
    'forum',
    new ParseUUIDPipe({ exceptionFactory: () => new Refusing(refusal('no-such-forum', { field: 'forum' })) }),
  );

/** The groups of a forum and the ways into them, for its owners and hosts. */
@ApiTags('claims')
@Controller('api/forums/:forum/groups')
@UseGuards(OriginGuard)
@UseFilters(RefusingFilter)
export class GroupsController {
  constructor(
    @Inject(ForumGroups) private readonly groups: ForumGroups,
    @Inject(Codes) private readonly codes: Codes,
    @Inject(BearingInvitations) private readonly invitations: BearingInvitations,
    @Inject(Accreditation) private readonly accreditation: Accreditation,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
  ) {}

  @Get()
  async view(@Req() request: Request, @ForumId() forumId: string, @Res({ passthrough: true }) response: Response) {
    return answer(response, await this.groups.view(await signedIn(this.identity, request), forumId));
  }

  /** For whoever is at the door: whether a code may be good for something here. Which groups there are is not told. */
  @Get('any')
  async any(@ForumId() forumId: string): Promise<{ readonly any: boolean }> {
    return { any: await this.groups.any(forumId) };
  }

  /** All groups at once, in their order. */
  @Post()
  @HttpCode(200)
  async set(
    @Req() request: Request,
    @ForumId() forumId: string,
    @Body(shape(GroupsDto)) { groups }: GroupsDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.groups.set(await signedIn(this.identity, request), forumId, groups));
  }

  /** Codes for one use each, told this once. */
  @Post('codes')
  @HttpCode(200)
  async makeCodes(
    @Req() request: Request,
    @ForumId() forumId: string,
    @Body(shape(CodesDto)) wish: CodesDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.codes.make(await signedIn(this.identity, request), { ...wish, forumId }));
  }

  /** For participants who count for these groups; told this once. */
  @Post('invitation')
  @HttpCode(200)
  async invite(
    @Req() request: Request,
    @ForumId() forumId: string,
    @Body(shape(GroupInvitationDto)) wish: GroupInvitationDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(
      response,
      await this.invitations.create(await signedIn(this.identity, request), { ...wish, forumId }),
    );
  }

  /** What would become of a list, or a part of one. */
  @Post('accreditation/preview')
  @HttpCode(200)
  async preview(
    @Req() request: Request,
    @ForumId() forumId: string,
    @Body(shape(AccreditationDto)) list: AccreditationDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(
      response,
      await this.accreditation.preview(await signedIn(this.identity, request), { ...list, forumId }),
    );
  }

  /** The lines without a problem: one link each to somebody without an account, told this once. */
  @Post('accreditation')
  @HttpCode(200)
  async take(
    @Req() request: Request,
    @ForumId() forumId: string,
    @Body(shape(AccreditationDto)) list: AccreditationDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(
      response,
      await this.accreditation.take(await signedIn(this.identity, request), { ...list, forumId }),
    );
  }
}
