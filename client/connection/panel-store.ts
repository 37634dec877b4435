import { v7 as newIntentId } from 'uuid';
import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import type { IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import { thaw } from '../../domain/panel/snapshot.js';
import type { RecordState } from '../../domain/panel/state.js';
import type { Joined, MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { MineChange, MineView, People } from '../../domain/wire/views.js';
import { Exchanges, type Row } from './exchanges.js';
import type { Line, LineState } from './line.js';
import type { Outgoing, OutgoingBody, OutgoingType } from './outgoing.js';

/** What a screen draws. Replaced, never changed. */
export interface PanelShown {
  readonly connection: LineState;
  /** null until the first answer. */
  readonly record: RecordState | null;
  /** False when the record begins with a snapshot of the latest contributions only; see `loadWhole`. */
  readonly complete: boolean;
  /** Whether there are older contributions than those held; `loadWhole` reads them. */
  readonly earlier: 'none' | 'some' | 'loading';
  /** Entries read so far by `loadWhole`, and how many there are. */
  readonly loading: { readonly read: number; readonly of: number } | null;
  /** One thread’s contributions as a tree in pre-order. Another function whenever a contribution came. */
  readonly rowsOf: (threadId: string) => readonly Row[];
  /** One’s own messages that the forum does not have yet, or refused, oldest first. */
  readonly outbox: readonly Outgoing[];
  /** False: this device keeps nothing, and what is in the outbox lives as long as the page. */
  readonly outboxIsDurable: boolean;
  readonly people: People;
  readonly you: Joined['you'] | null;
  /** How many readers are here; null when nobody said. */
  readonly here: number | null;
  readonly mine: MineView | null;
  /** Why the panel cannot be shown. */
  readonly refusal: Refusal | null;
}

const NOTHING: Omit<PanelShown, 'connection'> = {
  record: null,
  complete: true,
  earlier: 'none',
  loading: null,
  rowsOf: () => [],
  outbox: [],
  outboxIsDurable: true,
  people: {},
  you: null,
  here: null,
  mine: null,
  refusal: null,
};
const RETRY_MS = 2000;
const GIVE_UP_MS = 45_000;

/**
 * One panel as this reader holds it. There is one rule for everything lost, late or doubled: entries up to the seq held
 * are dropped, the next one is folded in, and whenever a head beyond the seq held is heard of, the record is asked for.
 * It works from the first subscriber to the last.
 */
export class PanelStore {
  private shown: PanelShown;
  private readonly listeners = new Set<() => void>();
  private stopHearing: (() => void) | null = null;
  private epoch: string | null = null;
  /** The furthest seq heard of. */
  private head = 0;
  private readonly exchanges = new Exchanges();
  private reading = false;
  /** Counts joins: the answer to an earlier one is stale. */
  private turn = 0;

  constructor(
    readonly panelId: string,
    private readonly line: Line,
  ) {
    this.shown = { ...NOTHING, connection: line.state };
  }

  readonly snapshot = (): PanelShown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  /**
   * Sends an intent and, while no answer comes, sends it again under the same id once there is a connection, for up to
   * 45 s. Give the id of an earlier attempt to try again what was refused as `unavailable`.
   */
  async intend<K extends IntentType>(
    type: K,
    body: Omit<IntentBodies[K], 'intentId' | 'panelId'>,
    intentId: string = newIntentId(),
  ): Promise<Reply<ValueOf<K>>> {
    const message = { ...body, intentId, panelId: this.panelId } as unknown as Messages[K]['body'];
    const deadline = performance.now() + GIVE_UP_MS;
    while (performance.now() < deadline) {
      const reply = await this.line.ask(type as MessageName & K, message);
      if (reply) return reply as Reply<ValueOf<K>>;
      await this.live(Math.min(RETRY_MS, deadline - performance.now()));
    }
    return { ok: false, refusal: refusal('unavailable') };
  }

  /** Into the outbox: kept on this device before this resolves, then sent as soon and as often as it takes. */
  async send<K extends OutgoingType>(type: K, body: OutgoingBody<K>): Promise<Outgoing> {
    const made = { id: newIntentId(), type, body, at: Date.now(), state: 'sending', refusal: null };
    const entry = { ...made, mayHaveArrived: false } as unknown as Outgoing;
    this.show({ outbox: [...this.shown.outbox, entry] });
    void this.deliver(entry);
    return Promise.resolve(entry);
  }

  /** Tries again what was refused, or at once what waits for its next attempt. */
  async retry(id: string): Promise<void> {
    const entry = this.shown.outbox.find((one) => one.id === id);
    if (entry) await this.deliver(entry);
  }

  async discard(id: string): Promise<void> {
    this.show({ outbox: this.shown.outbox.filter((one) => one.id !== id) });
    return Promise.resolve();
  }

  /** Out of the outbox, to be written anew. null: it is being sent, or may have arrived. */
  async takeBack(id: string): Promise<Outgoing | null> {
    const entry = this.shown.outbox.find((one) => one.id === id) ?? null;
    if (entry) await this.discard(id);
    return entry;
  }

  private async deliver({ id, type, body }: Outgoing): Promise<void> {
    const reply = await this.intend(type, body as never, id);
    if (reply.ok) return this.discard(id);
    this.show({
      outbox: this.shown.outbox.map((one) =>
        one.id === id ? { ...one, state: 'refused', refusal: reply.refusal } : one,
      ),
    });
  }

  /** Reads the record from its beginning, where only its latest part is held. */
  async loadWhole(): Promise<void> {
    let record = initialRecord;
    while (this.shown.record && record.seq < this.shown.record.seq) {
      const reply = await this.line.ask('readRecord', { panelId: this.panelId, after: record.seq });
      if (!reply?.ok || reply.value.epoch !== this.epoch || reply.value.entries.length === 0) return;
      record = folded(record, reply.value.entries);
      this.show({ people: { ...this.shown.people, ...reply.value.people } });
    }
    if (this.shown.record) this.show({ record, complete: true });
  }

  private open(): void {
    const mine = <P extends { readonly panelId: string }>(hear: (push: P) => void) => {
      return (push: P) => (push.panelId === this.panelId ? hear(push) : undefined);
    };
    this.stopHearing = this.line.hear({
      state: (state) => this.onState(state),
      frame: mine(({ epoch, entries, people }) => {
        if (!this.isCurrent(epoch)) return;
        this.show({ people: { ...this.shown.people, ...people } });
        this.take(entries);
      }),
      head: mine(({ epoch, head }) => this.isCurrent(epoch) && this.hearOf(head)),
      presence: mine(({ here }) => this.show({ here })),
      mine: mine((change) => this.onMine(change)),
    });
    this.onState(this.line.state);
  }

  private close(): void {
    this.turn++;
    this.stopHearing?.();
    this.stopHearing = null;
    void this.line.ask('leave', { panelId: this.panelId });
  }

  private onState(connection: LineState): void {
    this.show(connection === 'live' ? { connection } : { connection, here: null });
    if (connection === 'live') void this.join();
  }

  private async join(): Promise<void> {
    const turn = ++this.turn;
    const { panelId } = this;
    const held = this.shown.record?.seq;
    const reply = await this.line.ask('join', held === undefined ? { panelId } : { panelId, after: held });
    if (turn !== this.turn) return;
    if (!reply) return this.joinAgain(turn, RETRY_MS);
    if (!reply.ok) {
      this.show({ refusal: reply.refusal });
      const wait = waitAfter(reply.refusal);
      return wait === null ? undefined : this.joinAgain(turn, wait);
    }

    if (this.epoch !== null && reply.value.epoch !== this.epoch) return this.forget();
    this.onJoined(reply.value);
    if (reply.value.you.seat !== null) await this.askMine();
  }

  /** Only while the connection stands: otherwise its return joins. */
  private joinAgain(turn: number, ms: number): void {
    setTimeout(() => {
      if (turn === this.turn && this.line.state === 'live') void this.join();
    }, ms);
  }

  private onJoined({ epoch, head, you, people, page, snapshot }: Joined): void {
    this.epoch = epoch;
    this.show({ you, people: { ...this.shown.people, ...people }, refusal: null });
    if (snapshot) this.show({ record: thaw(snapshot), complete: snapshot.complete });
    else this.show({ record: folded(this.shown.record ?? initialRecord, page?.entries ?? []) });
    this.hearOf(head);
  }

  /** Another epoch: the forum was restored from a backup, and nothing held may be mixed with what comes. */
  private isCurrent(epoch: string): boolean {
    if (this.epoch === null || this.epoch === epoch) return true;
    this.forget();
    return false;
  }

  private forget(): void {
    this.epoch = null;
    this.head = 0;
    this.show({ ...NOTHING });
    void this.join();
  }

  private take(entries: readonly RecordEntry[]): void {
    const { record } = this.shown;
    if (record) this.show({ record: folded(record, entries) });
    this.hearOf(entries.at(-1)?.seq ?? 0);
  }

  private hearOf(head: number): void {
    this.head = Math.max(this.head, head);
    if (this.isBehind()) void this.catchUp();
  }

  private isBehind(): boolean {
    return this.shown.record !== null && this.shown.record.seq < this.head;
  }

  private async catchUp(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    while (this.isBehind()) {
      const after = this.shown.record?.seq ?? 0;
      const reply = await this.line.ask('readRecord', { panelId: this.panelId, after });
      // The next head, at most 3 s away, tries again.
      if (!reply?.ok || !this.isCurrent(reply.value.epoch)) break;

      this.show({ people: { ...this.shown.people, ...reply.value.people } });
      this.take(reply.value.entries);
      if (this.shown.record?.seq === after) break;
    }
    this.reading = false;
  }

  private async askMine(): Promise<void> {
    const reply = await this.line.ask('mine', { panelId: this.panelId });
    if (reply?.ok) this.show({ mine: reply.value });
  }

  private onMine(change: MineChange): void {
    const { mine } = this.shown;
    if (mine && change.revision <= mine.revision) return;
    if (!mine || change.previous !== mine.revision) return void this.askMine();
    this.show({
      mine: {
        ...mine,
        revision: change.revision,
        items: merged(mine.items, change.items, (item) => item.contributionId),
        proposals: merged(mine.proposals, change.proposals, (proposal) => proposal.threadId),
      },
    });
  }

  /** Resolves when the line comes back, or after `ms`. */
  private live(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, ms));
      const stop = this.line.hear({ state: (state) => state === 'live' && done() });
    });
  }

  private show(part: Partial<PanelShown>): void {
    this.shown = { ...this.shown, ...part };
    const { record, complete } = this.shown;
    if (part.record) {
      this.exchanges.add(part.record.contributions.values());
      const seq = part.record.seq;
      this.shown = { ...this.shown, rowsOf: (threadId) => this.exchanges.rows(threadId, seq) };
    }
    this.shown = { ...this.shown, earlier: record && !complete ? 'some' : 'none' };
    for (const listener of this.listeners) listener();
  }
}

/** Milliseconds until a refused join is worth another try; null where only the reader can change something. */
function waitAfter({ code, retryInMs }: Refusal): number | null {
  if (retryInMs !== undefined) return retryInMs;
  return code === 'internal' || code === 'unavailable' ? RETRY_MS : null;
}

/** Entries up to the seq held are dropped; what follows a gap is left for the next question. */
function folded(record: RecordState, entries: readonly RecordEntry[]): RecordState {
  let state = record;
  for (const entry of entries) {
    if (entry.seq === state.seq + 1) state = evolveRecord(state, entry);
  }
  return state;
}

function merged<T>(held: readonly T[], changed: readonly T[], idOf: (one: T) => string): T[] {
  const byId = new Map(held.map((one) => [idOf(one), one]));
  for (const one of changed) byId.set(idOf(one), one);
  return [...byId.values()];
}
