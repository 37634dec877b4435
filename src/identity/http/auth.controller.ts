import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { isAPIError } from 'better-auth/api';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import { AUTH, OIDC_PROVIDER, type Auth } from '../auth.js';
import { IdentityConfig } from '../config.js';
import { SqlIdentity } from '../identity.js';
import { granted, refused } from '../refused.js';
import { Standing } from '../standing.js';
import { answer, RefusingFilter } from './answer.js';
import { shape } from './body.pipe.js';
import { callerOf } from './caller.js';
import { ProviderDto, SignInDto } from './dtos.js';
import { Limits } from './limits.js';
import { OriginGuard } from './origin.guard.js';

/** The few of better-auth’s own routes that are open. All others do not exist here. */
@ApiTags('people')
@Controller('api/auth')
@UseGuards(OriginGuard)
@UseFilters(RefusingFilter)
export class AuthController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(IdentityConfig) private readonly config: IdentityConfig,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(Standing) private readonly standing: Standing,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /** How one can sign in here; `provider` is what its button says. */
  @Get('ways')
  ways(@Res({ passthrough: true }) response: HttpResponse) {
    const { oidc } = this.config;
    return answer(
      response,
      granted({ password: true, provider: oidc ? (oidc.name ?? new URL(oidc.issuer).host) : null }),
    );
  }

  @Post('sign-in/email')
  @HttpCode(200)
  async signIn(
    @Req() request: HttpRequest,
    @Body(shape(SignInDto)) body: SignInDto,
    @Res({ passthrough: true }) response: HttpResponse,
  ) {
    await this.limits.signIn(request.ip, body.email);
    const answered = await this.pass(request, body);
    const session = answered.ok ? await this.identity.session({ cookie: asCookie(answered) }) : null;
    // Also for somebody shut out, whose password may be right: nothing tells the two apart.
    if (!session) return answer(response, refused('not-signed-in', { message: WRONG }));

    await this.rotate(request);
    copyCookies(answered, response);
    return answer(response, granted({ session }));
  }

  /** Answers with the address at the identity provider to go to. */
  @Post('sign-in/social')
  @HttpCode(200)
  async signInElsewhere(
    @Req() request: HttpRequest,
    @Body(shape(ProviderDto)) body: ProviderDto,
    @Res({ passthrough: true }) response: HttpResponse,
  ) {
    await this.limits.arrival(request.ip);
    const answered = await this.pass(request, { callbackURL: '/', ...body, disableRedirect: true });
    if (!answered.ok) return answer(response, refused('not-allowed', { message: NO_PROVIDER }));

    copyCookies(answered, response);
    const { url } = (await answered.json()) as { url: string };
    return answer(response, granted({ url }));
  }

  @Get(`callback/${OIDC_PROVIDER}`)
  @ApiExcludeEndpoint()
  async callback(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse) {
    await this.limits.arrival(request.ip);
    const answered = await this.pass(request, null);
    copyCookies(answered, response);
    const location = answered.headers.get('location');
    if (location === null) return answer(response, refused('not-signed-in', { message: FAILED }));

    if (await this.identity.session({ cookie: asCookie(answered) })) await this.rotate(request);
    response.redirect(302, location);
    return undefined;
  }

  private pass(request: HttpRequest, body: object | null): Promise<Response> {
    const url = new URL(request.originalUrl, this.config.publicUrl);
    const headers = new Headers();
    // Neither addresses nor browsers’ names: better-auth would store them.
    for (const name of ['cookie', 'origin', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    // What came without one was let through by the guard; better-auth asks every cookie for one.
    if (!headers.has('origin')) headers.set('origin', new URL(this.config.publicUrl).origin);
    if (body) headers.set('content-type', 'application/json');
    return this.auth
      .handler(new Request(url, { method: request.method, headers, body: body && JSON.stringify(body) }))
      .catch(refusalOrFault);
  }

  /** Whoever signs in leaves the session they had: no cookie from before is worth anything after. */
  private async rotate(request: HttpRequest): Promise<void> {
    const before = await callerOf(this.identity, request);
    if (before) await this.standing.signOut(before);
  }
}

/** What better-auth refuses becomes a bare status; everything else is a fault. */
function refusalOrFault(error: unknown): Response {
  if (isAPIError(error) && error.statusCode < 500) return new Response(null, { status: error.statusCode });
  throw error;
}

function asCookie(answered: Response): string {
  return answered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function copyCookies(answered: Response, response: HttpResponse): void {
  for (const cookie of answered.headers.getSetCookie()) response.append('Set-Cookie', cookie);
}

const WRONG = 'The address or the password is not right.';
const NO_PROVIDER = 'Signing in elsewhere is not possible here.';
const FAILED = 'Signing in did not work. Please try again.';
