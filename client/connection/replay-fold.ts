import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import type { RecordState } from '../../domain/panel/state.js';

/** A seek folds at most so many entries. Checkpoints share what did not change between them. */
const STRIDE = 250;

/** A record from its first entry on, and the state after each of them: what is folded once is kept at every stride. */
export class ReplayFold {
  private readonly entries: RecordEntry[] = [];
  /** Of each entry, never descending: a server’s clock may have been set back. */
  private readonly times: number[] = [];
  private readonly checkpoints: RecordState[] = [initialRecord];
  private tip: RecordState = initialRecord;
  /** The state asked for last: playing goes on from it. */
  private near: RecordState = initialRecord;

  /** The last seq that is here. */
  get loaded(): number {
    return this.entries.length;
  }

  /** The last seq whose state is known. */
  get folded(): number {
    return this.tip.seq;
  }

  /** Entries held already are dropped; what follows a gap is not taken. Answers those that were. */
  add(entries: readonly RecordEntry[]): readonly RecordEntry[] {
    const before = this.entries.length;
    for (const entry of entries) {
      if (entry.seq !== this.entries.length + 1) continue;
      this.times.push(Math.max(entry.at, this.times.at(-1) ?? -Infinity));
      this.entries.push(entry);
    }
    return this.entries.slice(before);
  }

  /** Folds what is loaded while there is time; true when there is more to do. */
  foldOn(hasTime: () => boolean): boolean {
    while (this.tip.seq < this.entries.length && hasTime()) this.foldOne();
    return this.tip.seq < this.entries.length;
  }

  /** The state after the entry `seq`, or after the last one folded where that is earlier. */
  stateAt(seq: number): RecordState {
    const wanted = Math.max(0, Math.min(seq, this.tip.seq));
    const checkpoint = this.checkpoints[Math.floor(wanted / STRIDE)] ?? initialRecord;
    const isNear = this.near.seq <= wanted && this.near.seq > checkpoint.seq;
    let state = isNear ? this.near : checkpoint;
    while (state.seq < wanted) {
      const entry = this.entries[state.seq];
      if (!entry) break;
      state = evolveRecord(state, entry);
    }
    this.near = state;
    return state;
  }

  entryAt(seq: number): RecordEntry | undefined {
    return this.entries[seq - 1];
  }

  timeOf(seq: number): number | undefined {
    return this.times[seq - 1];
  }

  /** The last seq at or before an instant; 0 before the first. */
  seqAt(time: number): number {
    return countUpTo(this.times, time, (at) => at);
  }

  private foldOne(): void {
    const entry = this.entries[this.tip.seq];
    if (!entry) return;
    this.tip = evolveRecord(this.tip, entry);
    if (this.tip.seq % STRIDE === 0) this.checkpoints.push(this.tip);
  }
}

/** How many of a list in ascending order are at or before a value. */
export function countUpTo<T>(list: readonly T[], value: number, valueOf: (one: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && valueOf(one) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
