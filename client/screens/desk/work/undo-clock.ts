import { UNDO_MS } from '../../../../domain/panel/limits.js';
import type { DeskDecision } from '../../../../domain/wire/views.js';

export interface Undoable {
  readonly decision: DeskDecision;
  /** How much of the ten seconds is over, in ms. */
  readonly elapsed: number;
}

/** What can still be undone, counted by this device’s clock from when it was first seen. */
export class UndoClock {
  private firstSeen = new Map<string, number>();

  /** The latest first, as the desk has them. */
  at(recent: readonly DeskDecision[], now: number): readonly Undoable[] {
    const seen = new Map<string, number>();
    const undoables = recent.flatMap((decision) => {
      if (decision.undoUntil === null) return [];
      const key = `${decision.contributionId}/${decision.undoUntil}`;
      const since = this.firstSeen.get(key) ?? now;
      seen.set(key, since);
      return now - since < UNDO_MS ? [{ decision, elapsed: now - since }] : [];
    });
    this.firstSeen = seen;
    return undoables;
  }
}
