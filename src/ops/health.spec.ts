import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Draining } from './draining.js';
import { EventLoop } from './event-loop.js';
import { Health, type Vitals } from './health.js';

describe('health', () => {
  const loops: EventLoop[] = [];
  afterEach(() => loops.splice(0).forEach((loop) => loop.close()));

  it('[W3] tells what runs, how far it is and what it survives', async () => {
    expect(await health().report()).toEqual({
      status: 'ok',
      version: '1.2.3',
      engine: 'PGlite',
      fsync: false,
      survives: 'a crash of the process',
      database: 'up',
      head: { sum: 12, biggest: 9 },
      lagMs: expect.any(Number),
      redis: 'absent',
      likeness: 'database',
      draining: false,
      uptimeSeconds: expect.any(Number),
      epoch: 'e1',
    });
  });

  it('[W3] says so when the database fails', async () => {
    const report = await health({ ping: () => Promise.reject(new Error('gone')) }).report();
    expect(report).toMatchObject({ status: 'database-down', database: 'down', head: null });
  });

  it('[W3] says so when the database does not answer within two seconds', async () => {
    const waiting: { ms: number | undefined; run: () => void }[] = [];
    const timers = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => {
      waiting.push({ ms, run });
      return 0;
    }) as unknown as typeof setTimeout);

    const report = health({ ping: () => new Promise(() => undefined) }).report();
    expect(waiting.map(({ ms }) => ms)).toEqual([2_000]);
    waiting[0]?.run();

    expect(await report).toMatchObject({ status: 'database-down', database: 'down' });
    timers.mockRestore();
  });

  it('[W3] asks the database once for many who ask at the same time', async () => {
    let pings = 0;
    const asked = health({ ping: async () => void pings++ });
    await Promise.all(Array.from({ length: 50 }, () => asked.report()));
    expect(pings).toBe(1);
  });

  it('[W4] says so while draining', async () => {
    const draining = new Draining();
    await draining.begin();
    expect(await health({}, draining).report()).toMatchObject({ status: 'draining', draining: true, database: 'up' });
  });

  function health(some: Partial<Vitals> = {}, draining = new Draining()): Health {
    const loop = new EventLoop();
    loops.push(loop);
    const vitals: Vitals = {
      version: '1.2.3',
      epoch: 'e1',
      storage: { engine: 'PGlite', fsync: false, survives: 'a crash of the process' },
      ping: async () => undefined,
      heads: async () => ({ sum: 12, biggest: 9 }),
      redis: () => 'absent',
      likeness: () => Promise.resolve('database'),
      ...some,
    };
    return new Health(vitals, draining, loop);
  }
});
