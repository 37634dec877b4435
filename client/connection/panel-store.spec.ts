import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import { canonicalState, snapshotOf } from '../../domain/panel/snapshot.js';
import type { Joined, MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';
import { PanelStore } from './panel-store.js';
import { anOutbox } from './testing/outboxes.js';

const PANEL = 'panel';

describe('a panel as its reader holds it', () => {
  let server: FakeServer;
  let store: PanelStore;

  beforeEach(() => {
    server = new FakeServer(recordOf(10));
    store = new PanelStore(PANEL, server, anOutbox());
  });
  afterEach(() => jest.useRealTimers());

  it('[R40] begins with the record the server answers a join with', async () => {
    await opened();

    expect(server.asked).toEqual([['join', { panelId: PANEL }]]);
    shows(10);
  });

  it('[R40] folds frames in as they come', async () => {
    await opened();
    server.publish(3);
    server.pushFrame(11, 13);
    await settled();

    shows(13);
    expect(server.asked).toHaveLength(1);
  });

  it('[R41] drops entries it holds', async () => {
    await opened();
    server.publish(2);
    server.pushFrame(11, 12);
    server.pushFrame(9, 12);
    server.pushFrame(1, 3);
    await settled();

    shows(12);
    expect(server.asked).toHaveLength(1);
  });

  it('[R41] asks for what is missing when a frame leaves a gap', async () => {
    await opened();
    server.publish(5);
    server.pushFrame(15, 15);
    await settled();

    expect(server.asked.at(-1)).toEqual(['readRecord', { panelId: PANEL, after: 10 }]);
    shows(15);
  });

  it('[R41] asks for what is missing when a head is further than what it holds', async () => {
    await opened();
    server.publish(1);
    server.pushHead();
    await settled();

    shows(11);
  });

  it('[R41] reads page after page until it holds the head', async () => {
    server.pageSize = 3;
    await opened();
    server.publish(10);
    server.pushHead();
    await settled();

    shows(20);
    expect(server.asked.filter(([name]) => name === 'readRecord')).toHaveLength(7);
  });

  it('[R41] keeps what arrives before its join is answered', async () => {
    server.beforeAnswer = () => {
      server.beforeAnswer = null;
      server.publish(1);
      server.pushFrame(11, 11);
    };
    server.joinHead = 10;
    await opened();

    shows(11);
  });

  it('[R42] comes back with its cursor and holds what was said meanwhile', async () => {
    await opened();
    server.changeState('reconnecting');
    server.publish(4);
    server.changeState('live');
    await settled();

    expect(server.asked.at(-1)).toEqual(['join', { panelId: PANEL, after: 10 }]);
    shows(14);
  });

  it('[R42] tells the state of its connection', async () => {
    await opened();
    expect(store.snapshot().connection).toBe('live');
    server.changeState('reconnecting');
    expect(store.snapshot().connection).toBe('reconnecting');
  });

  it('[R43] forgets all it holds when the epoch is another one', async () => {
    await opened();
    server.changeState('reconnecting');
    server.restore('second', recordOf(6, 'restored'));
    server.changeState('live');
    await settled();

    shows(6);
    expect(server.asked.at(-1)).toEqual(['join', { panelId: PANEL }]);
  });

  it('[R43] forgets all it holds when a frame is of another epoch', async () => {
    await opened();
    server.restore('second', recordOf(11, 'restored'));
    server.pushFrame(11, 11);
    await settled();

    shows(11);
  });

  it('[R44] folds on from a snapshot', async () => {
    server.snapshot = { latest: 2 };
    await opened();
    server.publish(2);
    server.pushFrame(11, 12);
    await settled();

    expect(store.snapshot().record?.seq).toBe(12);
    expect(store.snapshot().complete).toBe(false);
    expect(store.snapshot().record?.contributions.size).toBe(4);
  });

  it('[R44] reads the whole record where it held its latest part', async () => {
    server.snapshot = { latest: 2 };
    server.pageSize = 4;
    await opened();
    await store.loadWhole();

    expect(store.snapshot().complete).toBe(true);
    shows(10);
  });

  it('[R44, R80] has more rows once the earlier contributions are read, and says how far it is', async () => {
    server.snapshot = { latest: 2 };
    server.pageSize = 4;
    await opened();
    const { rowsOf, earlier } = store.snapshot();
    expect([earlier, rowsOf('thread').map(({ id }) => id)]).toEqual(['some', ['c8', 'c9']]);
    const progress = new Set<number>();
    store.subscribe(() => progress.add(store.snapshot().loading?.read ?? -1));
    server.pace = () => new Promise((resolve) => setTimeout(resolve, 25));
    await store.loadWhole();

    expect([...progress]).toEqual(expect.arrayContaining([0, 4, 8]));
    expect(store.snapshot()).toMatchObject({ earlier: 'none', loading: null });
    expect(store.snapshot().rowsOf('thread')).toHaveLength(7);
  });

  it('[R80] shows the same rows until another contribution comes', async () => {
    await opened();
    const { rowsOf } = store.snapshot();
    server.changeState('reconnecting');
    expect(store.snapshot().rowsOf).toBe(rowsOf);
    expect(rowsOf('thread')).toBe(store.snapshot().rowsOf('thread'));
    server.publish(1);
    server.pushFrame(11, 11);
    await settled();

    expect(store.snapshot().rowsOf).not.toBe(rowsOf);
    expect(store.snapshot().rowsOf('thread')).toHaveLength(8);
    expect(rowsOf('thread')).toHaveLength(7);
  });

  it('[R89] draws a burst of frames once', async () => {
    await opened();
    let drawn = 0;
    store.subscribe(() => drawn++);
    server.publish(50);
    for (let seq = 11; seq <= 60; seq++) server.pushFrame(seq, seq);
    await settled();

    expect(drawn).toBe(1);
    shows(60);
  });

  it('shows why a panel cannot be joined', async () => {
    jest.useFakeTimers();
    server.refused = refusal('no-such-panel');
    await opened();

    expect(store.snapshot().refusal?.code).toBe('no-such-panel');
    expect(store.snapshot().record).toBeNull();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    { refused: refusal('internal'), wait: 2_000 },
    { refused: refusal('unavailable', { retryInMs: 1_000 }), wait: 1_000 },
    { refused: refusal('too-many', { retryInMs: 7_000 }), wait: 7_000 },
  ])('joins again by itself when refused as $refused.code', async ({ refused, wait }) => {
    jest.useFakeTimers();
    server.refused = refused;
    await opened();
    server.refused = null;

    await jest.advanceTimersByTimeAsync(wait - 1);
    expect(store.snapshot().refusal).toBe(refused);
    await jest.advanceTimersByTimeAsync(1);
    expect(store.snapshot().refusal).toBeNull();
    shows(10);
  });

  it('keeps what it holds while its return is refused, and forgets the refusal when it is let in', async () => {
    jest.useFakeTimers();
    await opened();
    server.changeState('reconnecting');
    server.publish(2);
    server.refused = refusal('internal');
    server.changeState('live');
    await settled();

    expect(store.snapshot().refusal?.code).toBe('internal');
    shows(10);
    server.refused = null;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(store.snapshot().refusal).toBeNull();
    expect(server.asked.filter(([name]) => name === 'join').at(-1)).toEqual(['join', { panelId: PANEL, after: 10 }]);
    shows(12);
  });

  it('[R45] sends an intent that was not answered again under the same id', async () => {
    await opened();
    server.lost = 1;
    const sending = store.intend('openThread', { title: 'Water' });
    await settled();
    server.changeState('reconnecting');
    server.changeState('live');

    expect(await sending).toEqual({ ok: true, value: { threadId: 'new' } });
    const ids = server.asked.filter(([name]) => name === 'openThread').map(([, body]) => body);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toEqual(ids[1]);
  });

  it('leaves with its last subscriber', async () => {
    const leave = store.subscribe(() => undefined);
    await settled();
    leave();
    server.publish(1);
    server.pushFrame(11, 11);
    await settled();

    expect(server.asked.at(-1)).toEqual(['leave', { panelId: PANEL }]);
    expect(store.snapshot().record?.seq).toBe(10);
  });

  async function opened(): Promise<void> {
    store.subscribe(() => undefined);
    await settled();
  }

  /** The store holds exactly what folding the server’s record gives. */
  function shows(seq: number): void {
    const { record } = store.snapshot();
    expect(record?.seq).toBe(seq);
    expect(record && canonicalState(record)).toBe(canonicalState(fold(server.record.slice(0, seq))));
  }
});

/** A line that answers from an array, at once, and pushes what a spec tells it to. */
class FakeServer implements Line {
  state: LineState = 'live';
  readonly asked: [MessageName, unknown][] = [];
  pageSize = 500;
  snapshot: { latest: number } | null = null;
  joinHead: number | null = null;
  refused: Refusal | null = null;
  lost = 0;
  beforeAnswer: (() => void) | null = null;
  pace: () => Promise<void> = () => Promise.resolve();

  private epoch = 'first';
  private readonly listeners = new Listeners();

  constructor(public record: readonly RecordEntry[]) {}

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  async ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']> | null> {
    this.asked.push([name, body]);
    const answer = this.answer(name, body as { readonly after?: number });
    this.beforeAnswer?.();
    await this.pace();
    if (name === 'openThread' && this.lost-- > 0) return null;
    if (this.refused) return { ok: false, refusal: this.refused };
    return { ok: true, value: answer as Messages[N]['reply'] };
  }

  publish(count: number): void {
    this.record = [...this.record, ...recordOf(this.record.length + count).slice(this.record.length)];
  }

  restore(epoch: string, record: readonly RecordEntry[]): void {
    this.epoch = epoch;
    this.record = record;
  }

  pushFrame(from: number, to: number): void {
    const { epoch } = this;
    this.listeners.tell('frame', { panelId: PANEL, epoch, entries: this.record.slice(from - 1, to), people: {} });
  }

  pushHead(): void {
    this.listeners.tell('head', { panelId: PANEL, epoch: this.epoch, head: this.record.length });
  }

  changeState(state: LineState): void {
    this.state = state;
    this.listeners.tellState(state);
  }

  private answer(name: MessageName, { after = 0 }: { readonly after?: number }): unknown {
    if (name === 'openThread') return { threadId: 'new' };
    const entries = this.record.slice(after, after + this.pageSize);
    const page = { panelId: PANEL, epoch: this.epoch, head: this.joinHead ?? this.record.length, people: {} };
    if (name === 'readRecord') return { ...page, entries };

    const you = { seat: null, name: null, roles: [] };
    const held = this.record.slice(0, page.head);
    const joined: Joined =
      this.snapshot && after === 0
        ? { ...page, you, page: null, snapshot: snapshotOf(fold(held), this.snapshot) }
        : { ...page, you, page: { entries: held.slice(after, after + this.pageSize) }, snapshot: null };
    return joined;
  }
}

/** A panel drafted and opened, one thread, and contributions up to `seq`. */
function recordOf(seq: number, title = 'Water'): readonly RecordEntry[] {
  const events: RecordEntry['event'][] = [
    { type: 'PanelDrafted', forumId: 'forum', title, description: '', languages: ['en'], rules: [] },
    { type: 'PanelOpened' },
    { type: 'ThreadOpened', threadId: 'thread', body: { title, lang: 'en', author: 'ana' } },
  ];
  for (let i = events.length; i < seq; i++) {
    const body = { text: `Contribution ${i}`, lang: 'en', author: 'ana' };
    const contributionId = `c${i}`;
    events.push({
      type: 'ContributionPublished',
      contributionId,
      threadId: 'thread',
      parentId: null,
      kind: 'comment',
      body,
    });
  }
  return events.map((event, i) => ({ seq: i + 1, at: i * 1000, event }));
}

function fold(entries: readonly RecordEntry[]) {
  return entries.reduce(evolveRecord, initialRecord);
}

/** Longer than a frame of the screen; no time at all where time is the spec’s. */
async function settled(): Promise<void> {
  if ('clock' in setTimeout) await jest.advanceTimersByTimeAsync(0);
  else await new Promise((resolve) => setTimeout(resolve, 25));
}
