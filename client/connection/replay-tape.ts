import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord } from '../../domain/panel/evolve.js';
import type { RecordState } from '../../domain/panel/state.js';
import { Exchanges } from './exchanges.js';
import { type Axis, within } from './replay-axis.js';
import { ReplayFold } from './replay-fold.js';
import { type Filter, NO_FILTER, ReplaySelection, ReplayStops, type Stop } from './replay-stops.js';

/** What is known of the panel at some seq. */
export interface Moment {
  readonly seq: number;
  readonly record: RecordState;
  /** False: what came shortly before is here, but not yet everything from the beginning. */
  readonly isExact: boolean;
  /** Where it is not exact: what there is to draw, in order. */
  readonly rows: readonly Stop[];
}

/** A record as it comes in, page by page and not always in order, and everything that is found in it. */
export class ReplayTape {
  readonly exchanges = new Exchanges();
  readonly stops = new ReplayStops();
  selection: ReplaySelection;
  private readonly fold = new ReplayFold();
  /** Pages that came before those before them. */
  private readonly ahead = new Map<number, readonly RecordEntry[]>();
  private head = 0;

  constructor(private readonly pageSize: number) {
    this.selection = this.selected(NO_FILTER);
  }

  get folded(): number {
    return this.fold.folded;
  }

  get loaded(): number {
    return [...this.ahead.values()].reduce((sum, entries) => sum + entries.length, this.fold.loaded);
  }

  get isWhole(): boolean {
    return this.fold.folded >= this.head;
  }

  /** How far the record goes. */
  reaches(head: number): void {
    this.head = Math.max(this.head, head);
  }

  /** An instant at the end of the axis means everything. */
  seqAt(time: number, axis: Axis): number {
    return time >= axis.end ? this.fold.folded : Math.min(this.fold.seqAt(time), this.fold.folded);
  }

  /** Up to when it can be played by now. */
  until(axis: Axis): number {
    if (this.isWhole) return axis.end;
    return within(axis, this.fold.timeOf(this.fold.folded) ?? axis.start);
  }

  timeOf(seq: number): number | undefined {
    return this.fold.timeOf(seq);
  }

  momentAt(seq: number): Moment {
    const record = this.fold.stateAt(seq);
    return { seq: record.seq, record, isExact: true, rows: [] };
  }

  /** A moment that is further on than everything so far: from the pages around it. null: they are not here. */
  glimpseAt(seq: number): Moment | null {
    const page = this.pageOf(seq);
    const entries = [...(this.ahead.get(page - 1) ?? []), ...(this.ahead.get(page) ?? [])].filter((e) => e.seq <= seq);
    if (!this.ahead.has(page) || this.fold.folded === 0) return null;

    const glimpsed = new ReplayStops();
    for (const entry of entries) glimpsed.add(entry, entry.at);
    const record = entries.reduce(evolveRecord, this.fold.stateAt(this.fold.folded));
    return { seq, record, isExact: false, rows: glimpsed.all.filter(({ isRow }) => isRow) };
  }

  pageOf(seq: number): number {
    return Math.max(1, Math.ceil(seq / this.pageSize));
  }

  takePage(page: number, entries: readonly RecordEntry[]): void {
    this.ahead.set(page, entries);
    this.place(entries);
    for (;;) {
      const next = this.pageOf(this.fold.loaded + 1);
      const waiting = this.ahead.get(next);
      if (!waiting) return;
      this.ahead.delete(next);
      this.take(waiting);
    }
  }

  takeMore(entries: readonly RecordEntry[]): void {
    this.place(entries);
    this.take(entries);
  }

  select(filter: Filter): void {
    this.selection = this.selected(filter);
  }

  /** Folds and looks through what is here; true when there is more to do. */
  workOn(hasTime: () => boolean): boolean {
    const folds = this.fold.foldOn(hasTime);
    const scans = this.selection.scanOn(hasTime);
    return folds || scans;
  }

  private take(entries: readonly RecordEntry[]): void {
    for (const entry of this.fold.add(entries)) this.stops.add(entry, this.fold.timeOf(entry.seq) ?? entry.at);
    this.reaches(this.fold.loaded);
  }

  private place(entries: readonly RecordEntry[]): void {
    for (const { seq, event } of entries) {
      if (event.type !== 'ContributionPublished' || event.again) continue;
      const { contributionId, threadId, parentId } = event;
      this.exchanges.add([{ id: contributionId, seq, threadId, parentId }]);
    }
  }

  private selected(filter: Filter): ReplaySelection {
    return new ReplaySelection(filter, this.stops, (seq) => this.fold.entryAt(seq));
  }
}
