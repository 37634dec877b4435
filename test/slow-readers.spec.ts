import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { evolveRecord, initialRecord } from '../domain/panel/evolve.js';
import { nobody, type Person } from './support/people.js';
import { RawReader } from './support/raw-reader.js';
import { pause } from './support/talk.js';
import { until, World } from './support/world.js';

/** As long as a contribution may be, in letters of two bytes. */
const LONG = 'ұ'.repeat(3_900);
const MIB = 1024 * 1024;

describe('readers who do not read', () => {
  let world: World;
  let writers: Person[];

  beforeAll(async () => {
    world = await World.open();
    await world.panel.host.does('setPublication', { panelId: world.panel.panelId, mode: 'after' });
    const names = ['Ana', 'Ben', 'Cai', 'Dua', 'Eli', 'Fay', 'Gul', 'Hal', 'Ida', 'Jon'];
    writers = await Promise.all(names.map(async (name) => (await world.panel.person('participant', name)).connect()));
  }, 120_000);
  afterAll(async () => {
    writers.forEach((writer) => writer.disconnect());
    await world.close();
  });

  it('[R28] are cut within a bound of time and memory while all others get everything in order', async () => {
    const { panelId } = world.panel;
    const { pid, url } = world.server;
    const order: number[] = [];
    const honest = await nobody(url).connect();
    honest.socket.on('frame', ({ entries }) => order.push(...entries.map(({ seq }) => seq)));
    await honest.ask('join', { panelId });
    await world.reader();
    await publishes(40);
    const before = await rss(pid);

    const deaf = await Promise.all(Array.from({ length: 25 }, () => RawReader.open(url, [['join', { panelId }]])));
    const ended = Promise.all(deaf.map((reader) => reader.ended())).then(() => performance.now());
    const started = performance.now();
    let peak = before;
    let all = false;
    void ended.then(() => (all = true));
    let published = 0;
    while (!all && performance.now() - started < 60_000) {
      published += await publishes(40);
      peak = Math.max(peak, await rss(pid));
    }
    expect(all).toBe(true);

    const took = (await ended) - started;
    process.stdout.write(
      `25 readers who read nothing: all cut after ${Math.round(took / 100) / 10} s and ${published} contributions of 8 kB; ` +
        `memory of the server grew by at most ${Math.round((peak - before) / MIB)} MiB\n`,
    );
    expect(peak - before).toBeLessThan(256 * MIB);
    await world.converges();
    const head = (await world.entries()).length;
    await until(() => (order.at(-1) ?? 0) >= head, 'the last frame');
    expect(order).toEqual(order.map((_, i) => (order[0] ?? 0) + i));
    expect(await cuts(url)).toBeGreaterThanOrEqual(25);
    honest.disconnect();
  }, 180_000);

  it('[R28] come back, once cut, by their cursor and without a gap', async () => {
    const guest = await world.seat('Kim');
    guest.network.stopReading();
    const before = await cuts(world.server.url);
    const end = performance.now() + 60_000;
    while ((await cuts(world.server.url)) === before && performance.now() < end) await publishes(40);
    expect(await cuts(world.server.url)).toBe(before + 1);
    guest.network.heal();
    await world.converges();
  }, 180_000);

  it('[R29] are told from those whose network is slow: pages are never longer than such a network takes', async () => {
    const { panelId } = world.panel;
    const guest = await nobody(world.server.url).connect();
    let record = initialRecord;
    let head = 1;
    for (let pages = 0; record.seq < head && pages < 30; pages++) {
      const page = await guest.ask('readRecord', { panelId, after: record.seq });
      if (!page.ok) throw new Error(page.refusal.code);
      expect(Buffer.byteLength(JSON.stringify(page.value.entries))).toBeLessThan(200 * 1024);
      expect(page.value.entries.length).toBeGreaterThan(0);
      record = page.value.entries.reduce(evolveRecord, record);
      head = page.value.head;
      await pause(90); // a person reads at most 120 pages in ten seconds
    }
    expect(record.published).toBeGreaterThan(100);
    guest.disconnect();
  }, 120_000);

  /** Long contributions, published at once; resolves with how many. */
  async function publishes(count: number): Promise<number> {
    const { panelId, threadId } = world.panel;
    const submit = { panelId, threadId, kind: 'comment', text: LONG, lang: 'kk' };
    const replies = await Promise.all(
      Array.from({ length: count / writers.length }, () =>
        writers.map((writer) => writer.ask('submit', { ...submit, intentId: crypto.randomUUID() })),
      ).flat(),
    );
    const wait = Math.max(0, ...replies.map((reply) => (reply.ok ? 0 : (reply.refusal.retryInMs ?? 0))));
    await pause(Math.min(wait, 1_000));
    return replies.filter(({ ok }) => ok).length;
  }
});

async function rss(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

async function cuts(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^kurultai_readers_cut_total(?:\{[^}]*\})? (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}
