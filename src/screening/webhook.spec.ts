import { afterEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { given, type Given } from '../../domain/testing/given.js';
import { panelOpened, publishedNow, submitted, trusted } from '../../domain/testing/facts.js';
import type { Entry } from '../../domain/panel/events.js';
import type { PanelIntent } from '../../domain/panel/intents.js';
import { SYSTEM, type Actor } from '../../domain/panel/roles.js';
import { Feed } from '../panels/feed.js';
import { OutsideScreening } from './outside.js';
import { askOutside, type Question } from './webhook.js';

const SECRET = 'a secret of more than thirty-two characters';
const NOW = 1_767_268_800_000;
const QUESTION: Question = { panelId: 'p', contributionId: 'c1', kind: 'comment', lang: 'kk', text: 'Құдық кімдікі?' };

let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = null;
});

describe('asking an outside service', () => {
  it('[M44] signs what it asks, and tells no author', async () => {
    let seen = { body: '', signature: '' };
    const url = await serving((request, response, body) => {
      seen = { body, signature: String(request.headers['kurultai-signature']) };
      response.end('{"hold":true,"labels":["spam"]}');
    });
    await expect(ask(url)).resolves.toEqual({ hold: true, labels: ['spam'] });
    expect(JSON.parse(seen.body)).toEqual({ type: 'contribution.screen', ...QUESTION });
    const expected = createHmac('sha256', SECRET)
      .update(`${NOW / 1000}.${seen.body}`)
      .digest('hex');
    expect(seen.signature).toBe(`t=${NOW / 1000},v1=${expected}`);
  });

  it.each([
    ['an error', (_: IncomingMessage, response: ServerResponse) => response.writeHead(500).end()],
    ['a redirect', (_: IncomingMessage, response: ServerResponse) => response.writeHead(302, { location: '/' }).end()],
    ['what is no JSON', (_: IncomingMessage, response: ServerResponse) => response.end('yes')],
    ['too much', (_: IncomingMessage, response: ServerResponse) => response.end(`"${'x'.repeat(20_000)}"`)],
    ['nothing', () => undefined],
  ])('[M44] gives up on a service that answers %s', async (_, answer) => {
    await expect(ask(await serving(answer))).rejects.toThrow();
  });

  it.each([
    ['null', { hold: false, labels: [] }],
    ['{"hold":"yes","labels":"spam"}', { hold: false, labels: [] }],
    ['{"hold":1,"labels":[1,null,"spam"],"remove":true}', { hold: false, labels: ['spam'] }],
  ])('[M44] takes from %s only what it knows', async (answer, said) => {
    await expect(ask(await serving((_, response) => response.end(answer)))).resolves.toEqual(said);
  });
});

describe('what an outside service said', () => {
  it('[M43] comes to the panel as words of ours, by the house itself, once for each text', async () => {
    const url = await serving((_, response) => response.end('{"hold":true,"labels":["spam","foreign"]}'));
    const { happens, said } = outside(url);
    happens(given(panelOpened, submitted('c1')));
    await until(() => said.length === 1);
    expect(said[0]).toMatchObject({
      actor: SYSTEM,
      intent: { type: 'screen', contributionId: 'c1', hold: true, labels: ['spam', 'noticed'] },
    });
    happens(given(panelOpened, submitted('c1')));
    await until(() => said.length === 2);
    expect(said[1]?.intent.intentId).toBe(said[0]?.intent.intentId);
  });

  it('[M43] changes no visibility, though it is sure of everything', async () => {
    const url = await serving((_, response) =>
      response.end('{"hold":true,"labels":["hate"],"score":1.0,"remove":true}'),
    );
    const { happens, said } = outside(url);
    const panel = given(panelOpened, trusted('c1'));
    happens(panel);
    await until(() => said.length === 1);
    const intent = said[0]?.intent;
    if (intent?.type !== 'screen') throw new Error('It said something else.');
    const after = panel.when(SYSTEM, intent).after;
    expect(after.panel.record.contributions.get('c1')?.words).toEqual({
      text: 'Who owns the well?',
      lang: 'en',
      author: 'participant',
    });
    expect(publishedNow('c1')).toMatchObject({ body: after.panel.record.contributions.get('c1')?.words });
  });

  it('[M44] is not asked for about what was said long ago', async () => {
    const url = await serving((_, response) => response.end('{"hold":true}'));
    const { happens, said } = outside(url, { now: NOW + 120_000 }, () => NOW);
    happens(given(panelOpened, submitted('c1')));
    await new Promise((done) => setTimeout(done, 50));
    expect(said).toEqual([]);
  });

  it('[M44] stays away where the service fails, and nobody waits for it', async () => {
    const { happens, said, faults } = outside(await serving((_, response) => response.writeHead(503).end()));
    happens(given(panelOpened, submitted('c1')));
    await until(() => faults.length === 1);
    expect(said).toEqual([]);
  });

  it('[M44] is left alone for a minute where it is down, and that is said once', async () => {
    let asked = 0;
    const clock = { now: NOW };
    const url = await serving((_, response) => response.writeHead(++asked < 6 ? 503 : 200).end('{"hold":true}'));
    const { happens, said, faults } = outside(url, clock);
    const text = () => happens(given(panelOpened, submitted('c1')));
    for (let i = 1; i <= 5; i++) {
      text();
      await until(() => asked === i);
      await new Promise((done) => setTimeout(done, 20));
    }
    text();
    await new Promise((done) => setTimeout(done, 50));
    expect([asked, faults.length]).toEqual([5, 1]);

    clock.now += 60_000;
    text();
    await until(() => said.length === 1);
    expect([asked, faults.length]).toEqual([6, 1]);
  });
});

function outside(url: string, clock = { now: NOW }, storedAt = () => clock.now) {
  const said: { readonly actor: Actor; readonly intent: PanelIntent }[] = [];
  const faults: unknown[] = [];
  const feed = new Feed();
  const handle = (actor: Actor, intent: PanelIntent) => {
    said.push({ actor, intent });
    return Promise.resolve({ ok: true as const, value: {} });
  };
  const screening = new OutsideScreening({
    ...{ url, secret: SECRET, now: () => clock.now, panels: { feed, handle } },
    onFault: (error) => faults.push(error),
  });
  screening.start();
  const happens = ({ panel, queues }: Given) => {
    const event = submitted('c1');
    const entry: Entry = { journal: 'docket', seq: 1, panelSeq: 4, at: storedAt(), event };
    feed.publish({ panelId: 'p', before: panel, after: panel, queues, entries: [entry] });
  };
  return { said, faults, happens };
}

function ask(url: string) {
  return askOutside(QUESTION, { url, secret: SECRET, now: () => NOW });
}

async function serving(answer: (request: IncomingMessage, response: ServerResponse, body: string) => unknown) {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ask`;
}

async function until(is: () => boolean): Promise<void> {
  const end = Date.now() + 3_000;
  while (!is()) {
    if (Date.now() > end) throw new Error('Waited in vain.');
    await new Promise((done) => setTimeout(done, 5));
  }
}
