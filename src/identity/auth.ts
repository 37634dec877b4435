import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { anonymous } from 'better-auth/plugins/anonymous';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Pool } from 'pg';
import { acceptName } from '../../domain/text/names.js';
import { allowedOrigins, isHttps, type IdentityConfig, type OidcConfig } from './config.js';
import { cookiePrefix } from './cookie.js';
import { ABSOLUTE_SECONDS, IDLE_SECONDS, PASSWORD_MAX, PASSWORD_MIN } from './lifetimes.js';

export const OIDC_PROVIDER = 'oidc';

/** better-auth on our tables: passwords, the identity provider’s flow, and the cookie’s format. Everything else is ours. */
export function authOptions(pool: Pool, secret: string, config: IdentityConfig, report: Report) {
  return {
    appName: 'Kurultai',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    trustedOrigins: [...allowedOrigins(config)],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    plugins: [
      // Guests keep their row when they sign in with another account: their seats stand in records.
      anonymous({ disableDeleteAnonymousUser: true, schema: { user: { fields: { isAnonymous: 'guest' } } } }),
      ...(config.oidc ? [genericOAuth({ config: [oidc(config.oidc)] })] : []),
    ],
    ...TABLES,
    session: {
      ...TABLES.session,
      // The cookie lives as long as a session ever may; the row’s `expires_at` carries the idle limit and only we move it.
      expiresIn: ABSOLUTE_SECONDS,
      disableSessionRefresh: true,
    },
    account: { ...TABLES.account, updateAccountOnSignIn: false, accountLinking: { disableImplicitLinking: true } },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({ data: { ...session, expiresAt: new Date(Date.now() + IDLE_SECONDS * 1000) } }),
        },
      },
      account: {
        create: {
          // We only need to know who it is: the provider’s tokens are not kept.
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    // A fault must reach our own filter, which knows an outage from a mistake.
    onAPIError: { throw: true, errorURL: `${config.publicUrl}/sign-in` },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error', // What stands behind the colon was sent by somebody.
      log: (_level, message) => report(message.split(':')[0] ?? ''),
    },
    advanced: {
      cookiePrefix: cookiePrefix(config),
      // `false`, or better-auth puts `__Secure-` before our own prefix.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps(config), httpOnly: true, sameSite: 'lax', path: '/' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: 'uuid', validateSchema: false },
    },
  } satisfies BetterAuthOptions;
}

/** Injection token of better-auth’s instance. */
export const AUTH = Symbol('better-auth');

export type Auth = ReturnType<typeof createAuth>;

export type Report = (message: string) => void;

export function createAuth(pool: Pool, secret: string, config: IdentityConfig, report: Report) {
  return betterAuth(authOptions(pool, secret, config, report));
}

function oidc(provider: OidcConfig) {
  const issuer = provider.issuer.replace(/\/$/, '');
  return {
    providerId: OIDC_PROVIDER,
    name: provider.name,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    scopes: ['openid', 'email', 'profile'],
    // By issuer and subject: the same subject at another issuer is another person.
    accountSubject: ({ profile }: { profile: { sub?: string | number | null | undefined } }) =>
      profile.sub === null || profile.sub === undefined ? '' : `${issuer}#${profile.sub}`,
    mapProfileToUser: (profile: { name?: unknown }) => ({ name: nameFrom(profile.name) }),
  };
}

function nameFrom(claim: unknown): string {
  const accepted = acceptName(typeof claim === 'string' ? claim : '');
  return accepted.ok ? accepted.name : 'Guest';
}

const DATES = { createdAt: 'created_at', updatedAt: 'updated_at' };

const TABLES = {
  user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...DATES } },
  session: {
    modelName: 'person_session',
    fields: {
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...DATES,
    },
  },
  account: {
    modelName: 'person_account',
    fields: {
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...DATES,
    },
  },
  verification: { modelName: 'person_verification', fields: { expiresAt: 'expires_at', ...DATES } },
};
