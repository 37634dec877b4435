import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { IdentityModule } from '../../src/identity/identity.module.js';
import type { IdentityConfig } from '../../src/identity/config.js';
import { embeddedDatabase, type TestDatabase } from './databases.js';

/** Only identity, over HTTP. */
export interface IdentityServer {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: DataSource;
  readonly dataFolder: string;
  /** A panel’s row as the log would write it. */
  panel(access: 'open' | 'invitation', forumId?: string): Promise<{ panelId: string; forumId: string }>;
  /** A request of a page of this forum, with an optional cookie. */
  post(path: string, body: object, more?: From): Promise<Answered>;
  get(path: string, cookie?: string): Promise<Answered>;
  close(): Promise<void>;
}

/** Whom a request comes from: a cookie, as an earlier answer gave it; an origin, null for none; other headers. */
export interface From {
  readonly cookie?: string;
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly setCookie: readonly string[];
  /** What a browser would send back. */
  readonly cookie: string;
  readonly answerHeaders: Headers;
}

export interface ServerParts extends Partial<IdentityConfig> {
  /** Shared with other servers, and dropped by whoever made it. */
  readonly on?: TestDatabase;
  /** A room beside identity, and what it leans on. */
  readonly beside?: Beside;
}

interface Beside {
  readonly modules: readonly Type[];
  readonly providers: readonly Provider[];
}

export async function identityServer({ on, beside, ...config }: ServerParts = {}): Promise<IdentityServer> {
  const own = on ? null : await embeddedDatabase();
  const database = (on ?? own)?.database.dataSource;
  if (!database) throw new Error('No database.');
  const dataFolder = await mkdtemp(join(tmpdir(), 'kurultai-identity-'));
  const port = config.publicUrl ? 0 : await freePort();
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const app = await NestFactory.create<NestExpressApplication>(
    Root.with(
      database,
      IdentityModule.with({ publicUrl, origins: [publicUrl], dataFolder, trustProxyHops: 0, ...config }),
      beside,
    ),
    { logger: false },
  );
  await app.listen(port, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;

  return {
    url,
    app,
    database,
    dataFolder,
    async panel(access, forumId = randomUUID()) {
      const panelId = randomUUID();
      await database.query('INSERT INTO panel (panel_id, forum_id, access) VALUES ($1, $2, $3)', [
        panelId,
        forumId,
        access,
      ]);
      return { panelId, forumId };
    },
    async post(path, body, { cookie, origin = publicUrl, headers = {} } = {}) {
      return answered(
        await fetch(`${url}${path}`, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            'content-type': 'application/json',
            ...(origin ? { origin } : {}),
            ...(cookie ? { cookie } : {}),
            ...headers,
          },
          body: JSON.stringify(body),
        }),
      );
    },
    async get(path, cookie) {
      return answered(await fetch(`${url}${path}`, { redirect: 'manual', headers: cookie ? { cookie } : {} }));
    },
    async close() {
      await app.close();
      await own?.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export function tokenIn(link: string): string {
  return new URL(link).hash.replace('#i=', '');
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const setCookie = response.headers.getSetCookie();
  return {
    status: response.status,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {},
    setCookie,
    cookie: setCookie.map((cookie) => cookie.split(';')[0]).join('; '),
    answerHeaders: response.headers,
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

@Global()
@Module({})
class Root {
  static with(database: DataSource, identity: DynamicModule, beside?: Beside): DynamicModule {
    const providers: Provider[] = [{ provide: DataSource, useValue: database }, ...(beside?.providers ?? [])];
    return { module: Root, imports: [identity, ...(beside?.modules ?? [])], providers, exports: providers };
  }
}
