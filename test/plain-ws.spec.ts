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

  it('[R10] joins a long panel by a snapshot, folds on and reads what came before it', async () => {
    const long = await openPanel(server);
    const { panelId, threadId, host, moderator } = long;
    await host.does('setPublication', { panelId, mode: 'after' });
    await host.does('setRules', { panelId, rules: [{ id: 'on-topic', title: 'Topic', text: 'Keep to it.' }] });
    const says = (text: string) => ({ panelId, threadId, kind: 'comment' as const, text, lang: 'en' });
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, i) => long.person('participant', `Voice ${'abcdefghij'[i]}`)),
    );
    const ids = await Promise.all(
      people.map(async (person, who) => {
        const client = new PlainClient(server.url, person.cookie);
        await client.entered;
        const replies = await Promise.all(
          Array.from({ length: 52 }, (_, i) =>
            client.ask('submit', { ...says(`${who}-${i}`), intentId: randomUUID() }),
          ),
        );
        client.cut();
        return replies.map(({ value }) => (value as { contributionId: string }).contributionId);
      }),
    );

    const reader = new PlainClient(server.url, people[0]?.cookie ?? '');
    await reader.entered;
    const { value } = (await reader.ask('join', { panelId })) as unknown as { value: Joined };
    expect(value.page).toBeNull();
    expect(value.snapshot).toMatchObject({ complete: false, published: 520, phase: 'open' });
    const shown = stateOf(value.snapshot);
    expect(shown.contributions.size).toBeGreaterThanOrEqual(200);
    expect(shown.contributions.size).toBeLessThan(520);

    // One that the snapshot holds, and one that it does not.
    const flat = ids.flat();
    const held = flat.find((id) => shown.contributions.has(id)) ?? '';
    const early = flat.find((id) => !shown.contributions.has(id)) ?? '';
    await reader.ask('castVote', {
      panelId,
      intentId: randomUUID(),
      contributionId: flat.at(-1) ?? '',
      choice: 'agree',
    });
    await moderator.does('redact', { panelId, contributionId: held, ruleId: 'on-topic' });
    await moderator.does('redact', { panelId, contributionId: early, ruleId: 'on-topic' });
    await moderator.does('submit', says('The last word'));
    await tallied(reader, panelId, shown);

    const whole = stateOf(null);
    while (whole.seq < shown.seq) await readOn(reader, panelId, whole);

    expect(shown.published).toBe(519);
    expect(shown.contributions.get(held)).toMatchObject({ text: null });
    expect(shown.contributions.get(flat.at(-1) ?? '')).toMatchObject({ tally: { agree: 1, pass: 0, disagree: 0 } });
    expect(whole).toMatchObject({ seq: shown.seq, published: 519 });
    for (const [id, one] of shown.contributions) expect(whole.contributions.get(id)).toEqual(one);
    expect(textsOf(whole)).toEqual(await textsByPages(server.url, panelId));
    expect(textsOf(whole)).toHaveLength(519);
    reader.cut();
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

interface Entry {
  readonly seq: number;
  readonly event: {
    readonly type: string;
    readonly contributionId: string;
    readonly again?: true;
    readonly body: { readonly text: string } | null;
    readonly tallies: readonly ({ readonly contributionId: string } & Tally)[];
  };
}
interface Tally {
  readonly agree: number;
  readonly pass: number;
  readonly disagree: number;
}
interface Held {
  readonly text: string | null;
  readonly redacted: boolean;
  readonly tally: Tally | null;
}
interface Snapshot {
  readonly seq: number;
  readonly published: number;
  readonly contributions: readonly {
    readonly id: string;
    readonly words: { readonly text: string } | null;
    readonly redacted: object | null;
    readonly tally: Tally | null;
  }[];
}
interface Joined {
  readonly page: object | null;
  readonly snapshot: Snapshot | null;
}
interface State {
  seq: number;
  published: number;
  readonly contributions: Map<string, Held>;
}

/** As much of section 7 as a reader of contributions needs. */
function stateOf(snapshot: Snapshot | null): State {
  const contributions = snapshot?.contributions.map(({ id, words, redacted, tally }): [string, Held] => [
    id,
    { text: words?.text ?? null, redacted: redacted !== null, tally },
  ]);
  return { seq: snapshot?.seq ?? 0, published: snapshot?.published ?? 0, contributions: new Map(contributions) };
}

function foldIn(state: State, { seq, event }: Entry): void {
  if (seq !== state.seq + 1) return;
  state.seq = seq;
  const { contributions } = state;
  const known = contributions.get(event.contributionId);

  if (event.type === 'ContributionPublished' && (!known || known.redacted)) {
    state.published++;
    const text = event.body?.text ?? null;
    if (known || !event.again) {
      contributions.set(event.contributionId, { text, redacted: false, tally: known?.tally ?? null });
    }
  }
  if (event.type === 'Redacted' && !known?.redacted) {
    state.published--;
    if (known) contributions.set(event.contributionId, { ...known, text: null, redacted: true });
  }
  if (event.type === 'Tallied') {
    for (const { contributionId, agree, pass, disagree } of event.tallies) {
      const one = contributions.get(contributionId);
      if (one) contributions.set(contributionId, { ...one, tally: { agree, pass, disagree } });
    }
  }
}

async function readOn(client: PlainClient, panelId: string, state: State): Promise<void> {
  const reply = await client.ask('readRecord', { panelId, after: state.seq });
  const { entries } = reply['value'] as { entries: readonly Entry[] };
  for (const entry of entries) foldIn(state, entry);
}

/** Follows until the vote and the last word have come: frames as they are pushed, what is missing by its cursor. */
async function tallied(client: PlainClient, panelId: string, state: State): Promise<void> {
  const done = () =>
    [...state.contributions.values()].some(({ text }) => text === 'The last word') &&
    [...state.contributions.values()].some(({ tally }) => tally !== null);
  while (!done()) {
    const { seq } = state;
    const frame = await client.pushed('frame', (body) => {
      return body['panelId'] === panelId && (body['entries'] as readonly Entry[]).some((entry) => entry.seq > seq);
    });
    const entries = (frame['entries'] as readonly Entry[]).filter((entry) => entry.seq > seq);
    if (entries[0]?.seq === seq + 1) for (const entry of entries) foldIn(state, entry);
    else await readOn(client, panelId, state);
  }
}

function textsOf({ contributions }: State): string[] {
  return [...contributions.values()].flatMap(({ text }) => (text === null ? [] : [text])).sort();
}

/** The published texts as `GET record/pages/{n}` has them. */
async function textsByPages(url: string, panelId: string): Promise<string[]> {
  const state = stateOf(null);
  for (let page = 1, full = true; full; page++) {
    const response = await fetch(`${url}/api/panels/${panelId}/record/pages/${page}`);
    const answer = (await response.json()) as { full: boolean; entries: readonly Entry[] };
    for (const entry of answer.entries) foldIn(state, entry);
    full = answer.full;
  }
  return textsOf(state);
}
