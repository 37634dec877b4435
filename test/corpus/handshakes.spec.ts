import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { acceptLink, type Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';
import { linesOf } from './lines.js';
import { countsAt } from './metrics.js';
import { Wire } from './wire.js';

const OURS = 'https://forum.example';
const lines = linesOf('auth');

/** Where a line needs a clock, a provider or an allowance of its own, the test that has one. */
const ELSEWHERE: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'auth-264': ['test/identity.spec.ts', '[I4] admits nobody once it is expired'],
  'auth-269': ['test/identity.spec.ts', '[I22] bound signing in and guessing, whatever address a header claims'],
  'auth-270': ['test/identity-oidc.spec.ts', '[I23] makes a person known by issuer and subject, without a role'],
  'auth-271': ['test/identity-oidc.spec.ts', '[I23] refuses a token of another issuer, of another request'],
};

describe('the corpus of handshakes and sessions', () => {
  let server: RunningServer;
  let panel: OpenPanel;
  let closed: OpenPanel;
  let forumHost: Person;

  beforeAll(async () => {
    server = await startServer({ env: { ORIGINS: OURS } });
    panel = await openPanel(server);
    closed = await openPanel(server, { access: 'invitation' });
    const link = await operatorLink(server, { role: 'host', forumId: panel.forumId });
    forumHost = await acceptLink(server.url, link, 'Farid');
  });
  afterAll(async () => {
    for (const each of [panel, closed]) {
      each.host.disconnect();
      each.moderator.disconnect();
    }
    await server.close();
  });

  const refusesOrigin = (origin: string) => async () => {
    expect(await Wire.shake(server.url, { headers: { origin } })).toEqual({ status: 400 });
  };

  const isNobody = async (cookie: string) => {
    const wire = await Wire.entered(server.url, cookie);
    wire.send(`421${JSON.stringify(['join', { panelId: panel.panelId }])}`);
    expect(await wire.reply(1)).toMatchObject({ ok: true, value: { you: { seat: null, name: null } } });
    wire.send(`422${JSON.stringify(['submit', contribution(panel)])}`);
    expect(await wire.reply(2)).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } });
    wire.cut();
  };
  const forged = (header: object, claims: object) => () => isNobody(`kurultai.session_token=${jwt(header, claims)}`);

  /** Somebody who speaks on a socket while the host does something about them. */
  const endsWhile = async (what: (seat: string) => Promise<{ status: number }>): Promise<Person> => {
    const person = await panel.person('moderator', `M ${letters()}`);
    const wire = await Wire.entered(server.url, person.cookie);
    wire.send(`421${JSON.stringify(['join', { panelId: panel.panelId }])}`);
    const { value } = (await wire.reply(1)) as { value: { you: { seat: string } } };
    wire.send(`422${JSON.stringify(['openDesk', { panelId: panel.panelId }])}`);
    expect(await wire.reply(2)).toMatchObject({ ok: true });

    expect(await what(value.you.seat)).toMatchObject({ status: 200 });
    await wire.closed;
    return person;
  };
  const refusesDesk = async (cookie: string) => {
    const wire = await Wire.entered(server.url, cookie);
    wire.send(`421${JSON.stringify(['openDesk', { panelId: panel.panelId }])}`);
    expect(await wire.reply(1)).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    wire.cut();
  };

  const checks: Readonly<Record<string, () => Promise<void>>> = {
    'auth-244': refusesOrigin('https://evil.example'),
    'auth-245': refusesOrigin('https://forum.example.evil.com'),
    'auth-246': refusesOrigin('https://evilforum.example'),
    'auth-247': refusesOrigin('null'),
    'auth-248': refusesOrigin('http://forum.example'),
    'auth-250': async () => {
      const { cookie } = await panel.person('participant', `C ${letters()}`);
      expect(await Wire.shake(server.url, { headers: { cookie } })).toEqual({ status: 400 });
    },

    'auth-252': forged({ alg: 'HS256' }, { sub: 'owner' }),
    'auth-254': forged({ alg: 'HS256' }, { sub: 'owner', nbf: 4_000_000_000 }),
    'auth-256': forged({ alg: 'HS256', typ: 'invite' }, { sub: 'owner' }),
    'auth-257': forged({ alg: 'HS256', kid: '../../dev/null' }, { sub: 'owner' }),

    'auth-259': async () => {
      const revoke = (seat: string) => forumHost.post('/api/sessions/revoke', { panelId: panel.panelId, seat });
      await isNobody((await endsWhile(revoke)).cookie);
    },
    'auth-260': async () => {
      const ban = (seat: string) => forumHost.post('/api/people/ban', { panelId: panel.panelId, seat, banned: true });
      await isNobody((await endsWhile(ban)).cookie);
    },
    'auth-261': async () => {
      const { forumId, panelId } = panel;
      const demote = (seat: string) =>
        panel.host.post('/api/people/role', {
          role: 'moderator',
          holds: false,
          forumId,
          panelId,
          about: { panelId, seat },
        });
      await refusesDesk((await endsWhile(demote)).cookie);
    },

    'auth-263': async () => {
      const link = await invited(panel, { maxUses: 1 });
      await acceptLink(server.url, link, `G ${letters()}`);
      await expect(acceptLink(server.url, link, `H ${letters()}`)).rejects.toThrow('bad-invitation');
    },
    'auth-265': async () => {
      const guest = await acceptLink(server.url, await invited(panel, {}), `K ${letters()}`);
      await guest.connect();
      expect(await guest.ask('join', { panelId: closed.panelId })).toMatchObject({
        refusal: { code: 'no-such-panel' },
      });
      expect(await guest.ask('submit', contribution(closed))).toMatchObject({ refusal: { code: 'no-such-panel' } });
      guest.disconnect();
    },
    'auth-266': async () => {
      const link = await invited(panel, { maxUses: 1 });
      for (const method of ['GET', 'HEAD', 'GET']) {
        expect((await fetch(link, { method })).status).toBe(200);
      }
      await acceptLink(server.url, link, `L ${letters()}`);
    },
    'auth-267': () => isNoWayIn('/api/auth/sign-in/magic-link', '/api/auth/magic-link/verify?token=x'),
    'auth-268': async () => {
      for (const path of [
        '/?next=//evil.example',
        '/join?next=//evil.example',
        '//evil.example',
        '/api/auth/callback/oidc?next=//evil.example',
      ]) {
        const response = await fetch(server.url + path, { redirect: 'manual', headers: { origin: server.url } });
        const location = response.headers.get('location') ?? '/';
        expect(new URL(location, server.url).origin).toBe(server.url);
      }
    },
    'auth-272': () => isNoWayIn('/api/auth/passkey/verify-authentication', '/api/auth/sign-in/passkey'),
  };

  it.each(lines.filter(({ id }) => ELSEWHERE[id] === undefined))('[X7] $id: $why, $gen', async ({ id }) => {
    const { faults } = await countsAt(server.url);
    await checks[id]?.();
    expect((await countsAt(server.url)).faults).toBe(faults);
  });

  it.each(Object.entries(ELSEWHERE))('[X7] %s has its test where its means are', (_id, [file, title]) => {
    expect(readFileSync(file, 'utf8')).toContain(`it('${title}`);
  });

  it('[X7] lets in whom it should: the same origin, another one by name, and programs without a cookie', async () => {
    for (const headers of [{ origin: server.url }, { origin: OURS }, {}] as Record<string, string>[]) {
      const wire = await Wire.shake(server.url, { headers });
      expect(wire).toBeInstanceOf(Wire);
      if (wire instanceof Wire) {
        wire.cut();
      }
    }
  });

  it('[X7] is all there, and the server has nothing to complain of', () => {
    expect([...Object.keys(checks), ...Object.keys(ELSEWHERE)].sort()).toEqual(lines.map(({ id }) => id).sort());
    expect(server.stderr()).not.toMatch(/"level":"(?:error|fatal)"/);
  });

  async function invited({ host, forumId, panelId }: OpenPanel, more: object): Promise<string> {
    const made = await host.post('/api/invitations', { role: 'participant', forumId, panelId, ...more });
    return (made.body as { link: string }).link;
  }

  /** What this forum does not offer, nobody comes in by. */
  async function isNoWayIn(...paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'olga@example.org', response: { origin: 'https://evil.example' } }),
      });
      expect({ path, status: response.status, cookies: response.headers.getSetCookie() }).toEqual({
        path,
        status: 404,
        cookies: [],
      });
    }
  }
});

function contribution({ panelId, threadId }: OpenPanel) {
  return { intentId: randomUUID(), panelId, threadId, kind: 'comment', text: 'Canary', lang: 'en' };
}

/** Signed, but with a key the forum never had. */
function jwt(header: object, claims: object): string {
  const head = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${head}.${createHmac('sha256', 'a public key').update(head).digest('base64url')}`;
}

function letters(): string {
  return randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 8);
}
