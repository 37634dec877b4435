import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { OwnClaims } from '../src/claims/own-claims.js';
import { SqlProfiles } from '../src/claims/profiles.js';
import { Renewing } from '../src/claims/renewing.js';
import type { Session } from '../src/identity/types.js';
import { postgresDatabase, postgresServer, type TestDatabase } from './support/databases.js';
import { until } from './support/world.js';

const onPostgres = (await postgresServer()) ? describe : describe.skip;

onPostgres('claims on a database with many connections', () => {
  let made: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    const found = await postgresDatabase();
    if (!found) throw new Error('The server went away.');
    made = found;
    database = made.database.dataSource;
  });

  afterAll(() => made.drop());

  it('[G8] count no more where they are withdrawn while their profile is being locked', async () => {
    const { personId, panelId, forumId, seat } = await somebody();
    const renewing = new Renewing(database, { renew: () => Promise.resolve(), forgotten: () => Promise.resolve() });
    const own = new OwnClaims(database, renewing);
    let isDone = false;
    let withdrawing: Promise<unknown> = Promise.resolve();

    await database.transaction(async (db) => {
      await new SqlProfiles(db as unknown as DataSource).lock(panelId, [seat]);
      withdrawing = own.withdraw({ personId } as Session, forumId, 'ldc').finally(() => (isDone = true));
      await until(async () => isDone || (await isWaiting()), 'the withdrawal to wait, or to be done');
    });
    await withdrawing;
    const versions = (await new SqlProfiles(database).load(panelId)).get(seat);
    expect([...(versions ?? [])]).toEqual([
      [1, [{ group: 'ldc', attested: true }]],
      [2, []],
    ]);
  });

  async function isWaiting(): Promise<boolean> {
    const found = await database.query<unknown[]>(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return found.length > 0;
  }

  /** Attested for a group, with a seat in an open panel. */
  async function somebody() {
    const [forumId, panelId, seat] = [randomUUID(), randomUUID(), randomUUID()];
    const groups = JSON.stringify([
      { id: 'ldc', title: 'LDC', floor: 1_000, axis: null, sensitive: false, source: null },
    ]);
    await database.query(`INSERT INTO forum (forum_id, slug, title, description) VALUES ($1, 'f', 'F', '')`, [forumId]);
    await database.query(
      `INSERT INTO panel (panel_id, forum_id, access, summary) VALUES ($1, $2, 'open', '{"phase": "open"}')`,
      [panelId, forumId],
    );
    await database.query('INSERT INTO forum_groups (forum_id, groups) VALUES ($1, $2)', [forumId, groups]);
    const [person] = await database.query<{ id: string }[]>(
      `INSERT INTO person (name, email) VALUES ('P', 'p@p.invalid') RETURNING id`,
    );
    const personId = person?.id ?? '';
    await database.query(
      `INSERT INTO seat (panel_id, seat_id, person_id, name, skeleton, caseless) VALUES ($1, $2, $3, 'P', 'p', 'p')`,
      [panelId, seat, personId],
    );
    await database.query(
      `INSERT INTO claim (person_id, forum_id, group_id, attested, source) VALUES ($1, $2, 'ldc', true, 'code')`,
      [personId, forumId],
    );
    return { personId, panelId, forumId, seat };
  }
});
