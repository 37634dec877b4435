import { snapshotOf } from '../../domain/panel/snapshot.js';
import type { RecordState } from '../../domain/panel/state.js';
import type { Snapshot } from '../../domain/wire/views.js';

const PANELS = 100;

/**
 * What somebody who comes late to a long panel begins with. It takes a walk through the whole record, so it is kept for
 * whoever comes next: at most `behind` entries old, since those are read anyway, and never older than a redaction.
 */
export class Newcomers {
  private readonly kept = new Map<string, Snapshot>();

  constructor(
    private readonly latest: number,
    private readonly behind: number,
  ) {}

  snapshot(panelId: string, record: RecordState): Snapshot {
    const known = this.kept.get(panelId);
    if (known && this.isFresh(known, record)) return known;

    const snapshot = snapshotOf(record, { latest: this.latest });
    this.kept.delete(panelId);
    this.kept.set(panelId, snapshot);
    const [oldest] = this.kept.keys();
    if (this.kept.size > PANELS && oldest !== undefined) this.kept.delete(oldest);
    return snapshot;
  }

  private isFresh(known: Snapshot, record: RecordState): boolean {
    return known.seq <= record.seq && record.seq - known.seq < this.behind && stillSaid(known, record);
  }
}

/** Whether every word in it may still be read. */
function stillSaid(snapshot: Snapshot, record: RecordState): boolean {
  return snapshot.contributions.every(({ id, words }) => !words || record.contributions.get(id)?.words);
}
