import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { openPanel, type OpenPanel } from './support/panel.js';
import { startServer, type RunningServer } from './support/server.js';

/**
 * A client written from docs/PROTOCOL.md alone: a WebSocket, five kinds of frames, a cursor. It knows nothing of
 * Socket.IO and imports nothing of ours.
 */
class PlainClient {
  private readonly ws: WebSocket;
  private readonly replies = new Map<number, (reply: unknown) => void>();
  private readonly pushes: [string, Record<string, unknown>][] = [];
  private next = 0;
  readonly entered: Promise<void>;

  constructor(url: string, cookie: string) {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    this.ws = new WebSocket(address, { headers: { origin: url, ...(cookie ? { cookie } : {}) } });
    this.entered = new Promise((resolve, reject) => {
      this.ws.on('error', reject);
      this.ws.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('0')) this.ws.send('40');
        else if (text === '2') this.ws.send('3');
        else if (text.startsWith('40')) resolve();
        else if (text.startsWith('44')) reject(new Error(text));
        else if (text.startsWith('43')) this.answered(text.slice(2));
        else if (text.startsWith('42')) {
          this.pushes.push(JSON.parse(text.slice(2)) as [string, Record<string, unknown>]);
        }
      });
    });
  }

  ask(name: string, body: object): Promise<Record<string, unknown>> {
    const id = this.next++;
    this.ws.send(`42${id}${JSON.stringify([name, body])}`);
    return new Promise((resolve) => this.replies.set(id, (reply) => resolve(reply as Record<string, unknown>)));
  }

  async pushed(name: string, is: (body: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.pushes.find(([pushed, body]) => pushed === name && is(body));
      if (found) return found[1];
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  cut(): void {
    this.ws.terminate();
  }

  private answered(text: string): void {
    const bracket = text.indexOf('[');
    const [reply] = JSON.parse(text.slice(bracket)) as [unknown];
    this.replies.get(Number(text.slice(0, bracket)))?.(reply);
  }
}

describe('a client written from the protocol page', () => {
  let server: RunningServer;
  let panel: OpenPanel;

  beforeAll(async () => {
    server = await startServer();
    panel = await openPanel(server);
  });
  afterAll(() => server.close());

  it('[R10] joins, speaks, is cut, resumes by its cursor and misses nothing', async () => {
    const { panelId, threadId } = panel;
    const ana = await panel.person('participant', 'Ana');
    const client = new PlainClient(server.url, ana.cookie);
    await client.entered;

    const joined = await client.ask('join', { panelId });
    expect(joined).toMatchObject({ ok: true, value: { panelId, you: { name: 'Ana', roles: ['participant'] } } });
    const { head } = joined['value'] as { head: number };

    const intentId = randomUUID();
    const submit = { panelId, intentId, threadId, kind: 'question', text: 'Кім шешеді?', lang: 'kk' };
    const first = await client.ask('submit', submit);
    expect(first).toMatchObject({ ok: true, value: { standing: 'waiting' } });
    expect(await client.ask('submit', submit)).toEqual(first);
    expect(await client.ask('submit', { ...submit, text: 'Other' })).toMatchObject({
      ok: false,
      refusal: { code: 'intent-mismatch' },
    });
    const { contributionId } = first['value'] as { contributionId: string };
    await client.pushed('mine', ({ items }) => JSON.stringify(items).includes(contributionId));

    client.cut();
    await panel.publish(contributionId);

    const again = new PlainClient(server.url, ana.cookie);
    await again.entered;
    const resumed = await again.ask('join', { panelId, after: head });
    const { page } = resumed['value'] as {
      page: { entries: { seq: number; event: { type: string; body: unknown } }[] };
    };
    expect(page.entries.map(({ seq }) => seq)).toEqual([head + 1]);
    expect(page.entries[0]?.event).toMatchObject({
      type: 'ContributionPublished',
      contributionId,
      body: { text: 'Кім шешеді?', lang: 'kk' },
    });

    const { contributionId: second } = await panel.submit('Who decides?');
    await panel.publish(second);
    const frame = await again.pushed('frame', ({ entries }) => (entries as { seq: number }[])[0]?.seq === head + 2);
    expect(JSON.stringify(frame)).toContain('Who decides?');
    again.cut();
  });

  it('[X10] is refused what is not in the table, and stays connected', async () => {
    const client = new PlainClient(server.url, '');
    await client.entered;
    expect(await client.ask('__proto__', {})).toMatchObject({ ok: false, refusal: { code: 'bad-request' } });
    expect(await client.ask('join', { panelId: panel.panelId, more: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-request' },
    });
    expect(await client.ask('join', { panelId: panel.panelId })).toMatchObject({ ok: true });
    client.cut();
  });
});
