import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { postgresServer } from './support/databases.js';
import { openPanel } from './support/panel.js';
import { nobody, Person } from './support/people.js';
import type { RunningServer } from './support/server.js';
import { pause } from './support/talk.js';
import { median, redisAnswers, TwoNodes } from './support/two-nodes.js';
import { until } from './support/world.js';

const REDIS = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const postgres = await postgresServer();
const hasRedis = postgres !== null && (await redisAnswers(REDIS));
const onPostgres = postgres ? describe : describe.skip;
const withRedis = hasRedis ? describe : describe.skip;

onPostgres('two servers on one PostgreSQL, without Redis (skipped where no PostgreSQL answers)', () => {
  const house = new TwoNodes();
  beforeAll(() => house.open(null), 120_000);
  afterAll(() => house.close());

  it('[R30] read on one what is published on the other, within two seconds', async () => {
    const times = await house.publishAndRead(10);
    expect(Math.max(...times)).toBeLessThan(2_000);
    house.figures['to the other server without Redis'] = times;
  });

  it('[R31] give copies of one intent that reach both of them one answer, and store it once', async () => {
    const { panelId, threadId } = house.panel;
    const ana = await house.panel.person('participant', 'Ana');
    const [here, there] = [await ana.connect(), await new Person(house.b.url, ana.cookie).connect()];
    const intent = { panelId, threadId, intentId: randomUUID(), kind: 'comment', text: 'Once', lang: 'en' };

    const copies = Array.from({ length: 50 }, (_, i) => (i % 2 ? here : there).ask('submit', intent));
    const replies = new Set((await Promise.all(copies)).map((reply) => JSON.stringify(reply)));
    expect(replies.size).toBe(1);
    expect([...replies][0]).toContain('"ok":true');
    expect(await there.ask('submit', { ...intent, text: 'Twice' })).toMatchObject({
      refusal: { code: 'intent-mismatch' },
    });

    const mine = await there.ask('mine', { panelId });
    expect(mine.ok && mine.value.items.filter(({ text }) => text === 'Once')).toHaveLength(1);
    [here, there].forEach((person) => person.disconnect());
  });

  it('[R31, L1] number densely what eight people write on both at once', async () => {
    const { panelId, threadId } = house.panel;
    const writers: Person[] = [];
    for (const [i, name] of ['Bo', 'Cai', 'Dua', 'Eli', 'Fay', 'Gul', 'Hal', 'Ida'].entries()) {
      const person = await house.panel.person('participant', name);
      writers.push(await new Person(i % 2 ? house.a.url : house.b.url, person.cookie).connect());
    }
    const ids = await Promise.all(
      writers.map(async (writer, w) => {
        const own: string[] = [];
        for (let i = 0; i < 15; i++) {
          const body = { panelId, threadId, kind: 'comment' as const, text: `${w} ${i}`, lang: 'en' };
          own.push((await writer.does('submit', body)).contributionId);
        }
        return own;
      }),
    );
    expect(new Set(ids.flat()).size).toBe(120);
    writers.forEach((writer) => writer.disconnect());

    const entries = await house.journals();
    expect(entries.map(({ panelSeq }) => panelSeq)).toEqual(entries.map((_, i) => i + 1));
    const docket = entries.filter(({ journal }) => journal === 'docket');
    expect(docket.map(({ seq }) => seq)).toEqual(docket.map((_, i) => i + 1));
    const submitted = docket.flatMap(({ event }) => (event.type === 'Submitted' ? [event.contributionId] : []));
    expect(ids.flat().filter((id) => !submitted.includes(id))).toEqual([]);
  });

  it('[R27] count in the last tally what was voted on the one that did not close the panel', async () => {
    const panel = await openPanel(house.a);
    const { contributionId } = await panel.submit('To be voted on');
    await panel.publish(contributionId);
    const voters: Person[] = [];
    for (const name of ['Jon', 'Kim', 'Lea']) {
      const person = await panel.person('participant', name);
      voters.push(await new Person(house.b.url, person.cookie).connect());
    }
    const { panelId } = panel;
    await until(async () => (await voters[0]?.ask('join', { panelId }))?.ok ?? false, 'the panel on the other node');
    await Promise.all(voters.map((voter) => voter.does('castVote', { panelId, contributionId, choice: 'agree' })));
    await panel.host.does('closePanel', { panelId });
    await panel.host.does('archivePanel', { panelId });

    const { entries } = await record(house.a, panelId);
    const tallies = entries.flatMap(({ event }) => (event.type === 'Tallied' ? event.tallies : []));
    expect(tallies.at(-1)).toMatchObject({ contributionId, agree: 3 });
    [...voters, panel.host, panel.moderator].forEach((person) => person.disconnect());
  });

  it('[X12] cut on one whose session ended on the other, and take nothing more from it', async () => {
    await house.isCut((seat) => house.forumHost.post('/api/sessions/revoke', seat), 'signed-out');
  });

  it('[X12] cut on one who was shut out on the other', async () => {
    await house.isCut((seat) => house.forumHost.post('/api/people/ban', { ...seat, banned: true }), 'signed-out');
  });

  it('[X12] ask on one to come back whose role changed on the other; the desk is closed to them then', async () => {
    const { forumId, panelId } = house.panel;
    const cookie = await house.isCut(
      (about) => house.forumHost.post('/api/people/role', { role: 'moderator', holds: false, forumId, panelId, about }),
      'roles-changed',
      'moderator',
    );
    const back = await new Person(house.a.url, cookie).connect();
    expect(await back.ask('openDesk', { panelId })).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    back.disconnect();
  });
});

withRedis('two servers on one PostgreSQL, with Redis (skipped where no Redis answers)', () => {
  const house = new TwoNodes();
  beforeAll(() => house.open(REDIS), 120_000);
  afterAll(() => house.close());

  it('[R30] read on one at once what is published on the other', async () => {
    const times = await house.publishAndRead(15);
    house.figures['to the other server with Redis'] = times;
    expect(median(times)).toBeLessThan(1_000);
  });

  it('[R34] add up how many are here, forget who went away while joining, and a node that died', async () => {
    const { panelId } = house.panel;
    const here = await nobody(house.a.url).connect();
    let shown = 0;
    here.socket.on('presence', (presence) => (shown = presence.here));
    await here.ask('join', { panelId });
    const there = [await nobody(house.b.url).connect(), await nobody(house.b.url).connect()];
    for (const reader of there) await reader.ask('join', { panelId });
    await until(() => shown === 3, 'three readers');

    for (let i = 0; i < 20; i++) {
      const passerBy = await nobody(house.a.url).connect();
      passerBy.ask('join', { panelId }).catch(() => undefined);
      await pause(i % 4);
      passerBy.disconnect();
    }
    await pause(2_500);
    there.pop()?.disconnect();
    await until(() => shown === 2, 'two readers');
    here.disconnect();
    there.forEach((reader) => reader.disconnect());
  });

  it('[R33] believe nothing that is forged on Redis', async () => {
    const { panelId, moderator } = house.panel;
    const before = await record(house.a, panelId);
    const forger = new Redis(REDIS);
    const channel = `kurultai:${before.epoch}`;
    const words = [
      { kind: 'panel', node: 'forged', panelId, panelSeq: Number.MAX_SAFE_INTEGER },
      { kind: 'panel', node: 'forged', panelId, panelSeq: -1 },
      { kind: 'panel', node: 'forged', panelId: randomUUID(), panelSeq: 7 },
      { kind: 'identity', node: 'forged' },
      { kind: 'presence', node: 'forged', panelId: randomUUID(), count: 5 },
      { kind: '__proto__', node: 'forged' },
      null,
      'x'.repeat(10_000),
    ];
    for (let i = 0; i < 400; i++) await Promise.all(words.map((word) => forger.publish(channel, JSON.stringify(word))));
    await forger.publish(channel, '{"kind":');
    forger.disconnect();

    expect(await moderator.ask('mine', { panelId })).toMatchObject({ ok: true });
    expect(await record(house.b, panelId)).toEqual(before);
    const times = await house.publishAndRead(3);
    expect(Math.max(...times)).toBeLessThan(5_000);
    for (const server of [house.a, house.b]) expect(server.child.exitCode).toBeNull();
  });

  it.each(['cut', 'freeze'] as const)(
    '[R32] go on when Redis is gone (%s), only later, and use it again by themselves once it is back',
    async (how) => {
      house.redis?.[how]();
      const times = await house.publishAndRead(6);
      house.figures[`to the other server, Redis gone (${how})`] = times;
      expect(Math.max(...times)).toBeLessThan(4_000);
      await until(async () => (await redisOf(house.a)) === 'down', '/health to say that Redis is down');

      house.redis?.heal();
      await until(async () => (await redisOf(house.a)) === 'up' && (await redisOf(house.b)) === 'up', 'Redis again');
      const again = await house.publishAndRead(10);
      house.figures[`to the other server after ${how}`] = again;
      expect(median(again)).toBeLessThan(1_000);
    },
    90_000,
  );

  it('[R34] count the readers of a node that died no more', async () => {
    const { panelId } = house.panel;
    const here = await nobody(house.a.url).connect();
    let shown = 0;
    here.socket.on('presence', (presence) => (shown = presence.here));
    await here.ask('join', { panelId });
    const there = await nobody(house.b.url).connect();
    await there.ask('join', { panelId });
    await until(() => shown === 2, 'two readers');

    await house.b.kill('SIGKILL');
    await until(() => shown === 1, 'one reader', 40_000);
    here.disconnect();
  }, 60_000);
});

async function record(server: RunningServer, panelId: string) {
  const response = await fetch(`${server.url}/api/panels/${panelId}/record?after=0`);
  return (await response.json()) as {
    epoch: string;
    entries: { event: { type: string; tallies: { contributionId: string; agree: number }[] } }[];
  };
}

async function redisOf(server: RunningServer): Promise<string> {
  return ((await (await fetch(`${server.url}/health`)).json()) as { redis: string }).redis;
}
