import { afterEach, describe, expect, it } from '@jest/globals';
import { AUTHOR, CODE, comment, FORUM, PANEL, recordOf, served, type Served } from './testing/served.js';

const CANARY = 'canary-8a31';

describe('finding one’s way over HTTP', () => {
  let open: Served | null = null;
  afterEach(async () => open?.[Symbol.asyncDispose]());
  const serve = async (...args: Parameters<typeof served>) => (open = await served(...args));
  const closed = { access: 'invitation', roles: { ana: ['participant'], hana: ['host'] } } as const;

  describe('a search across all panels', () => {
    it('[W24] names panel, thread and author of each hit, newest first', async () => {
      const { get, happens } = await serve({ entries: recordOf(3) });
      happens(comment(9000, 'the upper river'));
      const page = await json(get('/api/search?q=river%20upper'));
      expect(page).toEqual({
        next: null,
        hits: [
          {
            panel: { panelId: PANEL, forumId: FORUM, title: 'Water', phase: 'open', openedAt: null },
            ...{ contributionId: expect.any(String), threadTitle: 'Rivers', seq: 7, at: expect.any(Number) },
            ...{ kind: 'comment', text: 'the upper river', lang: 'en' },
            author: { name: 'Ana', affiliation: '', role: 'participant' },
          },
        ],
      });
    });

    it('[W24] goes on from its cursor to the last hit, and names nobody who is shown by role', async () => {
      const { get, world } = await serve({ entries: recordOf(45) });
      for (const { event } of world.entries) {
        if (event.type === 'ContributionPublished') Object.assign(event.body ?? {}, { author: null });
      }
      const seqs: number[] = [];
      let address = '/api/search?q=Comment';
      for (let pages = 1; ; pages++) {
        const { hits, next } = await json(get(address));
        expect(JSON.stringify(hits)).not.toContain(AUTHOR);
        expect(hits.every(({ author }) => author === null)).toBe(true);
        seqs.push(...hits.map(({ seq }) => seq));
        if (next === null) {
          expect(pages).toBe(3);
          break;
        }
        address = `/api/search?q=Comment&before=${next}`;
      }
      expect(seqs).toEqual(Array.from({ length: 45 }, (_, i) => 48 - i));
    });

    it.each(['', `&forumId=${FORUM}`])('[W24] looks only into panels one may read (%s)', async (forum) => {
      const { get, happens } = await serve({ entries: recordOf(1), ...closed });
      happens(comment(9000, CANARY));
      for (const cookie of ['', 'who=bob']) {
        const answer = await (await get(`/api/search?q=${CANARY}${forum}`, { cookie })).text();
        expect(answer).toBe('{"hits":[],"next":null}');
      }
      expect((await json(get(`/api/search?q=${CANARY}${forum}`, { cookie: 'who=ana' }))).hits).toHaveLength(1);
    });

    it.each([
      ['', 'q'],
      ['q=%20', 'q'],
      ['q=a+b+c+d+e+f+g+h+i', 'q'],
      ['q=a&limit=51', 'limit'],
      ['q=a&limit=0', 'limit'],
      ['q=a&forumId=x', 'forumId'],
      ['q=a&before=5', 'before'],
      ['q=a&before=WzEsMl0', 'before'],
      ['q=a&before=%00', 'before'],
      [`q=a&before=${'x'.repeat(300)}`, 'before'],
      ['q=a&page=2', 'page'],
    ])('[W28] refuses ?%s and names the field', async (query, field) => {
      const { get, world } = await serve({ entries: recordOf(1) });
      const response = await get(`/api/search?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ refusal: { code: 'bad-request', field } });
      expect(world.reads).toBe(0);
    });
  });

  it.each(['/api/search?q=a', `/api/codes/${CODE}`])('[W23] %s costs as much as ten looks', async (path) => {
    const { get } = await serve({ entries: recordOf(1), roles: { ana: ['participant'] } });
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await get(path, { cookie: 'who=ana' })).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200));
    expect(statuses[30]).toBe(429);
  });

  describe('a code', () => {
    it.each([CODE, '00ooo2', '%20000-002%20'])('[W26] %s leads to its panel', async (typed) => {
      const { get } = await serve({ entries: recordOf(1) });
      expect(await (await get(`/api/codes/${typed}`)).json()).toMatchObject([{ panelId: PANEL, code: CODE }]);
    });

    it.each(['000003', 'x', '%F0%9F%92%A7', 'UUUUUU'])('[W26] that nobody has leads nowhere: %s', async (typed) => {
      const { get } = await serve({ entries: recordOf(1) });
      const response = await get(`/api/codes/${typed}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ refusal: { code: 'no-such-panel', field: 'code' } });
    });

    it('[W13] does not tell of a panel that one may not read', async () => {
      const { get } = await serve({ entries: recordOf(1), ...closed });
      const [refused, nowhere] = [await get(`/api/codes/${CODE}`), await get('/api/codes/000003')];
      expect([refused.status, await refused.text()]).toEqual([nowhere.status, await nowhere.text()]);
      expect((await get(`/api/codes/${CODE}`, { cookie: 'who=ana' })).status).toBe(200);
    });
  });

  describe('one’s own panels', () => {
    it('[W25] come with one’s own items and the name one bears there', async () => {
      const { get } = await serve({ entries: recordOf(1), ...closed });
      const response = await get('/api/me/panels', { cookie: 'who=ana' });
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject([
        {
          panel: { panelId: PANEL, roles: ['participant'], code: CODE },
          name: 'ana',
          mine: { panelId: PANEL, items: [], votes: {} },
        },
      ]);
      expect(await (await get('/api/me/panels', { cookie: 'who=bob' })).json()).toEqual([]);
    });

    it('[W25] are not asked for without a session', async () => {
      const { get } = await serve({ entries: recordOf(1) });
      const response = await get('/api/me/panels');
      expect([response.status, await response.json()]).toMatchObject([401, { refusal: { code: 'not-signed-in' } }]);
    });

    it('[W25] are none that one may not read any more', async () => {
      const { get } = await serve({ entries: recordOf(1, { phase: 'draft' }), roles: { ana: ['participant'] } });
      expect(await (await get('/api/me/panels', { cookie: 'who=ana' })).json()).toEqual([]);
    });
  });

  describe('the seats of a panel', () => {
    const PATH = `/api/panels/${PANEL}/seats`;

    it('[W29] are shown to its hosts alone, by role if they like', async () => {
      const { get } = await serve({ entries: recordOf(1), ...closed });
      const seats = (query = '') => get(PATH + query, { cookie: 'who=hana' });
      expect(await (await seats()).json()).toHaveLength(2);
      expect(await (await seats('?role=participant')).json()).toEqual([
        { seat: 'ana', name: 'ana', affiliation: '', roles: ['participant'] },
      ]);
      expect((await seats('?role=king')).status).toBe(400);
      expect((await get(PATH, { cookie: 'who=ana' })).status).toBe(403);
      expect((await get(PATH)).status).toBe(404);
    });
  });
});

interface Page {
  readonly hits: readonly { readonly seq: number; readonly author: unknown }[];
  readonly next: string | null;
}

async function json(response: Promise<Response>): Promise<Page> {
  return (await (await response).json()) as Page;
}
