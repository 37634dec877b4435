import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Actor } from '../../domain/panel/roles.js';
import { Forums } from '../../src/log/directory.js';
import { SqlPanelLog } from '../../src/log/sql-panel-log.js';
import { Panels } from '../../src/panels/panels.js';
import { type Database, openDatabase } from '../../src/persistence/index.js';

/** The product’s log and rooms in this process, on a database of their own that goes away afterwards. */
export interface BenchHouse {
  readonly database: Database;
  readonly log: SqlPanelLog;
  readonly forums: Forums;
  rooms(): Panels;
  close(): Promise<void>;
}

export async function openHouse(serverUrl: string | null): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kurultai-bench-'));
  const own = serverUrl ? await ownDatabase(serverUrl) : null;
  const database = await openDatabase({ databaseUrl: own?.url, dataFolder: folder });
  const log = new SqlPanelLog(database.dataSource);
  const forums = new Forums(database.dataSource);
  return {
    database,
    log,
    forums,
    rooms: () => new Panels(log, forums, { now: Date.now, newId: randomUUID, epoch: 'bench', alone: true }),
    close: async () => {
      await database.close();
      await own?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of the bench’s own on a PostgreSQL server. */
export async function ownDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `kurultai_bench_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

export function actor(role: Actor['roles'][number]): Actor {
  return { seat: randomUUID(), roles: [role] };
}
