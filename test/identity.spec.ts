import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import { authOptions, AUTH, type Auth } from '../src/identity/auth.js';
import { SessionCookie } from '../src/identity/cookie.js';
import { poolOf } from '../src/identity/identity.module.js';
import { SqlIdentity } from '../src/identity/identity.js';
import { Invitations } from '../src/identity/invitations.js';
import { Operator } from '../src/identity/operator.js';
import type { Session } from '../src/identity/types.js';
import type { Role } from '../domain/panel/roles.js';
import { identityServer, tokenIn, type Answered, type IdentityServer } from './support/identity-server.js';

let server: IdentityServer;
let identity: SqlIdentity;
const others: SqlIdentity[] = [];

beforeAll(async () => {
  server = await identityServer();
  identity = server.app.get(SqlIdentity);
});

afterEach(async () => {
  for (const node of others.splice(0)) await node.onModuleDestroy();
});

afterAll(() => server.close());

describe('the owner’s link', () => {
  it('[I1] makes one owner, once', async () => {
    const fresh = await identityServer();
    try {
      const invitations = fresh.app.get(Invitations);
      expect(await invitations.hasOwner()).toBe(false);

      const token = tokenIn(await invitations.ownerLink());
      const owner = await fresh.post('/api/invitations/accept', { token, name: 'Olga' });
      const again = await fresh.post('/api/invitations/accept', { token, name: 'Oskar' });

      expect(owner.body).toMatchObject({ role: 'owner', forumId: null, panelId: null });
      expect(await invitations.hasOwner()).toBe(true);
      expectRefused(again, 'bad-invitation');
    } finally {
      await fresh.close();
    }
  });

  it('[I1] is worth nothing after a day', async () => {
    const token = tokenIn(await server.app.get(Invitations).ownerLink());
    const [row] = await server.database.query(
      `SELECT extract(epoch FROM expires_at - now()) AS seconds FROM invitation ORDER BY created_at DESC LIMIT 1`,
    );
    expect(Number(row.seconds)).toBeLessThanOrEqual(24 * 3600);

    await expireAll();
    expectRefused(await server.post('/api/invitations/accept', { token, name: 'Olga' }), 'bad-invitation');
  });
});

describe('an invitation', () => {
  it('[I2] keeps its token out of the database, the list and the address’s path', async () => {
    const { forumId, panelId } = await server.panel('invitation');
    const host = await arrives('host', { forumId });
    const made = await server.post('/api/invitations', { role: 'participant', forumId, panelId, maxUses: 30 }, host);
    const link = made.body['link'] as string;
    const token = tokenIn(link);

    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(link.indexOf('#')).toBeLessThan(link.indexOf(token));
    const listed = await server.get(`/api/invitations?forumId=${forumId}`, host.cookie);
    expect(listed.body).toEqual(
      expect.arrayContaining([expect.objectContaining({ role: 'participant', uses: 0, maxUses: 30, revoked: false })]),
    );
    expect(JSON.stringify(listed.body)).not.toContain(token);
    const rows = await server.database.query('SELECT * FROM invitation');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('[I3] is not used up by looking', async () => {
    const { forumId, panelId } = await server.panel('invitation');
    const token = await invitation('participant', { forumId, panelId });

    for (let i = 0; i < 3; i++) await server.get(`/join?i=${token}`);
    for (let i = 0; i < 3; i++) await server.get(`/api/invitations/accept?token=${token}`);
    const looks = await Promise.all([1, 2, 3].map(() => server.post('/api/invitations/look', { token })));
    expect(looks.map(({ body }) => body)).toEqual(
      looks.map(() => expect.objectContaining({ role: 'participant', forumId, panelId, mayHaveAccount: false })),
    );
    expect((await server.post('/api/invitations/accept', { token, name: 'Aigul' })).status).toBe(200);
    expectRefused(await server.post('/api/invitations/look', { token }), 'bad-invitation');
  });

  it('[I4] admits nobody once it is expired', async () => {
    const token = await invitation('participant', await server.panel('invitation'));
    await expireAll();
    expectRefused(await server.post('/api/invitations/accept', { token, name: 'Aigul' }), 'bad-invitation');
  });

  it('[I4] admits nobody once it is revoked', async () => {
    const { forumId } = await server.panel('invitation');
    const host = await arrives('host', { forumId });
    const made = await server.post('/api/invitations', { role: 'participant', forumId }, host);
    const { invitationId, link } = made.body as { invitationId: string; link: string };

    expect((await server.post('/api/invitations/revoke', { invitationId }, host)).status).toBe(200);
    expectRefused(
      await server.post('/api/invitations/accept', { token: tokenIn(link), name: 'Aigul' }),
      'bad-invitation',
    );
  });

  it('[I4] admits as many as it says, also when all come at once', async () => {
    const place = await server.panel('invitation');
    const token = await invitation('participant', place, 3);

    const names = ['Aigul', 'Bolat', 'Chinara', 'Dauren', 'Erlan', 'Farida'];
    const came = await Promise.all(names.map((name) => server.post('/api/invitations/accept', { token, name })));
    expect(came.filter(({ status }) => status === 200)).toHaveLength(3);
    for (const refused of came.filter(({ status }) => status !== 200)) expectRefused(refused, 'bad-invitation');
    // Who was refused left nothing behind.
    const [{ count }] = await server.database.query('SELECT count(*)::int FROM seat WHERE panel_id = $1', [
      place.panelId,
    ]);
    expect(count).toBe(3);
  });

  it('[I4] made for an address asks for it', async () => {
    const { forumId } = await server.panel('invitation');
    const host = await arrives('host', { forumId });
    const made = await server.post('/api/invitations', { role: 'moderator', forumId, email: 'Mira@example.org' }, host);
    const token = tokenIn(made.body['link'] as string);

    expect((await server.post('/api/invitations/look', { token })).body).toMatchObject({ needsEmail: true });
    const accept = (email?: string) =>
      server.post('/api/invitations/accept', { token, name: 'Mira', ...(email ? { email } : {}) });
    expectRefused(await accept(), 'bad-invitation');
    expectRefused(await accept('other@example.org'), 'bad-invitation');
    expect((await accept('mira@EXAMPLE.org')).status).toBe(200);
  });

  it('[I4] is used up once by somebody who opens it twice', async () => {
    const { forumId, panelId } = await server.panel('invitation');
    const token = await invitation('participant', { forumId, panelId }, 2);
    const first = await server.post('/api/invitations/accept', { token, name: 'Aigul' });
    const again = await server.post('/api/invitations/accept', { token }, first);

    expect(again.body).toEqual(first.body);
    expect((await server.post('/api/invitations/accept', { token, name: 'Bolat' })).status).toBe(200);
  });

  it('[I5] for a participant never gives more, and only in its panel', async () => {
    const { forumId, panelId } = await server.panel('invitation');
    const elsewhere = await server.panel('invitation', forumId);
    const token = await invitation('participant', { forumId, panelId });

    const wish = { token, name: 'Aigul', role: 'moderator' };
    expectRefused(await server.post('/api/invitations/accept', wish), 'bad-request', 'role');
    const wants = { token, name: 'Aigul', email: 'a@example.org', password: 'correct horse battery' };
    expectRefused(await server.post('/api/invitations/accept', wants), 'not-allowed', 'password');

    const came = await server.post('/api/invitations/accept', { token, name: 'Aigul' });
    const session = await sessionOf(came.cookie);
    expect((await identity.actor(session, panelId)).roles).toEqual(['participant']);
    expect(await identity.actor(session, elsewhere.panelId)).toEqual({ seat: null, roles: [] });
    expect(await identity.forumRoles(session, forumId)).toEqual([]);
  });

  it('[I6] is made only for roles below one’s own, where one holds it', async () => {
    const { forumId, panelId } = await server.panel('invitation');
    const foreign = await server.panel('invitation');
    const invite = async (as: Answered, role: Role, where: object = { forumId }) =>
      (await server.post('/api/invitations', { role, forumId, ...where }, as)).status;

    const host = await arrives('host', { forumId });
    const moderator = await arrives('moderator', { forumId, panelId });
    const participant = await arrives('participant', { forumId, panelId });
    expect(await invite(host, 'moderator')).toBe(200);
    expect(await invite(host, 'host')).toBe(403);
    expect(await invite(host, 'owner')).toBe(403);
    expect(await invite(host, 'participant', { forumId: foreign.forumId })).toBe(403);
    expect(await invite(host, 'participant', { panelId: foreign.panelId })).toBe(404);
    expect(await invite(moderator, 'panellist', { panelId })).toBe(200);
    expect(await invite(moderator, 'panellist')).toBe(403);
    expect(await invite(moderator, 'moderator', { panelId })).toBe(403);
    expect(await invite(participant, 'observer', { panelId })).toBe(403);
    expect((await server.post('/api/invitations', { role: 'participant', forumId })).status).toBe(401);
  });
});

describe('joining', () => {
  it('[I7] takes anybody into an open panel as participant, nobody into one by invitation', async () => {
    const open = await server.panel('open');
    const closed = await server.panel('invitation');

    const came = await server.post('/api/join', { panelId: open.panelId, name: '  Айгүл   Нұрлан ' });
    expect(came.body).toMatchObject({ role: 'participant', panelId: open.panelId, seat: expect.any(String) });
    const seat = came.body['seat'] as string;
    expect(await identity.people(open.panelId, [seat, randomUUID()])).toEqual({
      [seat]: { name: 'Айгүл Нұрлан', affiliation: '', role: 'participant' },
    });
    expectRefused(await server.post('/api/join', { panelId: closed.panelId, name: 'Bolat' }), 'not-allowed');
    expectRefused(await server.post('/api/join', { panelId: randomUUID(), name: 'Bolat' }), 'no-such-panel');
    expectRefused(await server.post('/api/join', { panelId: open.panelId, name: 'Moderator' }), 'bad-name', 'name');
    expectRefused(await server.post('/api/join', { panelId: open.panelId }), 'bad-name', 'name');
  });

  it('[I7] leaves a reader without a role an observer where access is open, nobody elsewhere', async () => {
    const open = await server.panel('open');
    const closed = await server.panel('invitation');
    const stranger = await sessionOf((await arrives('participant', await server.panel('invitation'))).cookie);

    for (const session of [null, stranger]) {
      expect(await identity.actor(session, open.panelId)).toEqual({ seat: null, roles: ['observer'] });
      expect(await identity.actor(session, closed.panelId)).toEqual({ seat: null, roles: [] });
    }
  });

  it('[I8] asks the second of two look-alikes for another name', async () => {
    const { panelId } = await server.panel('open');
    const other = await server.panel('open');
    expect((await server.post('/api/join', { panelId, name: 'Paul' })).status).toBe(200);

    expectRefused(await server.post('/api/join', { panelId, name: 'Paul' }), 'name-taken', 'name');
    expectRefused(await server.post('/api/join', { panelId, name: 'PauI' }), 'name-taken', 'name');
    expectRefused(await server.post('/api/join', { panelId, name: 'PAUL' }), 'name-taken', 'name');
    expect((await server.post('/api/join', { panelId: other.panelId, name: 'Paul' })).status).toBe(200);
  });

  it('[I8] puts a number behind the name of somebody whose role is the whole forum’s', async () => {
    const { forumId, panelId } = await server.panel('open');
    await server.post('/api/join', { panelId, name: 'Hana' });
    const host = await sessionOf((await arrives('host', { forumId }, 'Hana')).cookie);

    const { seat, roles } = await identity.actor(host, panelId);
    expect(roles).toEqual(['host']);
    expect(await identity.people(panelId, [seat ?? ''])).toEqual({
      [seat ?? '']: { name: 'Hana (2)', affiliation: '', role: 'host' },
    });
  });

  it('[I9] keeps one seat and its name, whatever comes after', async () => {
    const { forumId, panelId } = await server.panel('open');
    const came = await server.post('/api/join', { panelId, name: 'Aigul', affiliation: 'Water Board' });
    const renamed = await server.post('/api/join', { panelId, name: 'Someone Else' }, came);
    const token = await invitation('moderator', { forumId, panelId });
    const raised = await server.post('/api/invitations/accept', { token, name: 'Again Else' }, came);

    const seat = came.body['seat'] as string;
    expect([renamed.body['seat'], raised.body['seat']]).toEqual([seat, seat]);
    expect(await identity.actor(await sessionOf(came.cookie), panelId)).toEqual({
      seat,
      roles: ['moderator', 'participant'],
    });
    expect(await identity.people(panelId, [seat])).toEqual({
      [seat]: { name: 'Aigul', affiliation: 'Water Board', role: 'moderator' },
    });
  });

  it('[I9] seats somebody once, however many ask at the same time', async () => {
    const { forumId, panelId } = await server.panel('open');
    const host = await sessionOf((await arrives('host', { forumId }, 'Hana')).cookie);
    const actors = await Promise.all([1, 2, 3, 4, 5].map(() => identity.actor(host, panelId)));
    expect(new Set(actors.map(({ seat }) => seat)).size).toBe(1);
    expect((await another().actor(host, panelId)).seat).toBe(actors[0]?.seat);
  });
});

describe('a session', () => {
  it('[I10] is read from a cookie that scripts cannot, and from nothing else', async () => {
    const came = await server.post('/api/join', { panelId: (await server.panel('open')).panelId, name: 'Aigul' });
    expect(came.setCookie).toHaveLength(1);
    expect(came.setCookie[0]).toMatch(
      /^kurultai\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const value = decodeURIComponent(came.cookie.split('=')[1] ?? '');
    expect(JSON.stringify(came.body)).not.toContain(value.split('.')[0]);

    expect(await identity.session({ cookie: `theme=dark; ${came.cookie}; lang=kk` })).toMatchObject({
      name: 'Aigul',
      kind: 'guest',
    });
    expect((await server.get('/api/me', came.cookie)).body).toMatchObject({ session: { name: 'Aigul' } });
    const forged = [
      `${came.cookie}x`,
      came.cookie.replace(/%3D$/, ''),
      `kurultai.session_token=${value.split('.')[0]}`,
      '',
      '%',
      'a=%E0%A4%A',
    ];
    for (const cookie of forged) expect(await identity.session({ cookie })).toBeNull();
    expect(await identity.session({})).toBeNull();
  });

  it('[I10] is Secure and bound to its host where the forum is on https', async () => {
    const secure = await identityServer({ publicUrl: 'https://forum.example' });
    try {
      const { panelId } = await secure.panel('open');
      const came = await secure.post('/api/join', { panelId, name: 'Aigul' }, { origin: 'https://forum.example' });
      expect(came.setCookie[0]).toMatch(
        /^__Host-kurultai\.session_token=[^;]+;.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(came.setCookie[0]).not.toMatch(/domain/i);
      expect(await secure.app.get(SqlIdentity).session({ cookie: came.cookie })).toMatchObject({ name: 'Aigul' });
      expect(await betterAuthReads(secure, came.cookie)).toMatchObject({ name: 'Aigul' });
    } finally {
      await secure.close();
    }
  });

  it('[I11] ends after twelve hours without use and moves that limit when used', async () => {
    const idle = await arrives('participant', await server.panel('invitation'));
    const used = await arrives('participant', await server.panel('invitation'));
    const old = await arrives('participant', await server.panel('invitation'));
    const [idleId, usedId, oldId] = [await idOf(idle.cookie), await idOf(used.cookie), await idOf(old.cookie)];
    const inHours = async (id: string) => {
      const [row] = await server.database.query(
        'SELECT extract(epoch FROM expires_at - now()) / 3600 AS hours FROM person_session WHERE id = $1',
        [id],
      );
      return Number(row.hours);
    };
    expect(await inHours(usedId)).toBeLessThanOrEqual(12);
    expect(await inHours(usedId)).toBeGreaterThan(11.9);

    const age = (id: string, created: string, expires: string) =>
      server.database.query(
        `UPDATE person_session SET created_at = now() - $2::interval, updated_at = now() - interval '1 hour',
           expires_at = now() + $3::interval WHERE id = $1`,
        [id, created, expires],
      );
    await age(idleId, '13 hours', '-1 second');
    await age(usedId, '11 hours', '1 hour');
    await age(oldId, '6 days 22 hours', '1 hour');
    const node = another();
    expect(await node.session({ cookie: idle.cookie })).toBeNull();
    expect(await node.session({ cookie: used.cookie })).not.toBeNull();
    expect(await node.session({ cookie: old.cookie })).not.toBeNull();
    await node.recheck();
    expect(await inHours(usedId)).toBeGreaterThan(11.9);
    expect(await inHours(oldId)).toBeLessThanOrEqual(2);
    expect(await inHours(oldId)).toBeGreaterThan(1.9);
    expect(node.isLive(usedId)).toBe(true);
  });

  it('[I11] that ran out while it was held is dead at the next check, and whoever listens hears of it', async () => {
    const came = await arrives('participant', await server.panel('invitation'));
    const node = another();
    const session = await node.session({ cookie: came.cookie });
    const ended: unknown[] = [];
    node.onEnded((each) => ended.push(each));

    await server.database.query('UPDATE person_session SET expires_at = now() WHERE id = $1', [session?.sessionId]);
    await node.recheck();
    expect(node.isLive(session?.sessionId ?? '')).toBe(false);
    expect(ended).toContainEqual({ sessionId: session?.sessionId, personId: session?.personId });
  });

  it('[I12] ended on one node is dead there at once and on another within two seconds', async () => {
    const { panelId, forumId } = await server.panel('open');
    const came = await server.post('/api/join', { panelId, name: 'Aigul' });
    const host = await arrives('host', { forumId });
    const node = another();
    const here = await sessionOf(came.cookie);
    const there = await node.session({ cookie: came.cookie });
    expect([identity.isLive(here.sessionId), node.isLive(here.sessionId)]).toEqual([true, true]);
    expect(there).toEqual(here);

    const local: unknown[] = [];
    const remote: unknown[] = [];
    identity.onEnded((each) => local.push(each));
    node.onEnded((each) => each.personId === here.personId && remote.push(each));
    const revoked = await server.post('/api/sessions/revoke', { sessionId: here.sessionId }, host);

    expect(revoked.status).toBe(200);
    const end = { sessionId: here.sessionId, personId: here.personId };
    expect(local).toEqual([end]);
    expect(identity.isLive(here.sessionId)).toBe(false);
    expect(await identity.session({ cookie: came.cookie })).toBeNull();
    await until(() => remote.length > 0);
    expect(remote).toEqual([end]);
    expect(node.isLive(here.sessionId)).toBe(false);
    expect(await node.session({ cookie: came.cookie })).toBeNull();
    expect(local).toEqual([end]);
  });

  it('[I13] is listed and ended by its own person, one or all', async () => {
    const came = await arrives('host', await server.panel('invitation'));
    const { personId, sessionId } = await sessionOf(came.cookie);
    const [second] = await server.database.query(
      `INSERT INTO person_session (person_id, token, expires_at) VALUES ($1, $2, now() + interval '1 hour') RETURNING id, token`,
      [personId, randomUUID()],
    );
    const secondCookie = server.app.get(SessionCookie).pair(second.token);

    const listed = await server.get('/api/sessions', came.cookie);
    expect(listed.body).toMatchObject([
      { sessionId, current: true },
      { sessionId: second.id, current: false },
    ]);
    expect(JSON.stringify(listed.body)).not.toContain(second.token);
    await server.post('/api/sessions/revoke', { sessionId: second.id }, came);
    expect(await identity.session({ cookie: secondCookie })).toBeNull();
    expect(await identity.session({ cookie: came.cookie })).not.toBeNull();

    const out = await server.post('/api/sign-out/everywhere', {}, came);
    expect(out.setCookie[0]).toMatch(/=; Max-Age=0;/);
    expect(await identity.session({ cookie: came.cookie })).toBeNull();
  });

  it('[I13] of somebody else is ended only by who outranks them there', async () => {
    const { forumId, panelId } = await server.panel('open');
    const host = await arrives('host', { forumId });
    const coHost = await arrives('host', { forumId }, 'Boris');
    const foreignHost = await arrives('host', await forumOnly());
    const moderator = await arrives('moderator', { forumId, panelId });
    const guest = await server.post('/api/join', { panelId, name: 'Aigul' });
    const about = async (who: Answered) => ({ personId: (await sessionOf(who.cookie)).personId });
    const seatOf = (who: Answered) => ({ panelId, seat: who.body['seat'] });
    const revoke = async (as: Answered, whom: object) => (await server.post('/api/sessions/revoke', whom, as)).status;

    expect(await revoke(guest, await about(moderator))).toBe(403);
    expect(await revoke(moderator, await about(guest))).toBe(403);
    expect(await revoke(foreignHost, await about(guest))).toBe(403);
    expect(await revoke(host, await about(coHost))).toBe(403);
    expect(await revoke(host, seatOf(moderator))).toBe(200);
    expect(await revoke(host, seatOf(guest))).toBe(200);
    expect(await identity.session({ cookie: guest.cookie })).toBeNull();
    expect(await revoke(host, { panelId })).toBe(400);
    expect(await revoke(host, {})).toBe(400);
  });

  it('[I14] is lost by who is shut out, and no way leads back in', async () => {
    const { forumId, panelId } = await server.panel('open');
    const next = await server.panel('open', forumId);
    const host = await arrives('host', { forumId });
    const guest = await arrives('interpreter', { forumId, panelId }, 'Ines');
    const credential = { email: `ines-${panelId}@example.org`, password: 'correct horse battery' };
    expect((await server.post('/api/me/password', credential, guest)).status).toBe(200);
    const { personId } = await sessionOf(guest.cookie);

    expect((await server.post('/api/people/ban', { personId, banned: true }, host)).status).toBe(200);
    expect(await identity.session({ cookie: guest.cookie })).toBeNull();
    expectRefused(await server.post('/api/auth/sign-in/email', credential), 'not-signed-in');

    // A session that slipped through, as if another node had not heard yet.
    const slipped = { sessionId: randomUUID(), personId, name: 'Ines', kind: 'member' } as const;
    const { Admissions } = await import('../src/identity/admissions.js');
    const admissions = server.app.get(Admissions);
    const token = await invitation('participant', { forumId, panelId: next.panelId });
    expect(await admissions.accept(token, {}, slipped)).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    expect(await admissions.join(next.panelId, {}, slipped)).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed' },
    });

    expect((await server.post('/api/people/ban', { personId, banned: false }, host)).status).toBe(200);
    expect((await server.post('/api/auth/sign-in/email', credential)).status).toBe(200);
  });

  it('[I15] goes on when roles change, with the new roles on every node', async () => {
    const { forumId, panelId } = await server.panel('invitation');
    const host = await arrives('host', { forumId });
    const guest = await arrives('participant', { forumId, panelId });
    const session = await sessionOf(guest.cookie);
    const node = another();
    expect((await identity.actor(session, panelId)).roles).toEqual(['participant']);
    expect((await node.actor(session, panelId)).roles).toEqual(['participant']);
    await node.session({ cookie: guest.cookie });
    const heard: unknown[] = [];
    node.onEnded((each) => each.personId === session.personId && heard.push(each));

    const change = (role: Role, holds: boolean) =>
      server.post('/api/people/role', { role, holds, forumId, panelId, about: { personId: session.personId } }, host);
    expect((await change('moderator', true)).status).toBe(200);
    expect((await identity.actor(session, panelId)).roles).toEqual(['moderator', 'participant']);
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ sessionId: null, personId: session.personId }]);
    expect((await node.actor(session, panelId)).roles).toEqual(['moderator', 'participant']);
    expect(node.isLive(session.sessionId)).toBe(true);

    expect((await change('moderator', false)).status).toBe(200);
    expect((await identity.actor(session, panelId)).roles).toEqual(['participant']);
    expect((await change('host', true)).status).toBe(403);
  });
});

describe('a password', () => {
  it('[I16] is set by the owner afterwards and signs in from then on', async () => {
    const token = tokenIn(await server.app.get(Invitations).ownerLink());
    const owner = await server.post('/api/invitations/accept', { token, name: 'Olga' });
    const credential = { email: 'Olga@Example.org', password: 'a long enough secret' };

    expectRefused(
      await server.post('/api/me/password', { ...credential, password: 'short' }, owner),
      'bad-request',
      'password',
    );
    expectRefused(
      await server.post('/api/me/password', { password: credential.password }, owner),
      'bad-request',
      'email',
    );
    expect((await server.post('/api/me/password', credential, owner)).status).toBe(200);
    const signedIn = await server.post('/api/auth/sign-in/email', { ...credential, email: 'olga@example.org' });

    expect(signedIn.body).toMatchObject({ session: { name: 'Olga', kind: 'member' } });
    expect(JSON.stringify(signedIn.body)).not.toContain(
      decodeURIComponent(signedIn.cookie.split('=')[1] ?? '').split('.')[0],
    );
    expect(await identity.forumRoles(await sessionOf(signedIn.cookie), randomUUID())).toEqual(['owner']);
    expect((await identity.session({ cookie: owner.cookie }))?.kind).toBe('member');
  });

  it('[I16] comes with an invitation to the staff, and belongs to one address', async () => {
    const { forumId } = await server.panel('invitation');
    const account = { email: `mira-${forumId}@example.org`, password: 'a long enough secret' };
    const token = await invitation('moderator', { forumId }, 5);
    const mira = await server.post('/api/invitations/accept', { token, name: 'Mira', ...account });
    expect(mira.status).toBe(200);
    expect((await server.post('/api/auth/sign-in/email', account)).status).toBe(200);

    const thief = await server.post('/api/invitations/accept', {
      token,
      name: 'Thief',
      ...account,
      password: 'another long secret',
    });
    expectRefused(thief, 'bad-request', 'email');
    const again = await server.post(
      '/api/invitations/accept',
      { token, ...account, password: 'another long secret' },
      mira,
    );
    expectRefused(again, 'not-allowed', 'password');
  });

  it('[I16] is changed with the current one, which ends the other sessions', async () => {
    const { forumId } = await server.panel('invitation');
    const account = { email: `mina-${forumId}@example.org`, password: 'a long enough secret' };
    const token = await invitation('moderator', { forumId });
    const first = await server.post('/api/invitations/accept', { token, name: 'Mina', ...account });
    const second = await server.post('/api/auth/sign-in/email', account);

    const change = (current?: string) =>
      server.post('/api/me/password', { password: 'a wholly new secret', ...(current ? { current } : {}) }, second);
    expectRefused(await change(), 'not-allowed', 'current');
    expectRefused(await change('wrong'), 'not-allowed', 'current');
    expect((await change(account.password)).status).toBe(200);
    expect(await identity.session({ cookie: first.cookie })).toBeNull();
    expect(await identity.session({ cookie: second.cookie })).not.toBeNull();
    expectRefused(await server.post('/api/auth/sign-in/email', account), 'not-signed-in');
  });

  it('[I16] is for nobody without a role among the staff', async () => {
    const { panelId } = await server.panel('open');
    const guest = await server.post('/api/join', { panelId, name: 'Aigul' });
    const credential = { email: 'aigul@example.org', password: 'a long enough secret' };
    expectRefused(await server.post('/api/me/password', credential, guest), 'not-allowed');
    expectRefused(await server.post('/api/me/password', credential), 'not-signed-in');
  });

  it('[I17] that is wrong and an address that is unknown are answered alike', async () => {
    const { forumId } = await server.panel('invitation');
    const account = { email: `ivan-${forumId}@example.org`, password: 'a long enough secret' };
    await server.post('/api/invitations/accept', {
      token: await invitation('host', { forumId }),
      name: 'Ivan',
      ...account,
    });

    const wrong = await server.post('/api/auth/sign-in/email', { ...account, password: 'not the right one' });
    const unknown = await server.post('/api/auth/sign-in/email', { ...account, email: 'nobody@example.org' });
    expectRefused(wrong, 'not-signed-in');
    expect(unknown.body).toEqual(wrong.body);
    expect([...wrong.setCookie, ...unknown.setCookie]).toEqual([]);
  });

  it('[I17] is not called wrong when the database fails', async () => {
    const fresh = await identityServer();
    try {
      await fresh.database.query('ALTER TABLE person RENAME TO person_elsewhere');
      const body = { email: 'olga@example.org', password: 'a long enough secret' };
      expect((await fresh.post('/api/auth/sign-in/email', body)).status).toBe(500);
    } finally {
      await fresh.close();
    }
  });

  it('[I17] gives a new session and ends the one of before', async () => {
    const { forumId, panelId } = await server.panel('open');
    const account = { email: `ilse-${forumId}@example.org`, password: 'a long enough secret' };
    await server.post('/api/invitations/accept', {
      token: await invitation('host', { forumId }),
      name: 'Ilse',
      ...account,
    });
    const guest = await server.post('/api/join', { panelId, name: 'Somebody' });

    const signedIn = await server.post('/api/auth/sign-in/email', account, guest);
    expect(signedIn.cookie).not.toBe(guest.cookie);
    expect(await identity.session({ cookie: guest.cookie })).toBeNull();
    expect(await sessionOf(signedIn.cookie)).toMatchObject({ name: 'Ilse' });
    // The seat of the guest is not deleted with them: records name it.
    expect(Object.keys(await identity.people(panelId, [guest.body['seat'] as string]))).toHaveLength(1);
  });
});

describe('better-auth’s own routes', () => {
  it('[I18] do not exist, but for signing in', async () => {
    const account = { email: 'x@example.org', password: 'a long enough secret', name: 'X' };
    for (const path of [
      'sign-up/email',
      'sign-in/anonymous',
      'update-user',
      'change-email',
      'request-password-reset',
      'revoke-sessions',
    ]) {
      expect((await server.post(`/api/auth/${path}`, account)).status).toBe(404);
    }
    for (const path of ['get-session', 'list-sessions', 'ok', 'error', 'callback/google']) {
      expect((await server.get(`/api/auth/${path}`)).status).toBe(404);
    }
  });

  it('[I16] sign nobody up, even when asked directly', async () => {
    const auth = server.app.get<Auth>(AUTH);
    const body = { email: 'x@example.org', password: 'a long enough secret', name: 'X' };
    await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
  });

  it('find in our migration all they need', async () => {
    const pool = poolOf(server.database);
    const config = { publicUrl: 'http://localhost', origins: [], dataFolder: '', trustProxyHops: 0 };
    const plan = await getMigrations(authOptions(pool, 'x', config, () => undefined));
    expect([plan.toBeCreated, plan.toBeAdded, plan.schemaProblems]).toEqual([[], [], []]);
  });
});

describe('a request from another origin', () => {
  it('[I19] changes nothing', async () => {
    const { panelId } = await server.panel('open');
    const came = await server.post('/api/join', { panelId, name: 'Aigul' });
    for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`, 'http://localhost']) {
      expectRefused(await server.post('/api/sign-out', {}, { ...came, origin }), 'not-allowed');
      expectRefused(await server.post('/api/join', { panelId, name: 'Other' }, { origin }), 'not-allowed');
    }
    expectRefused(await server.post('/api/sign-out', {}, { cookie: came.cookie, origin: null }), 'not-allowed');
    const crossSite = { cookie: came.cookie, origin: null, headers: { 'sec-fetch-site': 'cross-site' } };
    expectRefused(await server.post('/api/sign-out', {}, crossSite), 'not-allowed');
    expect(await identity.session({ cookie: came.cookie })).not.toBeNull();
  });

  it('[I19] is told from a program, which has neither origin nor cookie, and from our own page', async () => {
    const { panelId } = await server.panel('open');
    const program = await server.post('/api/join', { panelId, name: 'Program' }, { origin: null });
    expect(program.status).toBe(200);
    const own = { cookie: program.cookie, origin: null, headers: { 'sec-fetch-site': 'same-origin' } };
    expect((await server.post('/api/sign-out', {}, own)).status).toBe(200);
  });
});

describe('the operator', () => {
  it('[I20] has a key made at first start, for its owner’s eyes', async () => {
    const path = join(server.dataFolder, 'operator.key');
    const key = (await readFile(path, 'utf8')).trim();
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect((await stat(path)).mode & 0o777).toBe(0o600);

    const wish = { role: 'owner' };
    const ask = (authorization?: string) =>
      server.post('/api/operator/links', wish, {
        origin: null,
        ...(authorization ? { headers: { authorization } } : {}),
      });
    expectRefused(await ask(), 'not-signed-in');
    expectRefused(await ask(`Bearer ${key}x`), 'not-signed-in');
    expectRefused(await ask(key), 'not-signed-in');
    const link = await ask(`Bearer ${key}`);
    expect(link.body).toEqual({ link: expect.stringMatching(/\/join#i=[\w-]{32}$/) });
  });

  it('[I20] is asked for every role but an owner’s where it holds', async () => {
    const operator = server.app.get(Operator);
    const { panelId, forumId } = await server.panel('invitation');
    expect(await operator.link({ role: 'host' })).toMatchObject({ ok: false, refusal: { code: 'bad-request' } });
    expect(await operator.link({ role: 'host', panelId: randomUUID() })).toMatchObject({
      ok: false,
      refusal: { code: 'no-such-panel' },
    });
    const made = await operator.link({ role: 'moderator', panelId });
    const token = tokenIn(made.ok ? made.value.link : '');
    expect((await server.post('/api/invitations/look', { token })).body).toMatchObject({
      role: 'moderator',
      panelId,
      forumId,
    });
  });

  it('[I21] seats hundreds at once, each with a session better-auth takes for its own', async () => {
    const { panelId } = await server.panel('invitation');
    const people = Array.from({ length: 500 }, (_, i) => ({
      name: i % 2 === 0 ? 'Anna' : 'Борис',
      role: i === 0 ? 'moderator' : 'participant',
    }));
    const seated = (await asOperator('seats', { panelId, people })).body as unknown as {
      name: string;
      seat: string;
      cookie: string;
    }[];

    expect(seated).toHaveLength(500);
    expect(new Set(seated.map(({ name }) => name)).size).toBe(500);
    expect(seated.slice(0, 4).map(({ name }) => name)).toEqual(['Anna', 'Борис', 'Anna (2)', 'Борис (2)']);
    const [first, , , fourth] = seated;
    expect(await betterAuthReads(server, fourth?.cookie ?? '')).toMatchObject({ name: 'Борис (2)' });
    const session = await sessionOf(first?.cookie ?? '');
    expect(await identity.actor(session, panelId)).toEqual({ seat: first?.seat, roles: ['moderator'] });
  });

  it('[I21] seats nobody where one name cannot stand', async () => {
    const { panelId } = await server.panel('invitation');
    const people = [
      { name: 'Anna', role: 'participant' },
      { name: 'Admin', role: 'participant' },
    ];
    expectRefused(await asOperator('seats', { panelId, people }), 'bad-name', 'people.1.name');
    expectRefused(
      await asOperator('seats', { panelId, people: [{ name: 'Anna', role: 'owner' }] }),
      'bad-request',
      'people.0.role',
    );
    expectRefused(
      await asOperator('seats', { panelId: randomUUID(), people: [people[0]] }),
      'no-such-panel',
      'panelId',
    );
    const [{ count }] = await server.database.query('SELECT count(*)::int FROM seat WHERE panel_id = $1', [panelId]);
    expect(count).toBe(0);
  });
});

describe('limits', () => {
  it('[I22] bound signing in and guessing, whatever address a header claims', async () => {
    const fresh = await identityServer();
    try {
      const headers = (i: number) => ({ headers: { 'x-forwarded-for': `10.0.${i}.1` } });
      const account = { email: 'olga@example.org', password: 'a guess a guess' };
      const tries: Answered[] = [];
      for (let i = 0; i < 11; i++) tries.push(await fresh.post('/api/auth/sign-in/email', account, headers(i)));
      expectRefused(tries[9] as Answered, 'not-signed-in');
      expectRefused(tries[10] as Answered, 'too-many');
      expect(Number(tries[10]?.answerHeaders.get('retry-after'))).toBeGreaterThan(0);

      let last: Answered | undefined;
      for (let i = 0; i < 31; i++) last = await fresh.post('/api/invitations/look', { token: `guess${i}` }, headers(i));
      expectRefused(last as Answered, 'too-many');
    } finally {
      await fresh.close();
    }
  });

  it('[I22] store no address and no browser’s name', async () => {
    const { forumId } = await server.panel('invitation');
    const account = { email: `nils-${forumId}@example.org`, password: 'a long enough secret' };
    await server.post('/api/invitations/accept', {
      token: await invitation('host', { forumId }),
      name: 'Nils',
      ...account,
    });
    await server.post('/api/auth/sign-in/email', account, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    const rows = await server.database.query(
      `SELECT * FROM person_session WHERE coalesce(ip_address, '') <> '' OR coalesce(user_agent, '') <> ''`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a body', () => {
  it('[I24] of another shape is refused with the field at fault', async () => {
    const { panelId } = await server.panel('open');
    const cases: [object, string][] = [
      [{ panelId, name: 'Aigul', admin: true }, 'admin'],
      [{ name: 'Aigul' }, 'panelId'],
      [{ panelId: `${panelId}' OR 1=1`, name: 'Aigul' }, 'panelId'],
      [{ panelId, name: { $ne: '' } }, 'name'],
      [JSON.parse(`{"panelId":"${panelId}","name":"A","__proto__":{"x":1}}`), '__proto__'],
    ];
    for (const [body, field] of cases) expectRefused(await server.post('/api/join', body), 'bad-request', field);
    expectRefused(await server.post('/api/join', []), 'bad-request');
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

async function invitation(role: Role, place: { forumId: string; panelId?: string }, maxUses = 1): Promise<string> {
  const made = await server.app.get(Operator).link({ role, forumId: place.forumId, panelId: place.panelId, maxUses });
  if (!made.ok) throw new Error(made.refusal.code);
  return tokenIn(made.value.link);
}

async function arrives(
  role: Role,
  place: { forumId: string; panelId?: string },
  name = NAMES[role],
): Promise<Answered> {
  const token = await invitation(role, place);
  const came = await server.post('/api/invitations/accept', { token, name });
  expect(came.status).toBe(200);
  return came;
}

const NAMES: Record<Role, string> = {
  owner: 'Olga',
  host: 'Hana',
  moderator: 'Mira',
  panellist: 'Pavel',
  interpreter: 'Ines',
  participant: 'Aigul',
  observer: 'Otto',
};

async function forumOnly(): Promise<{ forumId: string }> {
  const { forumId } = await server.panel('open');
  return { forumId };
}

async function asOperator(what: string, body: object): Promise<Answered> {
  const key = (await readFile(join(server.dataFolder, 'operator.key'), 'utf8')).trim();
  return server.post(`/api/operator/${what}`, body, { origin: null, headers: { authorization: `Bearer ${key}` } });
}

async function sessionOf(cookie: string): Promise<Session> {
  const session = await identity.session({ cookie });
  if (!session) throw new Error('No session.');
  return session;
}

async function idOf(cookie: string): Promise<string> {
  return (await another().session({ cookie }))?.sessionId ?? '';
}

/** What another process on the same database would know. */
function another(): SqlIdentity {
  const node = new SqlIdentity(server.database, server.app.get(SessionCookie));
  node.onModuleInit();
  others.push(node);
  return node;
}

async function betterAuthReads(on: IdentityServer, cookie: string): Promise<{ name: string } | undefined> {
  const session = await on.app.get<Auth>(AUTH).api.getSession({ headers: new Headers({ cookie }) });
  return session?.user;
}

async function expireAll(): Promise<void> {
  await server.database.query(`UPDATE invitation SET expires_at = now() - interval '1 second'`);
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isTrue()).toBe(true);
}

function expectRefused({ status, body, setCookie }: Answered, code: string, field?: string): void {
  expect(body).toMatchObject({
    ok: false,
    refusal: { code, message: expect.any(String), ...(field ? { field } : {}) },
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(setCookie).toEqual([]);
}
