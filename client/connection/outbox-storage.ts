import type { Kept } from './outgoing.js';

/** Where messages lie until the forum has them; shared by all tabs of this browser. */
export interface OutboxStorage {
  /** Oldest first. */
  all(): Promise<readonly Kept[]>;
  /** Kept when it resolves. */
  put(kept: Kept): Promise<void>;
  /** Changes one in one step, whatever other tabs do; null removes it. Resolves to what came of it, null where it is not there. */
  update(id: string, change: (kept: Kept) => Kept | null): Promise<Kept | null>;
  /** One holder at a time, for so long; again prolongs. Whether it holds. */
  claim(holder: string, now: number, until: number): Promise<boolean>;
  release(holder: string): Promise<void>;
}

export class MemoryStorage implements OutboxStorage {
  private readonly kept = new Map<string, Kept>();
  private lease = { holder: '', until: 0 };

  all(): Promise<readonly Kept[]> {
    return Promise.resolve([...this.kept.values()].sort(byAge));
  }

  put(kept: Kept): Promise<void> {
    this.kept.set(kept.id, kept);
    return Promise.resolve();
  }

  update(id: string, change: (kept: Kept) => Kept | null): Promise<Kept | null> {
    const kept = this.kept.get(id);
    const changed = kept ? change(kept) : null;
    if (changed) this.kept.set(id, changed);
    else this.kept.delete(id);
    return Promise.resolve(changed);
  }

  claim(holder: string, now: number, until: number): Promise<boolean> {
    const isFree = this.lease.holder === holder || this.lease.until <= now;
    if (isFree) this.lease = { holder, until };
    return Promise.resolve(isFree);
  }

  release(holder: string): Promise<void> {
    if (this.lease.holder === holder) this.lease = { holder: '', until: 0 };
    return Promise.resolve();
  }
}

export function byAge(a: Kept, b: Kept): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
