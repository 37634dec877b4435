import { beforeEach, describe, expect, it } from '@jest/globals';
import { refusal } from '../../domain/panel/refusals.js';
import type { Joined, MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { MineItem, MineView } from '../../domain/wire/views.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';
import { OutboxSender } from './outbox-sender.js';
import type { Outbox } from './outbox.js';
import { PanelStore } from './panel-store.js';
import { anOutbox } from './testing/outboxes.js';

const PANEL = 'panel';
const WATER = { threadId: 't', kind: 'comment', text: 'Water', lang: 'en' } as const;

describe('one’s own messages in a panel', () => {
  let line: OwnLine;
  let outbox: Outbox;
  let store: PanelStore;

  beforeEach(async () => {
    line = new OwnLine();
    outbox = anOutbox();
    new OutboxSender(outbox, line, { take: (work) => work() }, () => Promise.resolve('ana'));
    store = new PanelStore(PANEL, line, outbox);
    store.subscribe(() => undefined);
    await rest();
  });

  it('[R90] stay until they are seen among one’s own items: there is no moment without them', async () => {
    const seen: string[] = [];
    store.subscribe(() => seen.push(drawn()));
    await store.send('submit', WATER);
    await until(() => line.heard.includes('submit'));
    await rest();
    expect(drawn()).toBe('Water sending');
    line.tellMine(1, [itemOf('c1', 'Water')]);
    await until(() => drawn() === 'Water waiting');

    const first = seen.findIndex((what) => what !== '');
    expect(seen.slice(first)).not.toContain('');
  });

  it('[R90] are asked for where nobody tells of them', async () => {
    line.mine = { ...line.mine, revision: 1, items: [itemOf('c1', 'Water')] };
    await store.send('submit', WATER);
    await until(() => drawn() === 'Water waiting');

    expect(store.snapshot().outbox).toEqual([]);
  });

  it('show a vote at once, which nobody tells of', async () => {
    await store.send('castVote', { contributionId: 'c9', choice: 'agree' });
    await until(() => store.snapshot().outbox.length === 0);

    expect(store.snapshot().mine?.votes).toEqual({ c9: 'agree' });
  });

  it('[R83] show why one was refused, with its words', async () => {
    line.refusals.push(refusal('thread-closed'));
    const { id } = await store.send('submit', WATER);
    await until(() => drawn() === 'Water refused');
    expect(store.snapshot().outbox[0]?.refusal?.code).toBe('thread-closed');

    expect((await store.takeBack(id))?.body).toEqual(WATER);
    expect(store.snapshot().outbox).toEqual([]);
  });

  it('[R43] outlive a restored forum, which forgets the rest', async () => {
    line.refusals.push(refusal('thread-closed'));
    await store.send('submit', WATER);
    await until(() => drawn() === 'Water refused');
    line.epoch = 'second';
    line.becomes('reconnecting');
    line.becomes('live');
    await rest();

    expect(store.snapshot().record?.seq).toBe(0);
    expect(drawn()).toBe('Water refused');
  });

  it('are gone from sight once nobody is signed in', async () => {
    line.tellMine(1, [itemOf('c1', 'Water')]);
    await until(() => drawn() === 'Water waiting');
    line.seat = null;
    line.becomes('live');
    await rest();

    expect(store.snapshot().mine).toBeNull();
  });

  function drawn(): string {
    const { mine, outbox: own } = store.snapshot();
    const kept = own.map(({ body, state }) => `${'text' in body ? body.text : ''} ${state}`);
    return [...(mine?.items ?? []).map(({ text, standing }) => `${text} ${standing}`), ...kept].join(', ');
  }
});

class OwnLine implements Line {
  state: LineState = 'live';
  epoch = 'first';
  seat: string | null = 'ana';
  mine: MineView = { panelId: PANEL, revision: 0, items: [], proposals: [], votes: {} };
  readonly heard: MessageName[] = [];
  readonly refusals: ReturnType<typeof refusal>[] = [];
  private readonly listeners = new Listeners();

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  async ask<N extends MessageName>(name: N): Promise<Reply<Messages[N]['reply']> | null> {
    this.heard.push(name);
    await Promise.resolve();
    const refused = name === 'submit' ? this.refusals.shift() : undefined;
    if (refused) return { ok: false, refusal: refused };
    return { ok: true, value: this.answer(name) as Messages[N]['reply'] };
  }

  tellMine(revision: number, items: readonly MineItem[]): void {
    this.listeners.tell('mine', { panelId: PANEL, previous: revision - 1, revision, items, proposals: [] });
  }

  becomes(state: LineState): void {
    this.state = state;
    this.listeners.tellState(state);
  }

  private answer(name: MessageName): unknown {
    if (name === 'submit') return { contributionId: 'c1', standing: 'waiting' };
    if (name === 'mine') return this.mine;
    const { epoch, seat } = this;
    const you = { seat, name: seat, roles: [] };
    const joined: Joined = { panelId: PANEL, epoch, head: 0, you, people: {}, page: { entries: [] }, snapshot: null };
    return joined;
  }
}

function itemOf(contributionId: string, text: string): MineItem {
  const place = { threadId: 't', parentId: null, kind: 'comment', lang: 'en', attribution: 'named' } as const;
  return { ...place, contributionId, text, standing: 'waiting', at: 0, place: 1, statement: null };
}

function rest(ms = 25): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 150 && !holds(); i++) await rest();
  expect(holds()).toBe(true);
}
