import type { IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import type { Refusal } from '../../domain/panel/refusals.js';
import type { RecordState } from '../../domain/panel/state.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { DeskHistory, DeskView, People } from '../../domain/wire/views.js';
import { call } from './api.js';
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
    this.desk = null;
    const reply = await this.line.ask('openDesk', { panelId: this.panel.panelId });
    if (turn !== this.turn || !reply) return;
    this.refusal = reply.ok ? null : reply.refusal;
    if (reply.ok) this.take(reply.value);
    this.show();
  }

  private take(desk: DeskView): void {
    if (this.desk && desk.revision < this.desk.revision) return;
    this.desk = desk;
    this.show();
  }

  private show(): void {
    this.shown = this.drawn();
    for (const listener of this.listeners) listener();
  }

  private drawn(): DeskShown {
    const { connection, record, people, you, refusal } = this.panel.snapshot();
    return {
      desk: this.desk ?? this.shown?.desk ?? null,
      refusal: refusal ?? this.refusal,
      connection,
      record,
      people,
      you,
    };
  }
}
