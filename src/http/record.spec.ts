import { afterEach, describe, expect, it } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import { comment, PANEL, recordOf, served, type Served } from './testing/served.js';

const RECORD = `/api/panels/${PANEL}/record`;

describe('the record over HTTP', () => {
  let open: Served | null = null;
  afterEach(async () => open?.[Symbol.asyncDispose]());
  const serve = async (...args: Parameters<typeof served>) => (open = await served(...args));

  it('[W8] reads on from a cursor, at most 500 entries at a time', async () => {
    const { get } = await serve({ entries: recordOf(600) });
    const first = await json(get(RECORD));
    expect(first).toMatchObject({ panelId: PANEL, epoch: 'epoch-1', head: 603 });
    expect(seqs(first)).toEqual(range(1, 500));
    expect(seqs(await json(get(`${RECORD}?after=500&limit=500`)))).toEqual(range(501, 603));
    expect(seqs(await json(get(`${RECORD}?before=4&limit=2`)))).toEqual([2, 3]);
    expect(seqs(await json(get(`${RECORD}?after=603`)))).toEqual([]);
    expect(first['people']).toMatchObject({ '00000000-0000-4000-8000-0000000000aa': { name: 'Ana' } });
  });

  it('[W8] answers a stretch of time and the contributions with some words', async () => {
    const { get, happens } = await serve({ entries: recordOf(20) });
    happens(comment(9000, 'the upper river'));
    expect(seqs(await json(get(`${RECORD}/window?from=1700000004000&to=1700000006000`)))).toEqual([4, 5]);
    expect(seqs(await json(get(`${RECORD}/search?q=%20river%20upper`)))).toEqual([24]);
  });

  it.each([
    ['?after=-1', 'after'],
    ['?after=1.5', 'after'],
    ['?after=abc', 'after'],
    ['?after=1&after=2', 'after'],
    ['?after=99999999999999999999', 'after'],
    ['?before=0', 'before'],
    ['?after=1&before=2', 'before'],
    ['?limit=0', 'limit'],
    ['?limit=501', 'limit'],
    ['?limit=99999', 'limit'],
    ['?limti=5', 'limti'],
    ['?__proto__=1', '__proto__'],
    ['/window?limit=501', 'limit'],
    ['/search?q=a&limit=101', 'limit'],
    ['/snapshot?x=1', 'x'],
    ['.ndjson?after=5', 'after'],
    ['/pages/0', 'number'],
    ['/pages/x', 'number'],
    ['/pages/1?v=x', 'v'],
    ['/window?from=-1', 'from'],
    ['/histogram?buckets=0', 'buckets'],
    ['/histogram?buckets=1e9', 'buckets'],
    ['/search', 'q'],
    ['/search?q=%20', 'q'],
    ['/search?q=a%00b', 'q'],
    ['/search?q=a+b+c+d+e+f+g+h+i', 'q'],
    ['/snapshot?latest=x', 'latest'],
    ['/follow?wait=60', 'wait'],
  ])('[W9] refuses %s and names the field', async (query, field) => {
    const { get, world } = await serve({ entries: recordOf(1) });
    const response = await get(RECORD + query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, refusal: { code: 'bad-request', field } });
    expect(world.reads).toBe(0);
  });

  describe('in numbered pages', () => {
    it('[W10] keeps a full page asked for by its erasures and epoch for ever', async () => {
      const { get } = await serve({ entries: recordOf(600), erasures: 2 });
      const full = await get(`${RECORD}/pages/1?v=2&epoch=epoch-1`);
      expect(full.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(full.headers.get('etag')).toMatch(/^"[^"]+"$/);
      const page = await json(full);
      expect(page).toMatchObject({ page: 1, full: true, erasures: 2, epoch: 'epoch-1' });
      expect(seqs(page)).toEqual(range(1, 500));
      expect(Object.keys(page)).not.toContain('people');
    });

    it.each([
      ['a page that is not full', '/pages/2?v=2&epoch=epoch-1'],
      ['other erasures', '/pages/1?v=1&epoch=epoch-1'],
      ['no erasures', '/pages/1?epoch=epoch-1'],
      ['no epoch', '/pages/1?v=2'],
      ['another epoch', '/pages/1?v=2&epoch=other'],
    ])('[W10] asks anew for %s', async (_, page) => {
      const { get } = await serve({ entries: recordOf(600), erasures: 2 });
      expect((await get(RECORD + page)).headers.get('cache-control')).toBe('public, no-cache');
    });

    it('[W10] leaves a page that only some may read to their own browsers', async () => {
      const { get } = await serve({ entries: recordOf(600), access: 'invitation', roles: { ana: ['participant'] } });
      const response = await get(`${RECORD}/pages/1?v=0&epoch=epoch-1`, { cookie: 'who=ana' });
      expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    });

    it('[W10] answers 304 without reading the log, until something changes', async () => {
      const { get, world, happens } = await serve({ entries: recordOf(510) });
      const first = await get(`${RECORD}/pages/2`);
      const etag = first.headers.get('etag') ?? '';
      const reads = world.reads;
      expect((await get(`${RECORD}/pages/2`, { 'if-none-match': etag })).status).toBe(304);
      expect(world.reads).toBe(reads);

      happens(comment(9000));
      expect((await get(`${RECORD}/pages/2`, { 'if-none-match': etag })).status).toBe(200);

      const now = (await get(`${RECORD}/pages/1`)).headers.get('etag') ?? '';
      world.erasures++;
      expect((await get(`${RECORD}/pages/1`, { 'if-none-match': now })).status).toBe(200);
    });

    it('[W10] answers an empty page beyond the head', async () => {
      const { get } = await serve({ entries: recordOf(1) });
      expect(await json(get(`${RECORD}/pages/7`))).toMatchObject({ full: false, entries: [] });
    });
  });

  describe('as a snapshot', () => {
    it('[W11] holds the state at its seq, the same to everybody until something happens', async () => {
      const { get, happens } = await serve({ entries: recordOf(300) });
      const response = await get(`${RECORD}/snapshot`);
      const body = await json(response);
      expect(body).toMatchObject({ head: 303, epoch: 'epoch-1', snapshot: { seq: 303, complete: false } });
      expect((body['snapshot'] as { contributions: unknown[] }).contributions).toHaveLength(200);

      const etag = response.headers.get('etag') ?? '';
      expect((await get(`${RECORD}/snapshot`, { 'if-none-match': etag })).status).toBe(304);
      happens(comment(9000));
      expect((await get(`${RECORD}/snapshot`, { 'if-none-match': etag })).status).toBe(200);
    });

    it('[W11] computes a histogram once a state', async () => {
      const { get, world, happens } = await serve({ entries: recordOf(3) });
      await Promise.all(Array.from({ length: 20 }, () => get(`${RECORD}/histogram?buckets=10`)));
      expect(world.reads).toBe(1);
      happens(comment(9000));
      await get(`${RECORD}/histogram?buckets=10`);
      expect(world.reads).toBe(2);
    });
  });

  describe('followed by long poll', () => {
    it('[W12] answers at once when there is more', async () => {
      const { get } = await serve({ entries: recordOf(3) });
      expect(seqs(await json(get(`${RECORD}/follow?after=4`)))).toEqual([5, 6]);
    });

    it('[W12] answers what happens while it waits', async () => {
      const { get, happens, waiting } = await serve({ entries: recordOf(3) });
      const following = json(get(`${RECORD}/follow?after=6`));
      await until(() => waiting.size === 1);
      happens(comment(9000, 'at last'));
      expect(JSON.stringify(await following)).toContain('at last');
      expect(waiting.size).toBe(0);
    });

    it('[W12] answers with nothing when the time is over', async () => {
      const { get } = await serve({ entries: recordOf(3) });
      expect(await json(get(`${RECORD}/follow?after=6&wait=0`))).toMatchObject({ head: 6, entries: [] });
    });

    it('[W12] stops waiting for a client that went away', async () => {
      const { url, waiting } = await serve({ entries: recordOf(3) });
      const gone = new AbortController();
      const following = fetch(`${url}${RECORD}/follow?after=6`, { signal: gone.signal });
      await until(() => waiting.size === 1);
      gone.abort();
      await expect(following).rejects.toThrow();
      await until(() => waiting.size === 0);
    });

    it('[W12] lets six of one person wait and refuses the seventh', async () => {
      const { get, waiting } = await serve({ entries: recordOf(3), roles: { ana: ['participant'] } });
      const cookie = { cookie: 'who=ana' };
      const held = Array.from({ length: 6 }, () => get(`${RECORD}/follow?after=6`, cookie));
      await until(() => waiting.size === 6);
      const refused = await get(`${RECORD}/follow?after=6`, cookie);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('5');
      waiting.endAll();
      await Promise.all(held);
    });

    it('[W4] answers everybody at once when the process goes away', async () => {
      const { get, waiting } = await serve({ entries: recordOf(3) });
      const following = get(`${RECORD}/follow?after=6`);
      await until(() => waiting.size === 1);
      waiting.endAll();
      const response = await following;
      expect(await response.json()).toMatchObject({ entries: [] });
      expect(response.headers.get('connection')).toBe('close');
    });

    it('[W13] tells nothing to somebody who lost their role while waiting', async () => {
      const { get, world, happens, waiting } = await serve({
        entries: recordOf(3),
        access: 'invitation',
        roles: { ana: ['participant'] },
      });
      const following = get(`${RECORD}/follow?after=6`, { cookie: 'who=ana' });
      await until(() => waiting.size === 1);
      world.roles = {};
      happens(comment(9000));
      expect((await following).status).toBe(404);
    });
  });

  describe('as a file', () => {
    it.each(['identity', 'gzip'])('[W14] holds a head and then one entry a line (%s)', async (encoding) => {
      const { url } = await serve({ entries: recordOf(1200) });
      const response = await fetch(`${url}${RECORD}.ndjson`, { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-type')).toContain('application/x-ndjson');
      expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);

      const lines = (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { seq?: number });
      expect(lines[0]).toEqual({ kurultai: 'record', panel: PANEL, epoch: 'epoch-1', head: 1203 });
      expect(lines.slice(1).map(({ seq }) => seq)).toEqual(range(1, 1203));
    });

    it('[W14] reads a page only when the reader has taken the last', async () => {
      const { url, world } = await serve({ entries: recordOf(5000, { text: 'word '.repeat(3000) }) });
      const gone = new AbortController();
      const plain = { 'accept-encoding': 'identity' };
      const response = await fetch(`${url}${RECORD}.ndjson`, { headers: plain, signal: gone.signal });
      await response.body?.getReader().read();
      await settled(() => world.reads);
      expect(world.reads).toBeLessThan(8);

      gone.abort();
      await settled(() => world.reads);
      expect(world.reads).toBeLessThan(8);
      expect(world.faults).toEqual([]);
    });

    it('[W14] never lets half a file look like a whole one', async () => {
      const error = new Error('the log is gone');
      const { url, world } = await serve({ entries: recordOf(2000), fails: { at: 3, error } });
      const half = fetch(`${url}${RECORD}.ndjson`).then((response) => response.text());
      await expect(half).rejects.toThrow();
      expect(world.faults).toEqual([error]);
    });
  });

  it('[W15] compresses what is worth it', async () => {
    const { url } = await serve({ entries: recordOf(100) });
    const big = await fetch(`${url}${RECORD}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(big.headers.get('content-encoding')).toBe('gzip');
    const small = await fetch(`${url}${RECORD}?after=103`, { headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers.get('content-encoding')).toBeNull();
  });

  describe('for those who may not read it', () => {
    const PATHS = [
      '',
      '/pages/1',
      '/snapshot',
      '/histogram',
      '/window',
      '/search?q=a',
      '/follow?wait=0',
      '.ndjson',
    ].map((path) => RECORD + path);
    const ALL = [...PATHS, `/api/panels/${PANEL}`, `/api/panels/${PANEL}/people?seats=${PANEL}`];

    it.each(ALL)('[W13] a panel by invitation does not exist: %s', async (path) => {
      const { get, world } = await serve({ entries: recordOf(3), access: 'invitation', roles: { ana: ['observer'] } });
      const refused = await get(path);
      const nowhere = await get(path.replace(PANEL, '00000000-0000-4000-8000-00000000ffff'));
      expect([refused.status, nowhere.status]).toEqual([404, 404]);
      expect(await refused.text()).toBe(await nowhere.text());
      expect(world.reads).toBe(0);
      expect((await get(path, { cookie: 'who=ana' })).status).toBe(200);
    });

    it.each(ALL)('[W13] a draft does not exist: %s', async (path) => {
      const { get } = await serve({
        entries: recordOf(3, { phase: 'draft' }),
        roles: { ana: ['participant'], hana: ['host'] },
      });
      expect((await get(path)).status).toBe(404);
      expect((await get(path, { cookie: 'who=ana' })).status).toBe(404);
      const seen = await get(path, { cookie: 'who=hana' });
      expect(seen.status).toBe(200);
      expect(seen.headers.get('cache-control')).not.toContain('public');
    });
  });

  it('unpacks what it packs', async () => {
    const { url } = await serve({ entries: recordOf(3) });
    const { request } = await import('node:http');
    const packed = await new Promise<Buffer>((resolve) => {
      request(`${url}${RECORD}.ndjson`, { headers: { 'accept-encoding': 'gzip' } }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      }).end();
    });
    expect(gunzipSync(packed).toString().split('\n')).toHaveLength(8);
  });
});

type Body = Record<string, unknown>;

async function json(response: Response | Promise<Response>): Promise<Body> {
  return (await (await response).json()) as Body;
}

function seqs(page: Body): number[] {
  return (page['entries'] as { seq: number }[]).map(({ seq }) => seq);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Waits until a value stays as it is. */
async function settled(value: () => number): Promise<void> {
  for (let before = -1; before !== value();) {
    before = value();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
