import { Inject, Logger, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Admissions } from './admissions.js';
import { AUTH, createAuth } from './auth.js';
import { IdentityConfig } from './config.js';
import { SessionCookie } from './cookie.js';
import { AuthController } from './http/auth.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { Limits } from './http/limits.js';
import { OperatorController } from './http/operator.controller.js';
import { OriginGuard } from './http/origin.guard.js';
import { SessionsController } from './http/sessions.controller.js';
import { SqlIdentity } from './identity.js';
import { Invitations } from './invitations.js';
import { OPERATOR_KEY, operatorKey } from './operator-key.js';
import { Operator } from './operator.js';
import { OriginRule } from './origin.js';
import { Passwords } from './passwords.js';
import { sessionSecret } from './secret.js';
import { Standing } from './standing.js';

const SECRET = Symbol('session secret');

/** Needs a `DataSource` whose migrations have run, provided globally. */
@Module({})
export class IdentityModule implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(IdentityConfig) private readonly config: IdentityConfig,
  ) {}

  static with(config: IdentityConfig): DynamicModule {
    return {
      module: IdentityModule,
      controllers: [AuthController, InvitationsController, SessionsController, OperatorController],
      providers: [
        { provide: IdentityConfig, useValue: config },
        { provide: SECRET, inject: [DataSource], useFactory: sessionSecret },
        { provide: OPERATOR_KEY, useFactory: async () => config.operatorKey ?? (await operatorKey(config.dataFolder)) },
        {
          provide: SessionCookie,
          inject: [SECRET],
          useFactory: (secret: string) => new SessionCookie(config, secret),
        },
        {
          provide: OriginRule,
          inject: [SessionCookie],
          useFactory: (cookie: SessionCookie) => new OriginRule(config, (header) => cookie.isIn(header)),
        },
        {
          provide: AUTH,
          inject: [DataSource, SECRET],
          useFactory: (database: DataSource, secret: string) => createAuth(poolOf(database), secret, config, report),
        },
        ...[SqlIdentity, Passwords, Invitations, Admissions, Standing, Operator, OriginGuard, Limits],
      ],
      exports: [
        SqlIdentity,
        Invitations,
        Admissions,
        Operator,
        OriginRule,
        OriginGuard,
        SessionCookie,
        IdentityConfig,
        Limits,
      ],
      global: true,
    };
  }

  onModuleInit(): void {
    // Only as many hops as were configured are believed: the limits count by address.
    this.http.httpAdapter?.getInstance?.()?.set?.('trust proxy', this.config.trustProxyHops);
  }
}

/** The pool TypeORM’s postgres driver holds, embedded or not: better-auth uses the same connections. */
export function poolOf(database: DataSource): Pool {
  return (database.driver as unknown as { master: Pool }).master;
}

function report(message: string): void {
  new Logger('better-auth').warn(message);
}
