import { afterEach, describe, expect, it } from '@jest/globals';
import { Busy } from './busy.js';
import { PANEL, recordOf, served, type Served } from './testing/served.js';
import { Waiting } from './waiting.js';

describe('the limits of HTTP', () => {
  let open: Served | null = null;
  afterEach(async () => open?.[Symbol.asyncDispose]());

  it('[W23] stop a person who reads too fast, and nobody else', async () => {
    open = await served({ entries: recordOf(1), roles: { ana: ['participant'], ben: ['participant'] } });
    const { get } = open;
    const search = `/api/panels/${PANEL}/record/search?q=Comment`;
    const searches = await Promise.all(Array.from({ length: 31 }, () => get(search, { cookie: 'who=ana' })));

    const refused = searches.filter(({ status }) => status === 429);
    expect(searches.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(refused).toHaveLength(1);
    expect(await refused[0]?.json()).toMatchObject({ refusal: { code: 'too-many', retryInMs: expect.any(Number) } });
    expect((await get(search, { cookie: 'who=ben' })).status).toBe(200);
    expect((await get(search)).status).toBe(200);
  });

  it.each(['/api/forums', '/api/forums/water', '/api/forums/water/panels'])('[W23] count %s', async (path) => {
    open = await served({ entries: recordOf(1), roles: { ana: ['participant'] } });
    const { get } = open;
    const all = await Promise.all(Array.from({ length: 301 }, () => get(path, { cookie: 'who=ana' })));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(300);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('[W14] let so many files be read at once and give the place back, once', () => {
    const busy = new Busy({ each: 1, all: 2 });
    const leave = busy.enter('a');
    expect(busy.enter('a')).toBeNull();
    expect(busy.enter('b')).not.toBeNull();
    expect(busy.enter('c')).toBeNull();

    leave?.();
    leave?.();
    expect(busy.enter('c')).not.toBeNull();
    expect(busy.enter('d')).toBeNull();
  });

  it('[W12] let many wait behind one address, and nobody once it is over', () => {
    const waiting = new Waiting();
    const places = Array.from({ length: 200 }, () => waiting.enter('ip:203.0.113.9'));
    expect(places.every((place) => place !== null)).toBe(true);
    expect(waiting.enter('ip:203.0.113.9')).toBeNull();

    places[0]?.leave();
    places[0]?.leave();
    expect(waiting.size).toBe(199);
    waiting.endAll();
    expect(places[1]?.signal.aborted).toBe(true);
    expect(waiting.enter('ip:203.0.113.9')?.signal.aborted).toBe(true);
  });
});
