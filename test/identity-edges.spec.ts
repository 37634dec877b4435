import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Role } from '../domain/panel/roles.js';
import { Admissions } from '../src/identity/admissions.js';
import { SqlIdentity } from '../src/identity/identity.js';
import { Invitations } from '../src/identity/invitations.js';
import { Operator } from '../src/identity/operator.js';
import { sitDownNumbered } from '../src/identity/seats.js';
import { identityServer, tokenIn, type IdentityServer } from './support/identity-server.js';

let server: IdentityServer;
beforeAll(async () => void (server = await identityServer()));
afterAll(() => server.close());

describe('an affiliation', () => {
  it.each([
    ['a null', 'a\0b'],
    ['a direction control', 'UN\u202eNU'],
    ['half a surrogate pair', 'a\ud800'],
    ['a badge', 'UN ✔'],
    ['a role', 'Moderator'],
  ])('[I25] with %s is refused at every way in', async (_what, affiliation) => {
    const { panelId } = await server.panel('open');
    const refusal = { refusal: { code: 'bad-name', field: 'affiliation' } };
    expect((await server.post('/api/join', { panelId, name: 'Ana', affiliation })).body).toMatchObject(refusal);

    const token = tokenIn(await server.app.get(Invitations).ownerLink());
    const accepted = await server.post('/api/invitations/accept', { token, name: 'Ana', affiliation });
    expect(accepted.body).toMatchObject(refusal);

    const people = [{ name: 'Ana', role: 'participant', affiliation }] as const;
    expect(await server.app.get(Operator).seats(panelId, people)).toMatchObject({
      refusal: { code: 'bad-name', field: 'people.0.affiliation' },
    });
  });

  it('[I25] stands beside the name as it was accepted', async () => {
    const { panelId } = await server.panel('open');
    const joined = await server.app
      .get(Admissions)
      .join(panelId, { name: 'Ana', affiliation: '  Host  City Council' }, null);
    if (!joined.ok) throw new Error(joined.refusal.code);
    const seat = joined.value.seat ?? '';
    expect((await server.app.get(SqlIdentity).people(panelId, [seat]))[seat]?.affiliation).toBe('Host City Council');
  });
});

it('[I26] refuses a role for somebody who does not exist', async () => {
  const token = tokenIn(await server.app.get(Invitations).ownerLink());
  const { cookie } = await server.post('/api/invitations/accept', { token, name: 'Olga' });
  const change = { role: 'host', forumId: randomUUID(), holds: true, about: { personId: randomUUID() } };
  const answer = await server.post('/api/people/role', change, { cookie });
  expect(answer.status).toBeLessThan(500);
  expect(answer.body).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
});

it('[I27] seats the 251st of one name, also when several come at once', async () => {
  const { panelId } = await server.panel('open');
  const people = Array.from({ length: 250 }, () => ({ name: 'Ana', role: 'participant' as const }));
  expect(await server.app.get(Operator).seats(panelId, people)).toMatchObject({ ok: true });

  const database = server.app.get(DataSource);
  const arrivals = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const personId = randomUUID();
      await database.query(`INSERT INTO person (id, name, email) VALUES ($1, 'Ana', $2)`, [personId, personId]);
      return sitDownNumbered(database, { panelId, personId, name: 'Ana', affiliation: '' });
    }),
  );
  expect(new Set(arrivals).size).toBe(12);
  const named = await server.app.get(SqlIdentity).people(panelId, arrivals);
  for (const seat of arrivals) expect(named[seat]?.name).toMatch(/^Ana \(\d+\)$/);
});

describe('a change whose commit', () => {
  it('[I28] is not known of is heard of all the same, and one that is known of only once', async () => {
    const { signals } = server.app.get(SqlIdentity);
    const heard: string[] = [];
    const stop = signals.on(({ personId }) => heard.push(personId));
    const [lost, known] = [randomUUID(), randomUUID()];
    const database = server.app.get(DataSource);

    // Committed, and the answer to the commit was lost: nobody announces it.
    await database.transaction((db) => signals.write(db, [{ sessionId: null, personId: lost }]));
    await signals.hint();
    expect(heard).toEqual([lost]);

    const written = await database.transaction((db) => signals.write(db, [{ sessionId: null, personId: known }]));
    signals.announce(written);
    await signals.hint();
    signals.announce(written);
    expect(heard).toEqual([lost, known]);
    stop();
  });
});

it('[I31] lets the host of one panel invite to it, see its invitations and revoke them, and no others', async () => {
  const { panelId, forumId } = await server.panel('invitation');
  const there = await server.panel('invitation', forumId);
  const mint = async (role: Role, place: { panelId: string }, more: object = {}) =>
    server.app.get(Invitations).mint({ role, forumId, email: null, maxUses: 1, hours: 1, ...place, ...more }, null);
  const host = await server.post('/api/invitations/accept', {
    ...{ token: tokenIn((await mint('host', { panelId })).link), name: 'Hana' },
  });
  const elsewhere = await mint('participant', there);

  const offer = { role: 'panellist', forumId, panelId, maxUses: 3 };
  const made = await server.post('/api/invitations', offer, host);
  expect(made.status).toBe(200);
  const { invitationId, link } = made.body as unknown as { invitationId: string; link: string };
  await server.post('/api/invitations/accept', { token: tokenIn(link), name: 'Pavel' });

  const list = (place: string) => server.get(`/api/invitations?forumId=${forumId}${place}`, host.cookie);
  const listed = await list(`&panelId=${panelId}`);
  const found = (listed.body as unknown as { invitationId: string }[]).find((one) => one.invitationId === invitationId);
  expect(found).toMatchObject({ ...offer, uses: 1, revoked: false, expiresAt: expect.any(Number) });
  expect(JSON.stringify(listed.body)).not.toContain(tokenIn(link));
  expect(JSON.stringify(listed.body)).not.toContain(elsewhere.invitationId);
  expect((await list('')).status).toBe(403);
  expect((await list(`&panelId=${there.panelId}`)).status).toBe(403);
  expect((await list(`&panelId=${forumId}`)).status).toBe(404);

  expect((await server.post('/api/invitations/revoke', { invitationId }, host)).status).toBe(200);
  expect((await list(`&panelId=${panelId}`)).body).toContainEqual(
    expect.objectContaining({ invitationId, revoked: true }),
  );
  expect((await server.post('/api/invitations/revoke', elsewhere, host)).status).toBeGreaterThanOrEqual(400);
  const { invitationId: other } = elsewhere;
  expect((await server.post('/api/invitations/revoke', { invitationId: other }, host)).status).toBe(403);
  expect((await server.post('/api/invitations', { ...offer, panelId: there.panelId }, host)).status).toBe(403);
});

it('[W29] lists seats with every role held there, and where somebody sits', async () => {
  const { panelId, forumId } = await server.panel('invitation');
  const identity = server.app.get(SqlIdentity);
  const arrive = async (role: Role, name: string, at: string | null) => {
    const offer = { role, forumId, panelId: at, email: null, maxUses: 1, hours: 1 };
    const { link } = await server.app.get(Invitations).mint(offer, null);
    return server.post('/api/invitations/accept', { token: tokenIn(link), name, affiliation: 'River Board' });
  };
  const pavel = await arrive('panellist', 'Pavel', panelId);
  await arrive('participant', 'Aigul', panelId);
  const session = await identity.session({ cookie: pavel.cookie });
  if (!session) throw new Error('No session.');

  const [seat] = await identity.seatsOf(session, 50);
  expect(seat).toEqual({ panelId, seat: expect.any(String), name: 'Pavel' });
  expect(await identity.seatsIn(panelId, 'panellist', 500)).toEqual([
    { seat: seat?.seat, name: 'Pavel', affiliation: 'River Board', roles: ['panellist'] },
  ]);
  expect((await identity.seatsIn(panelId, null, 500)).map(({ name }) => name)).toEqual(['Aigul', 'Pavel']);
  expect(await identity.seatsIn(panelId, null, 1)).toHaveLength(1);
  expect(await identity.seatsIn(panelId, 'interpreter', 500)).toEqual([]);
});

it('[I29] tells roles without seating anybody', async () => {
  const closed = await server.panel('invitation');
  const open = await server.panel('open');
  const places = [
    { ...closed, access: 'invitation' },
    { ...open, access: 'open' },
  ] as const;
  const identity = server.app.get(SqlIdentity);
  const token = tokenIn(await server.app.get(Invitations).ownerLink());
  const { cookie } = await server.post('/api/invitations/accept', { token, name: 'Olga' });
  const session = await identity.session({ cookie });
  expect(await identity.rolesAmong(session, places)).toEqual([['owner'], ['owner']]);
  expect(await identity.rolesAmong(null, places)).toEqual([[], ['observer']]);
  const seats = 'SELECT 1 FROM seat WHERE panel_id = ANY($1)';
  expect(await server.app.get(DataSource).query(seats, [[closed.panelId, open.panelId]])).toEqual([]);
});
