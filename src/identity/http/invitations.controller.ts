import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Reply } from '../../../domain/wire/protocol.js';
import { Admissions, type Welcome } from '../admissions.js';
import { SqlIdentity } from '../identity.js';
import { Invitations } from '../invitations.js';
import { granted } from '../refused.js';
import { answer, RefusingFilter } from './answer.js';
import { shape } from './body.pipe.js';
import { callerOf, signedIn } from './caller.js';
import { AcceptDto, InvitationDto, InviteDto, JoinDto, LookDto, OfPlaceDto } from './dtos.js';
import { Limits } from './limits.js';
import { OriginGuard } from './origin.guard.js';

@ApiTags('people')
@Controller('api')
@UseGuards(OriginGuard)
@UseFilters(RefusingFilter)
export class InvitationsController {
  constructor(
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  @Post('invitations')
  @HttpCode(200)
  async invite(
    @Req() request: Request,
    @Body(shape(InviteDto)) body: InviteDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.invitations.create(await signedIn(this.identity, request), body));
  }

  @Get('invitations')
  async list(
    @Req() request: Request,
    @Query(shape(OfPlaceDto)) query: OfPlaceDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.invitations.list(await signedIn(this.identity, request), query));
  }

  @Post('invitations/revoke')
  @HttpCode(200)
  async revoke(
    @Req() request: Request,
    @Body(shape(InvitationDto)) body: InvitationDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.invitations.revoke(await signedIn(this.identity, request), body.invitationId));
  }

  @Post('invitations/look')
  @HttpCode(200)
  async look(
    @Req() request: Request,
    @Body(shape(LookDto)) body: LookDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.limits.mayGuess(request.ip);
    return answer(response, await this.counted(request, await this.invitations.look(body.token)));
  }

  @Post('invitations/accept')
  @HttpCode(200)
  async accept(
    @Req() request: Request,
    @Body(shape(AcceptDto)) body: AcceptDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.limits.mayGuess(request.ip);
    await this.limits.arrival(request.ip);
    const { token, ...given } = body;
    const welcome = await this.admissions.accept(token, given, await callerOf(this.identity, request));
    return answer(response, welcomed(response, await this.counted(request, welcome)));
  }

  @Post('join')
  @HttpCode(200)
  async join(
    @Req() request: Request,
    @Body(shape(JoinDto)) body: JoinDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.limits.arrival(request.ip);
    const { panelId, ...given } = body;
    return answer(
      response,
      welcomed(response, await this.admissions.join(panelId, given, await callerOf(this.identity, request))),
    );
  }

  private async counted<T>(request: Request, reply: Reply<T>): Promise<Reply<T>> {
    if (!reply.ok && reply.refusal.code === 'bad-invitation') await this.limits.guessedWrong(request.ip);
    return reply;
  }
}

/** The cookie travels in its header only: no script ever holds it. */
function welcomed(response: Response, reply: Reply<Welcome>): Reply<Omit<Welcome, 'cookie'>> {
  if (!reply.ok) return reply;
  const { cookie, ...rest } = reply.value;
  if (cookie !== null) response.append('Set-Cookie', cookie);
  return granted(rest);
}
