import type { Row } from '../../../connection/exchanges.js';
import type { ReadingMarks } from '../../../connection/reading.js';

/**
 * What one person has read of a panel. In a tree what is newer may stand above what is older, so a mark alone would call
 * read what was never seen: the mark goes only as far as everything before it was in sight; the rest is remembered here.
 */
export class ReadingLog {
  private readonly seen = new Map<string, Set<number>>();
  private readonly counted = new Map<string, { rows: readonly Row[]; at: number; count: number }>();
  private readonly listeners = new Set<() => void>();
  private revision = 0;

  private owned: ReadonlySet<string> = new Set();

  constructor(private readonly marks: ReadingMarks) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly version = (): number => this.revision;

  /** One’s own contributions are never unread. */
  own(ids: readonly string[]): void {
    if (ids.every((id) => this.owned.has(id))) return;
    this.owned = new Set(ids);
    this.changed();
  }

  hasBegun(threadId: string): boolean {
    return this.marks.readUpTo(threadId) > 0;
  }

  /** Whoever comes to a thread for the first time begins where it is now. */
  begin(threadId: string, latest: number): void {
    if (this.hasBegun(threadId) || latest === 0) return;
    this.marks.markRead(threadId, latest);
    this.changed();
  }

  isUnread(threadId: string, { id, seq }: Row): boolean {
    return seq > this.marks.readUpTo(threadId) && !this.seen.get(threadId)?.has(seq) && !this.owned.has(id);
  }

  unread(threadId: string, rows: readonly Row[]): number {
    const known = this.counted.get(threadId);
    if (known?.rows === rows && known.at === this.revision) return known.count;
    let count = 0;
    for (const row of rows) if (this.isUnread(threadId, row)) count++;
    this.counted.set(threadId, { rows, at: this.revision, count });
    return count;
  }

  see(threadId: string, rows: readonly Row[], inSight: readonly Row[]): void {
    const news = inSight.filter((row) => this.isUnread(threadId, row));
    if (news.length === 0) return;
    const seen = this.seen.get(threadId) ?? new Set();
    this.seen.set(threadId, seen);
    for (const { seq } of news) seen.add(seq);
    this.advance(threadId, rows, seen);
    this.changed();
  }

  private advance(threadId: string, rows: readonly Row[], seen: Set<number>): void {
    let firstUnread = Infinity;
    for (const row of rows) if (row.seq < firstUnread && this.isUnread(threadId, row)) firstUnread = row.seq;
    let mark = 0;
    for (const { seq } of rows) if (seq < firstUnread && seq > mark) mark = seq;
    this.marks.markRead(threadId, mark);
    for (const seq of seen) if (seq <= mark) seen.delete(seq);
  }

  private changed(): void {
    this.revision++;
    for (const listener of this.listeners) listener();
  }
}
