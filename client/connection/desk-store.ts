import type { IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import type { Refusal } from '../../domain/panel/refusals.js';
import type { RecordState } from '../../domain/panel/state.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Choosables, DeskHistory, DeskView, People } from '../../domain/wire/views.js';
import { call } from './api.js';
import { RETRY_MS, waitAfter } from './insisting.js';
import type { Line, LineState } from './line.js';
import type { PanelShown, PanelStore } from './panel-store.js';

/** What the desk screen draws. Replaced, never changed. */
export interface DeskShown {
  /** null until the first answer. */
  readonly desk: DeskView | null;
  /** Why the desk, or the whole panel, cannot be shown. */
  readonly refusal: Refusal | null;
  readonly connection: LineState;
  readonly record: RecordState | null;
  readonly people: People;
  readonly you: PanelShown['you'];
}

/** The desk of one panel, open from its first subscriber to its last, and opened anew after each join. */
export class DeskStore {
  private desk: DeskView | null = null;
  private refusal: Refusal | null = null;
  private shown: DeskShown;
  private joinedAs: PanelShown['you'] = null;
  private turn = 0;
  /** The furthest revision since the desk was opened. */
  private heard = -1;
  private stops: readonly (() => void)[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly panel: PanelStore,
    private readonly line: Line,
  ) {
    this.shown = this.drawn();
  }

  readonly snapshot = (): DeskShown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  intend<K extends IntentType>(
    type: K,
    body: Omit<IntentBodies[K], 'intentId' | 'panelId'>,
    intentId?: string,
  ): Promise<Reply<ValueOf<K>>> {
    return this.panel.intend(type, body, intentId);
  }

  /** All moderators’ decisions, newest first. null: no answer came. */
  history(before?: number, limit = 50): Promise<Reply<DeskHistory> | null> {
    const cursor = before === undefined ? '' : `&before=${before}`;
    return call(`/panels/${encodeURIComponent(this.panel.panelId)}/desk/history?limit=${limit}${cursor}`);
  }

  /** What waits and may be chosen for a decision on many. null: no answer came. */
  waiting(label: string | null): Promise<Reply<Choosables> | null> {
    const only = label === null ? '' : `?label=${encodeURIComponent(label)}`;
    return call(`/panels/${encodeURIComponent(this.panel.panelId)}/desk/waiting${only}`);
  }

  private open(): void {
    this.stops = [
      this.line.hear({ desk: (desk) => desk.panelId === this.panel.panelId && this.take(desk) }),
      this.panel.subscribe(() => this.onPanel()),
    ];
    this.onPanel();
  }

  private close(): void {
    this.turn++;
    this.joinedAs = null;
    for (const stop of this.stops) stop();
    void this.line.ask('closeDesk', { panelId: this.panel.panelId });
  }

  /** Who you are comes anew with every join. */
  private onPanel(): void {
    const { you } = this.panel.snapshot();
    if (you !== null && you !== this.joinedAs) void this.openDesk();
    this.joinedAs = you;
    this.show();
  }

  private async openDesk(): Promise<void> {
    const turn = ++this.turn;
    this.heard = -1;
    const reply = await this.line.ask('openDesk', { panelId: this.panel.panelId });
    if (turn !== this.turn) return;
    if (reply?.ok) this.take(reply.value);
    else this.refused(turn, reply?.refusal ?? null);
  }

  private refused(turn: number, refusal: Refusal | null): void {
    if (refusal) {
      this.desk = null;
      this.refusal = refusal;
      this.show();
    }
    const wait = refusal ? waitAfter(refusal) : RETRY_MS;
    if (wait !== null) setTimeout(() => turn === this.turn && this.line.state === 'live' && void this.openDesk(), wait);
  }

  /** A gap only means that a state was missed that is over. */
  private take(desk: DeskView): void {
    if (desk.revision < this.heard) return;
    this.heard = desk.revision;
    this.desk = desk;
    this.refusal = null;
    this.show();
  }

  private show(): void {
    this.shown = this.drawn();
    for (const listener of this.listeners) listener();
  }

  private drawn(): DeskShown {
    const { connection, record, people, you, refusal } = this.panel.snapshot();
    return {
      desk: this.desk,
      refusal: refusal ?? this.refusal,
      connection,
      record,
      people,
      you,
    };
  }
}
