import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqlIdentity } from '../src/identity/identity.js';
import { identityProvider, type Claims, type IdentityProvider } from './support/identity-provider.js';
import { identityServer, tokenIn, type Answered, type From, type IdentityServer } from './support/identity-server.js';
import { Operator } from '../src/identity/operator.js';

let provider: IdentityProvider;
let server: IdentityServer;

beforeAll(async () => {
  provider = await identityProvider();
  server = await identityServer({
    oidc: { issuer: provider.issuer, clientId: 'kurultai', clientSecret: 'a secret', name: 'Test' },
  });
});

afterAll(async () => {
  await server.close();
  await provider.close();
});

const MARIA: Claims = { sub: 'maria', email: 'maria@example.org', name: 'Мария' };

describe('signing in with the identity provider', () => {
  it('[I23] makes a person known by issuer and subject, without a role', async () => {
    const { forumId } = await server.panel('invitation');
    const first = await signIn(MARIA);
    const again = await signIn({ ...MARIA, email: 'maria.new@example.org' });

    const identity = server.app.get(SqlIdentity);
    const session = await identity.session({ cookie: first.cookie });
    expect(session).toMatchObject({ name: 'Мария', kind: 'member' });
    expect(await identity.forumRoles(session, forumId)).toEqual([]);
    expect((await identity.session({ cookie: again.cookie }))?.personId).toBe(session?.personId);
    expect(first.answerHeaders.get('location')).toBe('/panels');

    const accounts = await server.database.query(
      'SELECT account_id, access_token, refresh_token, id_token FROM person_account WHERE person_id = $1',
      [session?.personId],
    );
    const kept = { access_token: null, refresh_token: null, id_token: null };
    expect(accounts).toEqual([{ account_id: `${provider.issuer}#maria`, ...kept }]);
  });

  it('[I23] gives somebody else’s name to nobody: the address alone opens no account', async () => {
    const { forumId } = await server.panel('invitation');
    const made = await server.app.get(Operator).link({ role: 'host', forumId });
    const account = { email: 'hana@example.org', password: 'a long enough secret' };
    const token = tokenIn(made.ok ? made.value.link : '');
    expect((await server.post('/api/invitations/accept', { token, name: 'Hana', ...account })).status).toBe(200);

    expectFailed(await signIn({ sub: 'not-hana', email: account.email, name: 'Hana' }));
  });

  it('[I23] refuses a token of another issuer, of another request, or that is not for this browser', async () => {
    expectFailed(await signIn({ ...MARIA, iss: 'https://other.example' }));
    expectFailed(await signIn({ ...MARIA, nonce: 'replayed' }));
    expectFailed(await signIn(MARIA, { cookie: 'kurultai.state=of-another-browser' }));
    const { cookie, address } = await asks();
    const state = new URL(address).searchParams.get('state') ?? '';
    expectFailed(await comesBack('made-up-code', state, cookie));
  });

  it('[I30] is offered by its name to whoever asks', async () => {
    const asked = await server.get('/api/auth/ways');
    expect(asked.body).toEqual({ password: true, provider: 'Test' });
  });

  it('[I23] leads back to this forum only', async () => {
    for (const callbackURL of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const asked = await server.post('/api/auth/sign-in/social', { provider: 'oidc', callbackURL });
      expect(asked.status).toBe(403);
    }
  });

  it('[I17] ends the session of before', async () => {
    const { panelId } = await server.panel('open');
    const guest = await server.post('/api/join', { panelId, name: 'Somebody' });
    const asked = await asks({ cookie: guest.cookie });
    const state = new URL(asked.address).searchParams.get('state') ?? '';
    const code = provider.signsIn(asked.address, {
      sub: randomUUID(),
      email: `${randomUUID()}@example.org`,
      name: 'Nurlan',
    });
    const came = await comesBack(code, state, `${guest.cookie}; ${asked.cookie}`);

    const identity = server.app.get(SqlIdentity);
    expect(await identity.session({ cookie: came.cookie })).toMatchObject({ name: 'Nurlan' });
    expect(await identity.session({ cookie: guest.cookie })).toBeNull();
  });
});

async function asks(from: From = {}): Promise<{ address: string; cookie: string }> {
  const asked = await server.post('/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/panels' }, from);
  expect(asked.status).toBe(200);
  return { address: asked.body['url'] as string, cookie: asked.cookie };
}

async function signIn(claims: Claims, { cookie }: { cookie?: string } = {}): Promise<Answered> {
  const asked = await asks();
  const code = provider.signsIn(asked.address, claims);
  return comesBack(code, new URL(asked.address).searchParams.get('state') ?? '', cookie ?? asked.cookie);
}

function comesBack(code: string, state: string, cookie: string): Promise<Answered> {
  return server.get(`/api/auth/callback/oidc?${new URLSearchParams({ code, state }).toString()}`, cookie);
}

function expectFailed(answered: Answered): void {
  expect(answered.cookie).not.toMatch(/session_token=[^;]/);
  expect(answered.status === 302 ? answered.answerHeaders.get('location') : 'error').toContain('error');
}
