import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Wire } from './corpus/wire.js';
import { openPanel, type OpenPanel } from './support/panel.js';
import { Person } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { until } from './support/world.js';

describe('who may open a socket, and for how long', () => {
  let server: RunningServer;
  let panel: OpenPanel;

  beforeAll(async () => {
    server = await startServer();
    panel = await openPanel(server);
  }, 120_000);
  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await server.close();
  });

  const port = () => new URL(server.url).port;
  const refused: readonly [string, () => string][] = [
    ['another site', () => 'https://evil.example'],
    ['ours as a prefix', () => `${server.url}.evil.example`],
    ['ours as a suffix', () => `http://evil-127.0.0.1:${port()}`],
    ['null', () => 'null'],
    ['another scheme', () => `https://127.0.0.1:${port()}`],
    ['another port', () => `http://127.0.0.1:${Number(port()) - 1}`],
    ['no port', () => 'http://127.0.0.1'],
    ['ours with a path', () => `${server.url}/`],
    ['somebody’s name for ours', () => `http://127.0.0.1.nip.example:${port()}`],
    ['ours in capitals behind a user', () => `http://a@127.0.0.1:${port()}`],
    ['nothing', () => ''],
  ];
  it.each(refused)('[X11] refuses an origin that is %s, with a session and without', async (_what, origin) => {
    const { cookie } = panel.moderator;
    for (const more of [{}, { cookie }]) {
      expect(await Wire.shake(server.url, { headers: { origin: origin(), ...more } })).toEqual({ status: 400 });
    }
  });

  it('[X11] refuses a session without an origin', async () => {
    expect(await Wire.shake(server.url, { headers: { cookie: panel.moderator.cookie } })).toEqual({ status: 400 });
    expect(await Wire.shake(server.url, { headers: { cookie: 'anything=at-all' } })).toEqual({ status: 400 });
  });

  it.each(['127.0.0.1', 'localhost'])('[X11] takes a session from the forum’s own page at %s', async (host) => {
    const origin = `http://${host}:${port()}`;
    const wire = await Wire.shake(server.url, { headers: { origin, cookie: panel.moderator.cookie } });
    if (!(wire instanceof Wire)) throw new Error(`${origin}: ${wire.status}`);
    wire.send('40');
    await wire.next((packet) => packet.startsWith('40'));
    wire.send(`421${JSON.stringify(['join', { panelId: panel.panelId }])}`);
    expect(await wire.reply(1)).toMatchObject({ ok: true, value: { you: { name: 'Mira' } } });
    wire.cut();
  });

  it('[X11] lets a program without origin and cookie read, and nothing else', async () => {
    const { panelId, threadId } = panel;
    const wire = await Wire.shake(server.url, { headers: {} });
    if (!(wire instanceof Wire)) throw new Error(String(wire.status));
    wire.send('40');
    await wire.next((packet) => packet.startsWith('40'));
    const asks: readonly [string, object, string | null][] = [
      ['join', { panelId }, null],
      ['readRecord', { panelId, after: 0 }, null],
      ['mine', { panelId }, 'not-signed-in'],
      ['openDesk', { panelId }, 'not-allowed'],
      ['submit', { ...intent(), panelId, threadId, kind: 'comment', text: 'Hello', lang: 'en' }, 'not-signed-in'],
      ['takeNext', { ...intent(), panelId }, 'not-signed-in'],
      ['closePanel', { ...intent(), panelId }, 'not-signed-in'],
    ];
    for (const [i, [name, body, code]] of asks.entries()) {
      wire.send(`42${i + 1}${JSON.stringify([name, body])}`);
      const expected = code === null ? { ok: true } : { ok: false, refusal: { code } };
      expect(await wire.reply(i + 1)).toMatchObject(expected);
    }
    wire.cut();
  });

  it('[X12] takes nothing more from a session that ended on another device, in the middle of a stream', async () => {
    const { panelId, threadId } = panel;
    const person = await panel.person('participant', 'Ana');
    const [phone, laptop] = [await person.connect(), new Person(person.url, person.cookie)];
    const { socket } = phone;
    await phone.ask('join', { panelId });

    let ended = Number.POSITIVE_INFINITY;
    const accepted: number[] = [];
    const stream = (async () => {
      while (socket.connected) {
        const at = performance.now();
        const body = { ...intent(), panelId, threadId, kind: 'comment', text: `At ${at}`, lang: 'en' };
        const reply = await Promise.race([phone.ask('submit', body), gone(socket)]);
        if (reply?.ok && at > ended) accepted.push(at);
        if (reply && !reply.ok && reply.refusal.code === 'too-many') await new Promise((go) => setTimeout(go, 50));
      }
    })();
    await new Promise((go) => setTimeout(go, 200));
    expect((await laptop.post('/api/sign-out', {})).status).toBe(200);
    ended = performance.now();
    await stream;
    expect(accepted).toEqual([]);
    expect(performance.now() - ended).toBeLessThan(5_000);
  });

  it('[X12] leaves nobody connected who ended their session while they connected', async () => {
    const { panelId } = panel;
    for (let i = 0; i < 16; i++) {
      const person = await panel.person('participant', `Ben ${'abcdefghijklmnop'.charAt(i)}`);
      const late = new Person(person.url, person.cookie);
      const connecting = late.connect().catch(() => null);
      await new Promise((go) => setTimeout(go, i));
      const [came] = await Promise.all([connecting, person.post('/api/sign-out', {})]);
      if (!came) continue;

      const { socket } = came;
      const isCut = async () => {
        if (!socket.connected) return true;
        // Whose cookie was read after the end came in as nobody, and may read like anybody.
        const joined = await Promise.race([came.ask('join', { panelId }), gone(socket)]);
        return joined === null || (joined.ok && joined.value.you.name === null);
      };
      await until(isCut, 'the end of a socket without a session', 5_000);
      came.disconnect();
    }
  });
});

function intent() {
  return { intentId: randomUUID() };
}

function gone(socket: Person['socket']): Promise<null> {
  return new Promise((resolve) => socket.once('disconnect', () => resolve(null)));
}
