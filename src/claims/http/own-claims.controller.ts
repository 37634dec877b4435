import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { answer, RefusingFilter } from '../../identity/http/answer.js';
import { shape } from '../../identity/http/body.pipe.js';
import { signedIn } from '../../identity/http/caller.js';
import { Limits } from '../../identity/http/limits.js';
import { OriginGuard } from '../../identity/http/origin.guard.js';
import { SqlIdentity } from '../../identity/identity.js';
import { granted } from '../../identity/refused.js';
import { Codes } from '../codes.js';
import { OwnClaims } from '../own-claims.js';
import { CodeDto, OwnClaimDto } from './dtos.js';

/** What somebody counts for, by nobody’s leave but their own. Groups stand in bodies: a path is logged. */
@ApiTags('claims')
@Controller('api/claims')
@UseGuards(OriginGuard)
@UseFilters(RefusingFilter)
export class OwnClaimsController {
  constructor(
    @Inject(OwnClaims) private readonly own: OwnClaims,
    @Inject(Codes) private readonly codes: Codes,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return answer(response, granted(await this.own.list(await signedIn(this.identity, request))));
  }

  /** Counts in reports only: nobody vouches for it. */
  @Post()
  @HttpCode(200)
  async declare(
    @Req() request: Request,
    @Body(shape(OwnClaimDto)) { forumId, group }: OwnClaimDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.own.declare(await signedIn(this.identity, request), forumId, group));
  }

  @Post('withdraw')
  @HttpCode(200)
  async withdraw(
    @Req() request: Request,
    @Body(shape(OwnClaimDto)) { forumId, group }: OwnClaimDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answer(response, await this.own.withdraw(await signedIn(this.identity, request), forumId, group));
  }

  @Post('code')
  @HttpCode(200)
  async redeem(
    @Req() request: Request,
    @Body(shape(CodeDto)) { code }: CodeDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    const by = await signedIn(this.identity, request);
    await this.limits.mayTryCode(request.ip, by.personId);
    const { reply, isGuess } = await this.codes.redeem(by, code);
    if (isGuess) await this.limits.triedWrongCode(request.ip, by.personId);
    return answer(response, reply);
  }
}
