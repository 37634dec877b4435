import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import pg from 'pg';
import type { Entry } from '../domain/panel/events.js';
import { fold, initialState } from '../domain/panel/evolve.js';
import { canonicalState } from '../domain/panel/snapshot.js';
import { SqlPanelLog } from '../src/log/sql-panel-log.js';
import { openDatabase } from '../src/persistence/index.js';
import { dropDatabase, emptyDatabase, postgresServer, preparedFolder } from './support/databases.js';
import { Proxy } from './support/proxy.js';
import { quietPort, startsAndEnds } from './support/server.js';
import { drawing, pause, Talk } from './support/talk.js';
import { until, World } from './support/world.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const ROUNDS = 4;

describe('a server on its own folder', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open({ port: await quietPort(), dataFolder: await preparedFolder() });
  }, 120_000);
  afterAll(() => world.close());

  it(`[R20, R21] killed at random moments (SEED=${SEED}), keeps all it answered, once, and everybody agrees`, async () => {
    const random = drawing(SEED);
    const guests = [];
    for (const name of ['Ana', 'Ben', 'Cai', 'Dua']) guests.push(await world.seat(name));
    await world.reader();

    const talk = new Talk(world, guests);
    for (let round = 0; round < ROUNDS; round++) {
      await pause(200 + random() * 1_300);
      await world.restart('SIGKILL');
    }
    await pause(500);
    await talk.ends();

    await keptOnce(world, talk);
    expect(talk.published.size).toBeGreaterThan(0);
    await world.converges();
  }, 240_000);

  it('[R23] holds its folder against a second one, which names it and leaves', async () => {
    const guest = await world.seat('Eli');
    const { server } = world;
    const second = await startsAndEnds({ KURULTAI_DATA: server.dataFolder });

    expect(second.code).toBe(1);
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(second.stderr).toContain(`process ${server.pid} `);
    await world.panel.publish(await guest.says('Still here'));
    await world.converges();
  }, 120_000);

  it('[R22] told to end, says goodbye and not ready, and loses nothing it answered', async () => {
    const guests = [await world.seat('Fay'), await world.seat('Gul')];
    const { url, child } = world.server;
    const farewells: { reason: string; retryInMs: number }[] = [];
    const readers = [];
    for (let i = 0; i < 12; i++) {
      const reader = await world.panel.person('observer', `Reader ${'abcdefghijkl'.charAt(i)}`);
      await reader.connect();
      await reader.ask('join', { panelId: world.panel.panelId });
      reader.socket.on('goodbye', (goodbye) => farewells.push(goodbye));
      readers.push(reader);
    }

    const talk = new Talk(world, guests);
    await pause(500);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const ready: number[] = [];
    while (child.exitCode === null && child.signalCode === null && !ready.includes(503)) {
      ready.push(
        await fetch(`${url}/ready`).then(
          ({ status }) => status,
          () => 0,
        ),
      );
    }
    expect(await ended).toEqual([0, null]);
    expect(ready).toContain(503);
    expect(farewells.map(({ reason }) => reason)).toEqual(readers.map(() => 'draining'));
    expect(new Set(farewells.map(({ retryInMs }) => retryInMs)).size).toBeGreaterThan(6);

    await world.restart('SIGTERM');
    await talk.ends();
    await keptOnce(world, talk);
    await world.converges();
    readers.forEach((reader) => reader.disconnect());
  }, 120_000);

  it('[R22] told to end, does so though somebody reads nothing of what they asked for', async () => {
    const proxy = await Proxy.before(world.server.url);
    const asked = fetch(`${proxy.url}/api/panels/${world.panel.panelId}/record/follow?after=100000&wait=25`);
    asked.catch(() => undefined);
    await pause(300);
    proxy.freeze();
    const { child } = world.server;
    await world.server.kill('SIGTERM');
    expect(child.exitCode).toBe(0);
    await proxy.close();
    await world.restart('SIGTERM');
    await world.converges();
  }, 120_000);

  it('[R20] has journals without a hole, which fold to what readers hold', async () => {
    const read = await world.entries();
    await world.server.kill('SIGTERM');
    const database = await openDatabase({ dataFolder: world.server.dataFolder });
    try {
      const entries = await new SqlPanelLog(database.dataSource).readAfter(world.panel.panelId, 0, 100_000);
      dense(entries);
      const record = fold(initialState, entries).record;
      expect(record.seq).toBe(read.length);
      expect(canonicalState(record)).toBe(canonicalState(fold(initialState, read.map(asEntry)).record));
    } finally {
      await database.close();
    }
  }, 120_000);
});

const postgres = await postgresServer();
const onPostgres = postgres ? describe : describe.skip;

onPostgres('a server on PostgreSQL (skipped where none answers at TEST_DATABASE_URL or 127.0.0.1:5432)', () => {
  let world: World;
  let network: Proxy;
  let databaseUrl: string;

  beforeAll(async () => {
    databaseUrl = await emptyDatabase(postgres ?? '');
    network = await Proxy.before(databaseUrl);
    const through = new URL(databaseUrl);
    through.host = `127.0.0.1:${network.port}`;
    world = await World.open({ port: await quietPort(), env: { DATABASE_URL: through.href } });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await network.close();
    await dropDatabase(postgres ?? '', databaseUrl);
  });

  it('[R24] outlives the end of all its connections, again and again, and keeps all it answered', async () => {
    const guests = [await world.seat('Ana'), await world.seat('Ben'), await world.seat('Cai')];
    const talk = new Talk(world, guests);
    for (let round = 0; round < 5; round++) {
      await pause(400);
      await endConnections(postgres ?? '', databaseUrl);
    }
    await pause(400);
    await talk.ends();

    expect(world.server.child.exitCode).toBeNull();
    expect(world.server.stderr()).not.toContain('uncaught exception');
    await keptOnce(world, talk);
    await world.converges();
  }, 120_000);

  it('[R24] waits out a database that is away, says so, and goes on', async () => {
    const guests = [await world.seat('Dua'), await world.seat('Eli')];
    const talk = new Talk(world, guests);
    await pause(300);
    network.cut();
    await until(async () => (await health(world)).status === 503, '/health to say 503', 15_000);
    expect((await health(world)).body).toMatchObject({ status: 'database-down', database: 'down' });
    await pause(500); // what was committed before the cut is still being answered
    const before = talk.stored.size;
    const lost = await world.panel.moderator.ask('takeNext', intent(world));
    expect(lost).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
    expect(talk.stored.size).toBe(before);

    network.heal();
    await until(async () => (await health(world)).status === 200, '/health to say 200', 15_000);
    await until(() => talk.stored.size > before, 'the first answer', 30_000);
    await talk.ends();
    expect(world.server.child.exitCode).toBeNull();
    await keptOnce(world, talk);
    await world.converges();
  }, 120_000);

  it('[R24] says within five seconds that a database answers no more, however it stopped', async () => {
    network.freeze();
    await until(async () => (await health(world)).status === 503, '/health to say 503', 10_000);
    network.heal();
    await until(async () => (await health(world)).status === 200, '/health to say 200', 30_000);
  }, 120_000);

  it('[R24] lets people come back by themselves who came while it could not tell who they are', async () => {
    const guest = await world.seat('Fay');
    guest.loses('connection');
    await world.restart('SIGKILL');
    network.cut();
    guest.returns();
    await pause(1_500);
    expect(guest.store.snapshot().connection).not.toBe('live');

    network.heal();
    await world.panel.publish(await guest.says('Back again'));
    await world.converges();
  }, 120_000);
});

/** Everything answered is there under its id, everything said is there once. */
async function keptOnce(world: World, talk: Talk): Promise<void> {
  const kept = await talk.kept();
  expect(talk.stored.size).toBeGreaterThan(0);
  expect(talk.said.filter((text) => kept.get(text)?.length !== 1)).toEqual([]);
  expect([...talk.stored].filter(([text, id]) => kept.get(text)?.[0] !== id)).toEqual([]);

  const entries = await world.entries();
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
  const inRecord = entries.flatMap(({ event }) =>
    event.type === 'ContributionPublished' ? [event.contributionId] : [],
  );
  expect(new Set(inRecord).size).toBe(inRecord.length);
  expect([...talk.published].filter((id) => !inRecord.includes(id))).toEqual([]);
}

function dense(entries: readonly Entry[]): void {
  expect(entries.map(({ panelSeq }) => panelSeq)).toEqual(entries.map((_, i) => i + 1));
  for (const journal of ['record', 'docket']) {
    const seqs = entries.filter((entry) => entry.journal === journal).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  }
}

function asEntry(entry: Awaited<ReturnType<World['entries']>>[number]): Entry {
  return { ...entry, journal: 'record', panelSeq: entry.seq };
}

async function health({ server }: World): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}/health`);
  return { status: response.status, body: await response.json() };
}

function intent({ panel: { panelId } }: World) {
  return { panelId, intentId: '00000000-0000-4000-8000-00000000000a' };
}

async function endConnections(server: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    new URL(url).pathname.slice(1),
  ]);
  await client.end();
}
