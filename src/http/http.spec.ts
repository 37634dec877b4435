import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REFUSALS } from '../../domain/panel/refusals.js';
import { STATUS } from '../../domain/wire/status.js';
import { archived, CODE, FORUM, ORIGIN, PANEL, recordOf, served, type Served } from './testing/served.js';

const INTENT = `/api/panels/${PANEL}/intents/submit`;

describe('HTTP', () => {
  let open: Served | null = null;
  const folders: string[] = [];
  afterEach(async () => {
    await open?.[Symbol.asyncDispose]();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const serve = async (...args: Parameters<typeof served>) => (open = await served(...args));

  it('[W16] has one status for every refusal', () => {
    expect(Object.keys(STATUS).toSorted()).toEqual(Object.keys(REFUSALS).toSorted());
    for (const status of Object.values(STATUS)) expect(status).toBeGreaterThanOrEqual(400);
  });

  describe('its headers', () => {
    const PATHS = [
      '/',
      '/nothing',
      '/api/forums',
      '/api/nothing',
      `/api/panels/${PANEL}`,
      '/api/%zz',
      '/%c0%ae',
      '/api/docs',
      '/assets/x.js',
    ];

    it.each(PATHS)('[W17] let nothing foreign in, on every answer: %s', async (path) => {
      const { url } = await serve({ entries: recordOf(1) });
      const { headers } = await raw(url, path);
      const policy = String(headers['content-security-policy']);
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy.split(';')).toContain(part);
      }
      expect(policy.includes("require-trusted-types-for 'script'")).toBe(path !== '/api/docs');
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    });

    it('[W17] ask for https only where it came by https, as a trusted proxy says', async () => {
      const behind = await serve({}, { trustProxyHops: 1 });
      const secure = await behind.get('/api/forums', { 'x-forwarded-proto': 'https' });
      expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
      await behind[Symbol.asyncDispose]();

      const alone = await serve();
      const spoofed = await alone.get('/api/forums', { 'x-forwarded-proto': 'https' });
      expect(spoofed.headers.get('strict-transport-security')).toBeNull();
    });
  });

  describe('what it refuses', () => {
    it.each([
      ['/api/nothing', 404],
      ['/nothing', 404],
      ['/api/%zz', 404],
      ['/api/panels/%ff/record', 400],
      ['/assets/%', 404],
      ['/assets/%00', 404],
      ['/assets/..%2f..%2fpackage.json', 404],
      ['/api/panels/__proto__', 404],
      ['/api/forums/constructor', 404],
      ['/api/panels/1;drop table entry/record', 404],
    ])('[W9] %s is a refusal with status %i and tells nothing of the inside', async (path, status) => {
      const { url, world } = await serve({ entries: recordOf(1) }, { clientFolder: client() });
      const response = await raw(url, path.replaceAll(' ', '%20'));
      expect(response.status).toBe(status);
      expect(JSON.parse(response.body)).toMatchObject({ ok: false, refusal: { message: expect.any(String) } });
      expect(response.body).not.toMatch(/node_modules|at .*\(|\.ts|\.js:|select |Cannot GET/i);
      expect(world.faults).toEqual([]);
    });

    it.each([
      ['broken JSON', '{"a":', 400],
      ['a list', '[]', 400],
      ['a bare value', '3', 400],
      ['10,000 levels', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 400],
      ['30,000 lists', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 400],
      ['nine levels', '{"a":'.repeat(9) + '1' + '}'.repeat(9), 400],
      ['a prototype', '{"__proto__":{"x":1}}', 400],
      ['a constructor', '{"a":{"constructor":{"prototype":{"x":1}}}}', 400],
      ['more than 64 KiB', JSON.stringify({ text: 'x'.repeat(66_000) }), 413],
    ])('[W9] a body of %s reaches nobody', async (_, body, status) => {
      const { post, world } = await serve({ entries: recordOf(1) });
      const response = await post(INTENT, body);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ ok: false, refusal: { code: 'bad-request' } });
      expect(world.performed).toEqual([]);
      expect(({} as { x?: number }).x).toBeUndefined();
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
      '[W9] a body of type “%s” is not read',
      async (type) => {
        const { post, world } = await serve({ entries: recordOf(1) });
        const response = await post(INTENT, '{"text":"x"}', { 'content-type': type });
        expect(response.status).toBe(400);
        expect(world.performed).toEqual([]);
      },
    );

    it('[W9] a compressed body is not inflated', async () => {
      const { post } = await serve({ entries: recordOf(1) });
      expect((await post(INTENT, 'x', { 'content-encoding': 'gzip' })).status).toBe(415);
    });

    it('[W7] says of a fault only its id', async () => {
      const error = new Error('relation "entry" does not exist at /srv/app/log.ts:3');
      const { get, world } = await serve({ entries: recordOf(1), fails: { at: 0, error } });
      const response = await get(`/api/panels/${PANEL}/record`);
      expect(response.status).toBe(500);
      expect(await response.json()).toEqual({
        ok: false,
        refusal: { code: 'internal', message: 'Something went wrong on our side (f1).' },
      });
      expect(world.faults).toEqual([error]);
    });

    it('[W7] tells of an outage when to come back', async () => {
      const error = Object.assign(new Error('connection failure'), { code: '08006' });
      const { get } = await serve({ entries: recordOf(1), fails: { at: 0, error } });
      const response = await get(`/api/panels/${PANEL}/record`);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('2');
      expect(await response.json()).toMatchObject({ refusal: { code: 'unavailable' } });
    });
  });

  describe('intents', () => {
    it('[W18] pass the same door as those of sockets, with the panel of the address', async () => {
      const { post, world } = await serve({ entries: recordOf(1) });
      const response = await post(INTENT, { text: 'x', panelId: 'another' }, { cookie: 'who=ana', origin: ORIGIN });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ done: 'submit' });
      expect(world.performed).toEqual([
        { name: 'submit', body: { text: 'x', panelId: PANEL }, by: 'ana', ip: '127.0.0.1' },
      ]);
    });

    it.each(['nothing', 'join', 'mine', '__proto__', 'constructor', 'toString'])('[W18] know no “%s”', async (name) => {
      const { post, world } = await serve({ entries: recordOf(1) });
      expect((await post(`/api/panels/${PANEL}/intents/${name}`, {})).status).toBe(404);
      expect(world.performed).toEqual([]);
    });

    it.each([
      ['another site', { origin: 'https://evil.example', cookie: 'who=ana' }],
      ['a longer name', { origin: 'https://forum.example.evil.example', cookie: 'who=ana' }],
      ['http instead of https', { origin: 'http://forum.example', cookie: 'who=ana' }],
      ['nowhere', { origin: 'null', cookie: 'who=ana' }],
      ['no origin at all, with a session', { cookie: 'who=ana' }],
      ['another site without a session', { origin: 'https://evil.example' }],
    ])('[W19] are refused when they come from %s', async (_, headers) => {
      const { post, world } = await serve({ entries: recordOf(1) });
      expect((await post(INTENT, { text: 'x' }, headers)).status).toBe(403);
      expect((await post('/api/forums', { slug: 'xx', title: 'X' }, headers)).status).toBe(403);
      expect(world.performed).toEqual([]);
    });

    it('[W19] need no origin from a program that brings no session', async () => {
      const { post } = await serve({ entries: recordOf(1) });
      expect((await post(INTENT, { text: 'x' })).status).toBe(200);
    });

    it('[W18] offer one’s own items and the desk by GET, kept by nobody', async () => {
      const { get, world } = await serve({ entries: recordOf(1) });
      for (const [path, name] of [
        ['mine', 'mine'],
        ['desk', 'openDesk'],
      ]) {
        const response = await get(`/api/panels/${PANEL}/${path}`, { cookie: 'who=ana' });
        expect(await response.json()).toEqual({ done: name });
        expect(response.headers.get('cache-control')).toBe('no-store');
      }
      expect(world.performed).toMatchObject([
        { name: 'mine', by: 'ana' },
        { name: 'openDesk', by: 'ana' },
      ]);
    });
  });

  describe('forums', () => {
    const asOwner = { cookie: 'who=olga', origin: ORIGIN };
    const roles = { olga: ['owner'], hana: ['host'], ana: ['participant'] } as const;

    it('[W20] are found by id and by address, with their panels', async () => {
      const { get } = await serve({ entries: recordOf(1) });
      expect(await (await get('/api/forums')).json()).toMatchObject([{ forumId: FORUM, slug: 'water' }]);
      expect(await (await get('/api/forums/water')).json()).toMatchObject({ forumId: FORUM });
      expect(await (await get(`/api/forums/${FORUM}/panels`)).json()).toMatchObject([{ panelId: PANEL }]);
      expect((await get('/api/forums/fire')).status).toBe(404);
    });

    it('[W13] list only panels that may be read', async () => {
      const { get, world } = await serve({ entries: recordOf(1), access: 'invitation', roles: { ana: ['observer'] } });
      const listed = async (cookie: string) =>
        (await (await get('/api/forums/water/panels', { cookie })).json()) as unknown[];
      expect(await listed('')).toEqual([]);
      expect(await listed('who=bob')).toEqual([]);
      expect(await listed('who=ana')).toHaveLength(1);
      world.entries = recordOf(1, { phase: 'draft' });
      expect(await listed('who=ana')).toEqual([]);
    });

    it('[W20] are made by owners alone', async () => {
      const { post } = await serve({ roles });
      const forum = { slug: 'fire-2027', title: 'Fire' };
      expect((await post('/api/forums', forum)).status).toBe(401);
      expect((await post('/api/forums', forum, { ...asOwner, cookie: 'who=hana' })).status).toBe(403);
      const made = await post('/api/forums', forum, asOwner);
      expect(made.status).toBe(201);
      expect(await made.json()).toMatchObject({ slug: 'fire-2027', title: 'Fire', description: '' });
    });

    it.each([
      [{ slug: 'Fire', title: 'Fire' }, 'slug'],
      [{ slug: 'a--b', title: 'Fire' }, 'slug'],
      [{ slug: FORUM, title: 'Fire' }, 'slug'],
      [{ slug: 'fire', title: '' }, 'title'],
      [{ slug: 'fire', title: 'two\nlines' }, 'title'],
      [{ slug: 'fire', title: 3 }, 'title'],
      [{ slug: 'fire', title: 'Fire', description: 'x'.repeat(3000) }, 'description'],
      [{ slug: 'fire', title: 'Fire', more: 1 }, 'more'],
    ])('[W9] are not made of %j', async (forum, field) => {
      const { post } = await serve({ roles });
      const response = await post('/api/forums', forum, asOwner);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ refusal: { field } });
    });

    it('[W20] get panels from hosts and owners, drafted through the door', async () => {
      const { post, world } = await serve({ entries: recordOf(1, { phase: 'draft' }), roles });
      const panel = { panelId: PANEL, intentId: FORUM, title: 'Rivers', languages: ['en'], access: 'invitation' };
      const path = '/api/forums/water/panels';
      expect((await post(path, panel)).status).toBe(401);
      expect((await post(path, panel, { cookie: 'who=ana', origin: ORIGIN })).status).toBe(403);
      expect(world.performed).toEqual([]);

      const made = await post(path, panel, { cookie: 'who=hana', origin: ORIGIN });
      expect(made.status).toBe(201);
      expect(await made.json()).toMatchObject({ panelId: PANEL });
      expect(world.performed.map(({ body }) => body)).toEqual([
        { create: { panelId: PANEL, forumId: FORUM, access: 'invitation' } },
        { panelId: PANEL, forumId: FORUM, intentId: FORUM, title: 'Rivers', languages: ['en'] },
      ]);
    });

    it('[W31] a panel in a list has a code, who is here, and what you are in it', async () => {
      const { get, world } = await serve({ entries: recordOf(1), roles, here: 7 });
      const listed = async (cookie: string) => (await get('/api/forums/water/panels', { cookie })).json();
      expect(await listed('who=hana')).toMatchObject([{ code: CODE, here: 7, roles: ['host'] }]);
      expect(await listed('')).toMatchObject([{ roles: [] }]);
      expect(await (await get(`/api/panels/${PANEL}`, { cookie: 'who=ana' })).json()).toMatchObject({
        ...{ code: CODE, here: 7, roles: ['participant'] },
      });
      world.entries = [...recordOf(1), archived(5)];
      expect(await listed('')).toMatchObject([{ phase: 'archived', here: 0 }]);
    });

    it.each(['/api/forums', '/api/forums/water', '/api/forums/water/panels', `/api/panels/${PANEL}`])(
      '[W28] %s takes no parameters',
      async (path) => {
        const { get } = await serve({ entries: recordOf(1) });
        const response = await get(`${path}?page=2`);
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ refusal: { code: 'bad-request', field: 'page' } });
      },
    );

    it('[W20] a panel says who you are in it and how its pages are cut', async () => {
      const { get } = await serve({ entries: recordOf(1200), erasures: 1, roles });
      expect(await (await get(`/api/panels/${PANEL}`, { cookie: 'who=ana' })).json()).toMatchObject({
        panelId: PANEL,
        epoch: 'epoch-1',
        you: { seat: 'ana', name: 'ana', roles: ['participant'] },
        pages: { size: 500, full: 2, erasures: 1 },
      });
    });
  });

  describe('the client', () => {
    it('[W21] keeps hashed files for a year and asks for pages each time', async () => {
      const { get } = await serve({}, { clientFolder: client() });
      const asset = await get('/assets/app-1a2b.js');
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(asset.headers.get('content-type')).toContain('javascript');
      for (const path of ['/', '/forums/water', '/join/', `/panels/${PANEL}/desk`]) {
        const page = await get(path, { accept: 'text/html,*/*' });
        expect(await page.text()).toContain('<title>App</title>');
        expect(page.headers.get('cache-control')).toBe('no-cache');
      }
      expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
    });

    it.each(['/nothing', '/panels', '/panels/x', `/panels/${PANEL}/nothing`, '/forums', '/c', '/join/x', '//', '/%zz'])(
      '[W27] says of %s that it is no page, and lets the app say so too',
      async (path) => {
        const { get } = await serve({}, { clientFolder: client() });
        const page = await get(path, { accept: 'text/html,*/*' });
        expect(page.status).toBe(404);
        expect(await page.text()).toContain('<title>App</title>');
        expect(page.headers.get('cache-control')).toBe('no-cache');
      },
    );

    it('[W21] keeps what the build wrote for itself', async () => {
      const { get } = await serve({}, { clientFolder: client() });
      expect((await get('/.vite/manifest.json', { accept: 'application/json' })).status).toBe(404);
    });

    it.each(['/api/nothing', '/assets/gone.js', '/socket.io/x', '/metrics'])(
      '[W21] is not what answers %s',
      async (path) => {
        const { get } = await serve({}, { clientFolder: client() });
        const response = await get(path, { accept: 'text/html' });
        expect(response.status).toBe(404);
        expect(response.headers.get('content-type')).toContain('json');
      },
    );

    it('[W21] gives nothing away beside its own files', async () => {
      const { url } = await serve({}, { clientFolder: client() });
      for (const path of [
        '/../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%5csecret.txt',
        '/.env',
        '/assets/../../secret.txt',
      ]) {
        expect((await raw(url, path)).body).not.toContain('SECRET');
      }
    });
  });

  it('[W22] describes every intent by the rules that judge it, and every route', async () => {
    const { get } = await serve();
    const described = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: unknown }> } }>>;
    };
    expect(described.openapi).toMatch(/^3\./);
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining([
        '/api/forums/{forum}/panels',
        '/api/panels/{panelId}/record',
        '/api/panels/{panelId}/record/pages/{number}',
        '/api/panels/{panelId}/record.ndjson',
        '/api/panels/{panelId}/intents/castVote',
      ]),
    );
    const submit = described.paths['/api/panels/{panelId}/intents/submit']?.['post'];
    expect(submit?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['intentId', 'threadId', 'kind', 'text', 'lang']),
      properties: { kind: { enum: ['question', 'comment', 'reply'] }, text: { type: 'string' } },
    });
    const rules = described.paths['/api/panels/{panelId}/intents/setRules']?.['post'];
    expect(rules?.requestBody?.content['application/json']?.schema).toMatchObject({
      properties: { rules: { type: 'array', items: { required: ['id', 'title', 'text'] } } },
    });
  });

  it('[W22] shows its documentation from files of its own', async () => {
    const { get } = await serve();
    const page = await (await get('/api/docs')).text();
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));
    expect(addresses.length).toBeGreaterThanOrEqual(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\/api\//);
      expect((await get(address)).status).toBe(200);
    }
    expect(page).not.toMatch(/<script>|<style| on\w+=/);
  });

  function client(): string {
    const root = mkdtempSync(join(tmpdir(), 'kurultai-client-'));
    folders.push(root);
    const folder = join(root, 'client');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(root, 'secret.txt'), 'SECRET');
    mkdirSync(join(folder, '.vite'));
    writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
    writeFileSync(join(folder, '.env'), 'SECRET');
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>App</title>');
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
    return folder;
  }
});

/** As it stands, without the client’s own tidying of paths. */
function raw(
  url: string,
  path: string,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false, headers: { accept: 'application/json' } }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks).toString() }),
      );
    })
      .on('error', reject)
      .end();
  });
}
