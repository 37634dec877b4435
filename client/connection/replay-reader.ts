import type { RecordEntry } from '../../domain/panel/events.js';
import type { Refusal } from '../../domain/panel/refusals.js';
import { seatsIn } from '../../domain/panel/visibility.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { People } from '../../domain/wire/views.js';
import type { Histogram, PanelDetail, ReplaySource } from './replay-source.js';

export interface ReaderHears {
  /** Answers which pages to read first. */
  onPanel(panel: PanelDetail, histogram: Histogram | null): Promise<readonly number[]>;
  /** In any order; pages overlap nothing and leave nothing out. */
  onPage(page: number, entries: readonly RecordEntry[]): void;
  /** What was added since. */
  onMore(entries: readonly RecordEntry[]): void;
  onPeople(people: People): void;
  onReach(isReached: boolean): void;
  onRefused(refusal: Refusal): void;
  /** The forum was restored from a backup: what was read is of another record. */
  onAnotherEpoch(): void;
}

const AT_ONCE = 3;
const SEATS_AT_ONCE = 150;
const RETRY_MS = 2_000;

/**
 * Reads a whole record page by page: first those that are wanted now, then from the first on; then it waits for more while
 * the panel goes on. What does not answer is asked again.
 */
export class ReplayReader {
  private readonly ended = new AbortController();
  private wanted: number[] = [];
  private readonly taken = new Set<number>();
  private readonly named = new Set<string>();
  private readonly unnamed: string[] = [];
  private naming = false;

  constructor(
    private readonly source: ReplaySource,
    private readonly hears: ReaderHears,
  ) {}

  stop(): void {
    this.ended.abort();
  }

  async read(): Promise<void> {
    const [panel, histogram] = await Promise.all([
      this.sure(() => this.source.panel()),
      this.sure(() => this.source.histogram()),
    ]);
    if (panel === STOPPED || histogram === STOPPED) return;

    const first = this.hears.onPanel(panel, histogram).then((pages) => this.want(pages));
    await Promise.all([first, this.readPages(panel, 1)]);
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.readPages(panel)));
  }

  /** These pages before all others. */
  want(pages: readonly number[]): void {
    this.wanted = [...pages, ...this.wanted.filter((page) => !pages.includes(page))];
  }

  async seqAfter(at: number): Promise<number | null> {
    const seq = await this.sure(() => this.source.seqAfter(at));
    return seq === STOPPED ? null : seq;
  }

  /** From a seq on, for as long as it is wanted. */
  async follow(panel: PanelDetail, after: () => number): Promise<void> {
    for (;;) {
      const page = await this.sure(() => this.source.follow(after(), this.ended.signal));
      if (page === STOPPED) return;
      if (page.epoch !== panel.epoch) return this.hears.onAnotherEpoch();
      this.hears.onPeople(page.people);
      this.hears.onMore(page.entries);
    }
  }

  private async readPages(panel: PanelDetail, most = Infinity): Promise<void> {
    for (let n = 0; n < most; n++) {
      const page = this.nextOf(panel);
      if (page === null) return;
      this.taken.add(page);
      const read = await this.sure(() => this.source.page(page, panel));
      if (read === STOPPED) return;
      if (read.epoch !== panel.epoch) return this.hears.onAnotherEpoch();
      this.hears.onPage(page, read.entries);
      this.name(read.entries);
    }
  }

  private nextOf({ head, pages }: PanelDetail): number | null {
    const last = Math.ceil(head / pages.size);
    const wanted = this.wanted.find((page) => page >= 1 && page <= last && !this.taken.has(page));
    if (wanted !== undefined) return wanted;
    for (let page = 1; page <= last; page++) if (!this.taken.has(page)) return page;
    return null;
  }

  private name(entries: readonly RecordEntry[]): void {
    for (const seat of seatsIn(entries)) {
      if (this.named.has(seat)) continue;
      this.named.add(seat);
      this.unnamed.push(seat);
    }
    if (!this.naming) void this.readNames();
  }

  private async readNames(): Promise<void> {
    this.naming = true;
    while (this.unnamed.length > 0) {
      const seats = this.unnamed.splice(0, SEATS_AT_ONCE);
      const people = await this.sure(() => this.source.people(seats));
      if (people === STOPPED) return;
      this.hears.onPeople(people);
    }
    this.naming = false;
  }

  /** Asks until there is an answer. */
  private async sure<T>(ask: () => Promise<Reply<T> | null>): Promise<T | typeof STOPPED> {
    for (;;) {
      const reply = await ask();
      if (this.ended.signal.aborted) return STOPPED;
      this.hears.onReach(reply !== null);
      if (reply?.ok) return reply.value;
      if (reply && !isPassing(reply.refusal)) {
        this.hears.onRefused(reply.refusal);
        this.stop();
        return STOPPED;
      }
      await this.waited(reply?.refusal.retryInMs ?? RETRY_MS);
      if (this.ended.signal.aborted) return STOPPED;
    }
  }

  private waited(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const STOPPED = Symbol('stopped');

function isPassing({ code, retryInMs }: Refusal): boolean {
  return retryInMs !== undefined || code === 'internal' || code === 'unavailable';
}
