import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openPanel, type OpenPanel } from '../support/panel.js';
import { startServer, type RunningServer } from '../support/server.js';
import { linesOf, type Line } from './lines.js';
import { countsAt } from './metrics.js';
import { Wire } from './wire.js';

const lines = linesOf('payload');
const built: Readonly<Record<string, string>> = {
  'payload-235': '['.repeat(10_000) + ']'.repeat(10_000),
  'payload-237': JSON.stringify('x'.repeat(65_537)),
};
const bodies = lines.filter(({ id, input }) => built[id] !== undefined || input?.startsWith('42') === false);

describe('the corpus of bad payloads', () => {
  let server: RunningServer;
  let panel: OpenPanel;
  let cookies: readonly string[];
  let turn = 0;

  beforeAll(async () => {
    server = await startServer();
    panel = await openPanel(server);
    const people = ['Айгүл', 'Bo', 'Chidi', 'Dua', 'Eli'].map((name) => panel.person('participant', name));
    cookies = (await Promise.all(people)).map(({ cookie }) => cookie);
  });
  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await server.close();
  });

  /** Somebody who may submit; another one each time, so that nobody speaks too often. */
  const participant = () => Wire.entered(server.url, cookies[turn++ % cookies.length]);
  const contribution = () => ({
    intentId: randomUUID(),
    panelId: panel.panelId,
    threadId: panel.threadId,
    kind: 'comment',
    text: 'Said once',
    lang: 'en',
  });
  const head = async () => {
    const response = await fetch(`${server.url}/api/panels/${panel.panelId}/record?after=0`);
    return ((await response.json()) as { head: number }).head;
  };
  const waiting = async () => {
    const desk = await panel.moderator.ask('openDesk', { panelId: panel.panelId });
    return desk.ok ? desk.value.waiting : -1;
  };

  it.each(bodies)('[X1, X6] $id is refused and stores nothing: $why', async (line) => {
    const stored = [await head(), await waiting()];
    for (const body of sendable(line, contribution())) {
      const wire = await participant();
      wire.send(`421["submit",${body}]`);
      const reply = await wire.reply(1).catch(() => 'closed');
      if (reply !== 'closed') {
        expect(reply).toMatchObject({ ok: false, refusal: { code: 'bad-request' } });
      }
      // Only what does not fit into a frame may end the connection.
      expect(reply === 'closed').toBe(body.length > 64 * 1024);
      wire.cut();
    }
    expect([await head(), await waiting()]).toEqual(stored);
  });

  const others: Readonly<Record<string, () => Promise<void>>> = {
    'payload-240': async () => {
      const wire = await participant();
      const { handled } = await countsAt(server.url);
      wire.send(`42${JSON.stringify(['submit', contribution()])}`);
      wire.send(`42${JSON.stringify(['submit'])}`);
      wire.send('421["mine",{}]');
      await wire.reply(1);
      expect((await countsAt(server.url)).handled).toBe(handled + 1);
      wire.cut();
    },
    'payload-241': async () => {
      const wire = await participant();
      const { handled } = await countsAt(server.url, ['mine']);
      for (const name of [
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        'handleConnection',
        'perform',
        '',
      ]) {
        wire.send(`42${JSON.stringify([name, {}])}`);
        wire.send(`422${JSON.stringify([name, {}])}`);
      }
      wire.send('421["mine",{}]');
      await wire.reply(1);
      for (const reply of wire.replies) {
        expect(reply).toContain('"code":"bad-request"');
      }
      expect((await countsAt(server.url, ['mine'])).handled).toBe(handled);
      wire.cut();
    },
    'payload-242': async () => {
      const wire = await participant();
      const first = contribution();
      wire.send(`421${JSON.stringify(['submit', first])}`);
      expect(await wire.reply(1)).toMatchObject({ ok: true });
      const stored = await waiting();
      wire.send(`422${JSON.stringify(['submit', { ...first, text: 'Said otherwise' }])}`);
      expect(await wire.reply(2)).toMatchObject({ ok: false, refusal: { code: 'intent-mismatch' } });
      expect(await waiting()).toBe(stored);
      wire.cut();
    },
    'payload-243': async () => {
      const { cookie } = await panel.person('participant', 'Fay');
      const wires = await Promise.all([Wire.entered(server.url, cookie), Wire.entered(server.url, cookie)]);
      const stored = await waiting();
      const message = JSON.stringify(['submit', contribution()]);
      const copies = wires.flatMap((wire) => Array.from({ length: 25 }, (_, id) => ({ wire, id })));
      for (const { wire, id } of copies) wire.send(`42${id}${message}`);
      const replies = await Promise.all(copies.map(({ wire, id }) => wire.reply(id)));

      expect(replies[0]).toMatchObject({ ok: true });
      expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
      expect(await waiting()).toBe(stored + 1);
      for (const wire of wires) {
        wire.cut();
      }
    },
  };

  it.each(lines.filter((line) => !bodies.includes(line)))('[X6] $id: $why', async ({ id }) => {
    const { faults } = await countsAt(server.url);
    await others[id]?.();
    expect((await countsAt(server.url)).faults).toBe(faults);
  });

  it('[X6] is all there, and the server has nothing to complain of', () => {
    expect(lines.map(({ id }) => id).sort()).toEqual([...bodies.map(({ id }) => id), ...Object.keys(others)].sort());
    expect(server.stderr()).toBe('');
  });
});

/** The input as it stands and, where it is an object, in place of what a good message has. */
function sendable({ id, input }: Line, good: object): string[] {
  const body = built[id] ?? input ?? '';
  if (!body.startsWith('{')) {
    return [body];
  }
  return [body, `${JSON.stringify(good).slice(0, -1)},${body.slice(1)}`];
}
