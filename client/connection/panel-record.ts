import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import { thaw } from '../../domain/panel/snapshot.js';
import type { Contribution, RecordState } from '../../domain/panel/state.js';
import type { Frame, Joined } from '../../domain/wire/protocol.js';
import type { RecordPage } from '../../domain/wire/views.js';
import type { Board } from './board.js';
import { Exchanges } from './exchanges.js';
import type { Line } from './line.js';
import type { PanelShown } from './panel-shown.js';

/**
 * The record of one panel as far as it is held. There is one rule for everything lost, late or doubled: entries up to the
 * seq held are dropped, the next one is folded in, and whenever a head beyond the seq held is heard of, the record is
 * asked for.
 */
export class PanelRecord {
  private epoch: string | null = null;
  /** The furthest seq heard of. */
  private head = 0;
  private exchanges = new Exchanges();
  private reading = false;
  private loading: Promise<void> | null = null;

  /** `restored`: what is heard is of another epoch than what is held. */
  constructor(
    private readonly panelId: string,
    private readonly line: Line,
    private readonly board: Board<PanelShown>,
    private readonly restored: () => void,
  ) {}

  get seq(): number | undefined {
    return this.board.current.record?.seq;
  }

  forget(): void {
    this.epoch = null;
    this.head = 0;
    this.exchanges = new Exchanges();
  }

  /** Another epoch: the forum was restored from a backup, and nothing held may be mixed with what comes. */
  isOf(epoch: string): boolean {
    return this.epoch === null || this.epoch === epoch;
  }

  joined({ epoch, head, people, page, snapshot }: Joined): void {
    this.epoch = epoch;
    this.meet(people);
    if (snapshot) this.hold(thaw(snapshot), snapshot.complete);
    else this.fold(page?.entries ?? []);
    this.board.show({});
    this.hearOf(head);
  }

  frame({ epoch, entries, people }: Pick<Frame, 'epoch' | 'entries' | 'people'>): void {
    if (!this.isOf(epoch)) return this.restored();
    this.meet(people);
    if (this.board.current.record) this.fold(entries);
    this.hearOf(entries.at(-1)?.seq ?? 0);
  }

  hearOfHead(epoch: string, head: number): void {
    if (!this.isOf(epoch)) return this.restored();
    this.hearOf(head);
  }

  /** Reads the record from its beginning, where only its latest part is held. */
  loadWhole(): Promise<void> {
    if (this.board.current.complete) return Promise.resolve();
    this.loading ??= this.load().finally(() => {
      this.loading = null;
      this.board.show({ loading: null, earlier: this.board.current.complete ? 'none' : 'some' });
    });
    return this.loading;
  }

  private async load(): Promise<void> {
    const { epoch } = this;
    let record = initialRecord;
    while (record.seq < (this.seq ?? 0)) {
      this.board.showSoon({ earlier: 'loading', loading: { read: record.seq, of: this.seq ?? 0 } });
      const page = await this.page(record.seq);
      if (!page || page.epoch !== epoch || this.epoch !== epoch || page.entries.length === 0) return;
      record = folded(record, page.entries);
      this.meet(page.people);
    }
    if (record.seq >= (this.seq ?? 0)) this.hold(record, true);
  }

  /** null: it cannot be had. Waits where the server says how long. */
  private async page(after: number): Promise<RecordPage | null> {
    for (;;) {
      const reply = await this.line.ask('readRecord', { panelId: this.panelId, after });
      if (reply?.ok) return reply.value;
      const wait = reply?.refusal.retryInMs;
      if (wait === undefined) return null;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  private hold(record: RecordState, complete: boolean): void {
    this.draw(record, record.contributions.values());
    this.board.showSoon({ complete, earlier: complete ? 'none' : 'some' });
  }

  /** Entries up to the seq held are dropped; what follows a gap is left for the next question. */
  private fold(entries: readonly RecordEntry[]): void {
    const before = this.board.current.record ?? initialRecord;
    const record = folded(before, entries);
    if (record === this.board.current.record) return;
    const added = entries.filter(({ seq }) => seq > before.seq).map(contributionIn(record));
    this.draw(
      record,
      added.filter((one) => one !== undefined),
    );
  }

  private draw(record: RecordState, added: Iterable<Contribution>): void {
    const known = this.exchanges.size;
    this.exchanges.add(added);
    const { exchanges } = this;
    const { seq } = record;
    const changed = exchanges.size > known || this.board.current.record === null;
    const rowsOf = changed ? (threadId: string) => exchanges.rows(threadId, seq) : this.board.current.rowsOf;
    this.board.showSoon({ record, rowsOf });
  }

  private meet(people: PanelShown['people']): void {
    if (Object.keys(people).length > 0) this.board.showSoon({ people: { ...this.board.current.people, ...people } });
  }

  private hearOf(head: number): void {
    this.head = Math.max(this.head, head);
    if (this.isBehind()) void this.catchUp();
    else if (this.seq !== undefined && !this.board.current.reached) this.board.show({ reached: true });
  }

  private isBehind(): boolean {
    return this.seq !== undefined && this.seq < this.head;
  }

  private async catchUp(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    while (this.isBehind()) {
      const after = this.seq ?? 0;
      const reply = await this.line.ask('readRecord', { panelId: this.panelId, after });
      // The next head, at most 3 s away, tries again.
      if (!reply?.ok) break;
      if (!this.isOf(reply.value.epoch)) {
        this.restored();
        break;
      }
      this.meet(reply.value.people);
      this.fold(reply.value.entries);
      this.hearOf(reply.value.entries.at(-1)?.seq ?? 0);
      if (this.seq === after) break;
    }
    this.reading = false;
  }
}

/** The contribution an entry added, if it added one. */
function contributionIn(record: RecordState): (entry: RecordEntry) => Contribution | undefined {
  return ({ event }) =>
    event.type === 'ContributionPublished' ? record.contributions.get(event.contributionId) : undefined;
}

function folded(record: RecordState, entries: readonly RecordEntry[]): RecordState {
  let state = record;
  for (const entry of entries) {
    if (entry.seq === state.seq + 1) state = evolveRecord(state, entry);
  }
  return state;
}
