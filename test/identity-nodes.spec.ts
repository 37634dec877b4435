import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../src/persistence/index.js';
import { SessionCookie } from '../src/identity/cookie.js';
import { SqlIdentity } from '../src/identity/identity.js';
import { Operator } from '../src/identity/operator.js';
import { postgresDatabase, postgresServer, type TestDatabase } from './support/databases.js';
import { identityServer, tokenIn, type IdentityServer } from './support/identity-server.js';

const onPostgres = (await postgresServer()) ? describe : describe.skip;

onPostgres('two servers on one PostgreSQL', () => {
  let first: TestDatabase;
  let second: TestDatabase;
  let a: IdentityServer;
  let b: IdentityServer;

  beforeAll(async () => {
    const made = await postgresDatabase();
    if (!made) throw new Error('The server went away.');
    first = made;
    const database = await openDatabase(first.config);
    second = { database, config: first.config, drop: () => database.close() };
    a = await identityServer({ on: first });
    b = await identityServer({ on: second });
  });

  afterAll(async () => {
    await Promise.all([a.close(), b.close()]);
    await second.drop();
    await first.drop();
  });

  it('[I12] take each other’s cookies, and hear of each other’s ends', async () => {
    const { panelId } = await a.panel('open');
    const came = await a.post('/api/join', { panelId, name: 'Aigul' });
    const there = b.app.get(SqlIdentity);
    const session = await there.session({ cookie: came.cookie });
    expect(session).toMatchObject({ name: 'Aigul' });
    const ended: unknown[] = [];
    there.onEnded((each) => each.sessionId === session?.sessionId && ended.push(each));

    expect((await a.post('/api/sign-out', {}, { cookie: came.cookie })).status).toBe(200);
    for (let i = 0; i < 200 && ended.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toHaveLength(1);
    expect(there.isLive(session?.sessionId ?? '')).toBe(false);
    expect(await there.session({ cookie: came.cookie })).toBeNull();
  });

  it('[I12] miss no end, however many are written at the same time', async () => {
    const { panelId } = await a.panel('invitation');
    const people = Array.from({ length: 60 }, () => ({ name: 'Anna', role: 'participant' as const }));
    const seated = await a.app.get(Operator).seats(panelId, people);
    const cookies = seated.ok ? seated.value.map(({ cookie }) => cookie) : [];
    const there = b.app.get(SqlIdentity);
    const sessions = await Promise.all(cookies.map((cookie) => there.session({ cookie })));
    const waiting = new Set(sessions.map((session) => session?.sessionId));
    there.onEnded(({ sessionId }) => waiting.delete(sessionId ?? ''));

    expect(waiting.size).toBe(60);
    await Promise.all(cookies.map((cookie) => a.post('/api/sign-out', {}, { cookie })));
    for (let i = 0; i < 200 && waiting.size > 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(waiting.size).toBe(0);
  });

  it('[I4] admit together as many as an invitation says', async () => {
    const { forumId, panelId } = await a.panel('invitation');
    const made = await a.app.get(Operator).link({ role: 'participant', forumId, panelId, maxUses: 5 });
    const token = tokenIn(made.ok ? made.value.link : '');
    const names = ['Aigul', 'Bolat', 'Chinara', 'Dauren', 'Erlan', 'Farida', 'Gulnara', 'Hasan', 'Indira', 'Kanat'];
    const came = await Promise.all(
      names.map((name, i) => (i % 2 ? a : b).post('/api/invitations/accept', { token, name })),
    );
    expect(came.filter(({ status }) => status === 200)).toHaveLength(5);
  });

  it('[I8, I9] seat one person once and one name once', async () => {
    const { forumId, panelId } = await a.panel('open');
    const came = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? a : b).post('/api/join', { panelId, name: 'Anna' })),
    );
    expect(came.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(came.filter(({ status }) => status === 409)).toHaveLength(7);

    const made = await a.app.get(Operator).link({ role: 'host', forumId });
    const host = await a.post('/api/invitations/accept', {
      token: tokenIn(made.ok ? made.value.link : ''),
      name: 'Anna',
    });
    const nodes = [a, b, a, b].map((server) => server.app.get(SqlIdentity));
    const actors = await Promise.all(
      nodes.map(async (node) => node.actor(await node.session({ cookie: host.cookie }), panelId)),
    );
    expect(new Set(actors.map(({ seat }) => seat)).size).toBe(1);
  });

  it('[I10] sign with one key, made at first start', async () => {
    const pairs = [a, b].map((server) => server.app.get(SessionCookie).pair('token'));
    expect(pairs[0]).toBe(pairs[1]);
  });
});
