import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SessionCookie } from '../cookie.js';
import { SqlIdentity } from '../identity.js';
import { Passwords } from '../passwords.js';
import { granted } from '../refused.js';
import { Standing } from '../standing.js';
import { answer, RefusingFilter } from './answer.js';
import { shape } from './body.pipe.js';
import { callerOf, signedIn } from './caller.js';
import { AboutDto, BanDto, PasswordDto, RoleDto } from './dtos.js';
import { Limits } from './limits.js';
import { OriginGuard } from './origin.guard.js';

@ApiTags('people')
@Controller('api')
@UseGuards(OriginGuard)
@UseFilters(RefusingFilter)
export class SessionsController {
  constructor(
    @Inject(Standing) private readonly standing: Standing,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /** `session` is null for a reader who is not signed in. */
  @Get('me')
  async me(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return answer(response, granted({ session: await callerOf(this.identity, request) }));
  }

  @Post('me/password')
  @HttpCode(200)
  async password(
    @Req() request: Request,
    @Body(shape(PasswordDto)) body: PasswordDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    const by = await signedIn(this.identity, request);
    await this.limits.signIn(request.ip, by.personId);
    return answer(response, await this.passwords.set(by, body));
  }

  @Get('sessions')
  async list(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return answer(response, granted(await this.standing.ownSessions(await signedIn(this.identity, request))));
  }

  @Post('sessions/revoke')
  @HttpCode(200)
  async revoke(
    @Req() request: Request,
    @Body(shape(AboutDto)) body: AboutDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.standing.revoke(await signedIn(this.identity, request), body));
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const by = await callerOf(this.identity, request);
    response.append('Set-Cookie', this.cookie.clear());
    return answer(response, by ? await this.standing.signOut(by) : granted({}));
  }

  @Post('sign-out/everywhere')
  @HttpCode(200)
  async signOutEverywhere(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const by = await signedIn(this.identity, request);
    response.append('Set-Cookie', this.cookie.clear());
    return answer(response, await this.standing.signOutEverywhere(by));
  }

  @Post('people/ban')
  @HttpCode(200)
  async ban(
    @Req() request: Request,
    @Body(shape(BanDto)) body: BanDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { banned, ...about } = body;
    return answer(response, await this.standing.ban(await signedIn(this.identity, request), about, banned));
  }

  @Post('people/role')
  @HttpCode(200)
  async role(
    @Req() request: Request,
    @Body(shape(RoleDto)) body: RoleDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { about, panelId = null, ...change } = body;
    return answer(
      response,
      await this.standing.changeRole(await signedIn(this.identity, request), about, { ...change, panelId }),
    );
  }
}
