import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../../src/persistence/index.js';
import { openDatabase } from '../../src/persistence/index.js';

/** A database of its own for one spec file, gone when the spec is. */
export interface TestDatabase {
  readonly database: Database;
  /** What a second process would open it with; on PostgreSQL several may. */
  readonly config: { readonly databaseUrl?: string; readonly dataFolder: string };
  drop(): Promise<void>;
}

export async function embeddedDatabase(): Promise<TestDatabase> {
  const dataFolder = await preparedFolder();
  const config = { dataFolder };
  const database = await openDatabase(config);
  return {
    database,
    config,
    async drop() {
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** An empty database on a PostgreSQL server; `null` where there is none. */
export async function postgresDatabase(poolSize = 4): Promise<TestDatabase | null> {
  const server = await postgresServer();
  if (!server) return null;

  const config = { databaseUrl: await emptyDatabase(server), dataFolder: join(tmpdir(), 'unused') };
  const database = await openDatabase({ ...config, poolSize });
  return {
    database,
    config,
    async drop() {
      await database.close();
      await dropDatabase(server, config.databaseUrl);
    },
  };
}

/** The URL of a server on which tests may make databases; `null` where none answers. */
export async function postgresServer(): Promise<string | null> {
  const url = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch (error) {
    if (process.env['TEST_DATABASE_URL']) throw error;
    return null;
  }
}

/** Makes a database and returns its URL. */
export async function emptyDatabase(server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = `/kurultai_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${url.pathname.slice(1)}`);
  return url.href;
}

export async function dropDatabase(server: string, url: string): Promise<void> {
  await onServer(server, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

/**
 * A data folder in which the embedded database is made already: making one takes seconds, copying one does not. The
 * original is kept with the other temporary files, one for each version of the engine.
 */
export async function preparedFolder(): Promise<string> {
  const original = join(tmpdir(), `kurultai-pglite-${engineVersion()}-${process.getuid?.() ?? 'here'}`);
  if (!existsSync(original)) await makeOriginal(original);

  const folder = await mkdtemp(join(tmpdir(), 'kurultai-'));
  await cp(original, join(folder, 'pglite'), { recursive: true });
  return folder;
}

async function makeOriginal(original: string): Promise<void> {
  const aside = await mkdtemp(`${original}-`);
  const pglite = await PGlite.create(join(aside, 'pglite'));
  await pglite.close();
  await rename(join(aside, 'pglite'), original).catch((error: NodeJS.ErrnoException) => {
    if (!existsSync(original)) throw error; // otherwise another spec was quicker
  });
  await rm(aside, { recursive: true, force: true });
}

function engineVersion(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(main, '../../package.json'), 'utf8')) as { version: string };
  return version;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
