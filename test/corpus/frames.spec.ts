import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '../support/server.js';
import { linesOf } from './lines.js';
import { type Counts, countsAt } from './metrics.js';
import { http, upgrade, Wire } from './wire.js';

const FRAME_MAX = 64 * 1024;
const PATH = '/socket.io/?EIO=4&transport=';
const REFUSED = [0, 400, 403, 404, 405, 415, 426, 431];

/** Asked on every connection afterwards, to see whether it still stands; the only message that may reach a handler. */
const PROBE = 'leave';

const lines = linesOf('frame');
const typed = lines.filter(({ surface }) => surface === 'ws-text');
const built: Readonly<Record<string, string>> = {
  'frame-196': `42${JSON.stringify(['post', 'x'.repeat(FRAME_MAX + 1)])}`,
};

describe('the corpus of bad frames', () => {
  let server: RunningServer;
  let before: Counts;

  beforeAll(async () => {
    server = await startServer();
    before = await countsAt(server.url, [PROBE]);
  });
  afterAll(() => server.close());

  it.each(typed)('[X5] $id runs nothing and harms nobody: $why', async ({ id, input }) => {
    const bystander = await Wire.entered(server.url);
    const wire = await Wire.entered(server.url);
    wire.send(input ?? built[id] ?? id);
    await answersOrCloses(wire);

    expect(await answersOrCloses(bystander)).toBe('answers');
    expect(await countsAt(server.url, [PROBE])).toMatchObject({ handled: before.handled, faults: before.faults });
    wire.cut();
    bystander.cut();
  });

  const others: Readonly<Record<string, () => Promise<void>>> = {
    'frame-189': async () => {
      const headers = { 'sec-websocket-protocol': `a${' '.repeat(60_000)}b` };
      expect(REFUSED).toContain(await upgrade(server.url, { EIO: '4', transport: 'websocket' }, headers));
    },
    'frame-190': async () => {
      const wire = await Wire.entered(server.url);
      const sid = await wire.sid;
      for (const version of [{}, { EIO: '3' }] as Record<string, string>[]) {
        await comesToNothing(server.url, { ...version, transport: 'websocket' });
        await comesToNothing(server.url, { ...version, transport: 'websocket', sid });
      }
      expect(await answersOrCloses(wire)).toBe('answers');
      wire.cut();
    },
    'frame-191': async () => {
      const wire = await Wire.entered(server.url);
      const path = `${PATH}polling&sid=${await wire.sid}`;
      for (let i = 0; i < 1000; i += 50) {
        const posts = Array.from({ length: 50 }, () =>
          http(server.url, 'POST', path, { 'content-type': 'application/octet-stream', origin: server.url }, '\0\0\0'),
        );
        for (const status of await Promise.all(posts)) {
          expect(REFUSED).toContain(status);
        }
      }
      wire.cut();
    },
    'frame-192': async () => {
      for (const body of ['', '\0', 'x'.repeat(100)]) {
        const headers = { 'content-type': 'text/plain', origin: server.url };
        expect(REFUSED).toContain(await http(server.url, 'POST', `${PATH}polling&sid=__proto__`, headers, body));
      }
    },
    'frame-193': async () => {
      expect(REFUSED).toContain(await upgrade(server.url, { EIO: '4', transport: 'websocket', sid: '__proto__' }));
    },
    'frame-195': async () => {
      const wires = await Promise.all(
        Array.from({ length: 500 }, async () => {
          const wire = await Wire.shake(server.url);
          return wire instanceof Wire ? wire.closed : undefined;
        }),
      );
      expect(wires).toHaveLength(500);
    },
  };

  it.each(lines.filter((line) => !typed.includes(line)))(
    '[X5] $id runs nothing and harms nobody: $why',
    async ({ id }) => {
      await others[id]?.();

      const bystander = await Wire.entered(server.url);
      expect(await answersOrCloses(bystander)).toBe('answers');
      bystander.cut();
      expect(await countsAt(server.url, [PROBE])).toMatchObject({ handled: before.handled, faults: before.faults });
    },
  );

  it('[X5] is all there, and leaves no connection and no complaint behind', async () => {
    expect(lines.map(({ id }) => id).sort()).toEqual([...typed.map(({ id }) => id), ...Object.keys(others)].sort());
    await expect(emptied(server)).resolves.toBe(before.sockets);
    expect(server.stderr()).toBe('');
  });
});

async function answersOrCloses(wire: Wire): Promise<'answers' | 'closes'> {
  wire.send(`427${JSON.stringify([PROBE, { panelId: '00000000-0000-4000-8000-000000000000' }])}`);
  return wire.reply(7).then(
    () => 'answers',
    () => 'closes',
  );
}

/** Refused at once, or cut before anything was said. */
async function comesToNothing(url: string, query: Readonly<Record<string, string>>): Promise<void> {
  const shaken = await Wire.shake(url, { query, headers: { origin: url } });
  if (!(shaken instanceof Wire)) {
    expect(REFUSED).toContain(shaken.status);
    return;
  }
  await shaken.closed;
  expect(shaken.said).toBe('');
}

/** How many connections the server still counts, once it has noticed those that were cut. */
async function emptied(server: RunningServer): Promise<number> {
  for (;;) {
    const { sockets } = await countsAt(server.url);
    if (sockets === 0) {
      return sockets;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
