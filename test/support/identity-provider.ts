import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly iss?: string;
  readonly nonce?: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** As if the person signed in at the address our server sent them to: the code to come back with. */
  signsIn(address: string, claims: Claims): string;
  close(): Promise<void>;
}

/** A small OpenID provider: discovery, keys, and one-use codes bound to PKCE and nonce. */
export async function identityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { claims: object; challenge: string }>();
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (claims: object) => {
    const unsigned = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
  };

  const server = createServer((request, response) => {
    const say = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.url === '/.well-known/openid-configuration') {
      return say(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (request.url === '/jwks') {
      return say(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
    }
    void bodyOf(request).then((body) => {
      const given = new URLSearchParams(body);
      const code = codes.get(given.get('code') ?? '');
      codes.delete(given.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(given.get('code_verifier') ?? '')
        .digest('base64url');
      if (!code || code.challenge !== challenge) return say(400, { error: 'invalid_grant' });
      return say(200, { access_token: 'at', token_type: 'Bearer', expires_in: 60, id_token: signed(code.claims) });
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    signsIn(address, claims) {
      const asked = new URL(address).searchParams;
      const code = `code-${codes.size}-${Math.random()}`;
      const now = Math.floor(Date.now() / 1000);
      const standard = { iss: issuer, aud: asked.get('client_id'), iat: now, exp: now + 60, nonce: asked.get('nonce') };
      codes.set(code, {
        claims: { ...standard, email_verified: true, ...claims },
        challenge: asked.get('code_challenge') ?? '',
      });
      return code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
