import { v7 as newIntentId } from 'uuid';
import type { IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import type { Refusal } from '../../domain/panel/refusals.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { NextCard } from '../../domain/wire/slate.js';
import { Board } from './board.js';
import { insist, RETRY_MS, waitAfter } from './insisting.js';
import type { Line, LineState } from './line.js';
import type { Outbox } from './outbox.js';
import type { Outgoing, OutgoingBody, OutgoingType } from './outgoing.js';
import { PanelMine } from './panel-mine.js';
import { PanelOutbox } from './panel-outbox.js';
import { PanelRecord } from './panel-record.js';
import { UNHEARD, type PanelShown } from './panel-shown.js';

export type { PanelShown } from './panel-shown.js';

/** One panel as this reader holds it. It is joined from the first subscriber to the last. */
export class PanelStore {
  private readonly board: Board<PanelShown>;
  private readonly record: PanelRecord;
  private readonly mine: PanelMine;
  private readonly own: PanelOutbox;
  private stops: readonly (() => void)[] = [];
  /** Counts joins: the answer to an earlier one is stale. */
  private turn = 0;

  constructor(
    readonly panelId: string,
    private readonly line: Line,
    private readonly outbox: Outbox,
  ) {
    this.board = new Board({ ...UNHEARD, connection: line.state, outbox: [], outboxIsDurable: outbox.isDurable });
    this.record = new PanelRecord(panelId, line, this.board, () => this.forget());
    this.mine = new PanelMine(panelId, line, this.board, () => this.own.show());
    this.own = new PanelOutbox(panelId, outbox, this.mine, this.board);
  }

  readonly snapshot = (): PanelShown => this.board.snapshot();

  get isWatched(): boolean {
    return this.board.isWatched;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const isFirst = !this.board.isWatched;
    const stop = this.board.listen(listener);
    if (isFirst) this.open();
    return () => {
      stop();
      if (!this.board.isWatched) this.close();
    };
  };

  /** What to be asked about next; null where no answer came. `holding`: what is at hand already. */
  nextCard(holding: readonly string[]): Promise<Reply<NextCard> | null> {
    return this.line.ask('nextCard', { panelId: this.panelId, holding });
  }

  /**
   * Sends an intent and, while no answer comes, sends it again under the same id once there is a connection, for up to
   * 45 s. Give the id of an earlier attempt to try again what was refused as `unavailable`.
   */
  intend<K extends IntentType>(
    type: K,
    body: Omit<IntentBodies[K], 'intentId' | 'panelId'>,
    intentId: string = newIntentId(),
  ): Promise<Reply<ValueOf<K>>> {
    const intent = { ...body, intentId, panelId: this.panelId } as unknown as IntentBodies[K];
    return insist(this.line, type, intent);
  }

  /** Into the outbox: kept on this device before this resolves, then sent as soon and as often as it takes. */
  send<K extends OutgoingType>(type: K, body: OutgoingBody<K>): Promise<Outgoing> {
    return this.outbox.add(this.panelId, type, body);
  }

  /** Tries again what was refused, or at once what waits for its next attempt. */
  async retry(id: string): Promise<void> {
    await this.outbox.retry(id);
  }

  discard(id: string): Promise<void> {
    return this.outbox.discard(id);
  }

  /** Out of the outbox, to be written anew. null: it is on its way, or may have arrived. */
  takeBack(id: string): Promise<Outgoing | null> {
    return this.outbox.takeBack(id);
  }

  /** Reads the record from its beginning, where only its latest part is held. */
  loadWhole(): Promise<void> {
    return this.record.loadWhole();
  }

  private open(): void {
    const ours = <P extends { readonly panelId: string }>(hear: (push: P) => void) => {
      return (push: P) => (push.panelId === this.panelId ? hear(push) : undefined);
    };
    const stopHearing = this.line.hear({
      state: (state) => this.onState(state),
      frame: ours((frame) => this.record.frame(frame)),
      head: ours(({ epoch, head }) => this.record.hearOfHead(epoch, head)),
      presence: ours(({ here }) => this.board.showSoon({ here })),
      floor: ours((floor) => this.board.showSoon({ floor })),
      mine: ours((change) => this.mine.hear(change)),
    });
    this.stops = [stopHearing, this.own.open(), this.mine.open()];
    this.onState(this.line.state);
  }

  private close(): void {
    this.turn++;
    for (const stop of this.stops) stop();
    this.stops = [];
    void this.line.ask('leave', { panelId: this.panelId });
  }

  private onState(connection: LineState): void {
    this.board.show(connection === 'live' ? { connection } : { connection, here: null });
    if (connection === 'live') void this.join();
  }

  private async join(): Promise<void> {
    const turn = ++this.turn;
    const { panelId, line } = this;
    const after = this.record.seq;
    const reply = await line.ask('join', after === undefined ? { panelId } : { panelId, after });
    if (turn !== this.turn) return;
    if (!reply) return this.joinAgain(turn, RETRY_MS);
    if (!reply.ok) return this.refused(turn, reply.refusal);
    if (!this.record.isOf(reply.value.epoch)) return this.forget();

    const { you } = reply.value;
    this.board.showSoon({ you, refusal: null, ...(you.seat === null ? { mine: null } : {}) });
    this.record.joined(reply.value);
    if (you.seat !== null) await this.mine.ask();
  }

  private refused(turn: number, refusal: Refusal): void {
    this.board.show({ refusal });
    const wait = waitAfter(refusal);
    if (wait !== null) this.joinAgain(turn, wait);
  }

  /** Only while the connection stands: otherwise its return joins. */
  private joinAgain(turn: number, ms: number): void {
    setTimeout(() => {
      if (turn === this.turn && this.line.state === 'live') void this.join();
    }, ms);
  }

  /** All but the outbox, which the forum never had. */
  private forget(): void {
    this.record.forget();
    this.board.show(UNHEARD);
    void this.join();
  }
}
