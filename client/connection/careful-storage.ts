import { byAge, type OutboxStorage } from './outbox-storage.js';
import type { Kept } from './outgoing.js';

/**
 * A storage that may be missing, forbidden or full. What it does not take is held in memory over it, and `isDurable` says
 * so: nothing said is ever lost while the page lives.
 */
export class CarefulStorage implements OutboxStorage {
  private works = true;
  private seen: readonly Kept[] = [];
  /** Wins over the storage; null where something could not be removed. */
  private readonly over = new Map<string, Kept | null>();

  constructor(private readonly storage: OutboxStorage) {}

  get isDurable(): boolean {
    return this.works && [...this.over.values()].every((kept) => kept === null);
  }

  async all(): Promise<readonly Kept[]> {
    this.seen = await this.trying(() => this.storage.all(), this.seen);
    const below = this.seen.filter(({ id }) => !this.over.has(id));
    const above = [...this.over.values()].filter((kept) => kept !== null);
    return [...below, ...above].sort(byAge);
  }

  async put(kept: Kept): Promise<void> {
    try {
      await this.storage.put(kept);
    } catch {
      this.over.set(kept.id, kept);
    }
  }

  async update(id: string, change: (kept: Kept) => Kept | null): Promise<Kept | null> {
    if (this.over.has(id)) return this.updateOver(id, this.over.get(id) ?? null, change);
    try {
      return await this.storage.update(id, change);
    } catch {
      return this.updateOver(id, this.seen.find((kept) => kept.id === id) ?? null, change);
    }
  }

  /** Where nothing can be shared, nothing need be. */
  claim(holder: string, now: number, until: number): Promise<boolean> {
    return this.trying(() => this.storage.claim(holder, now, until), true);
  }

  async release(holder: string): Promise<void> {
    await this.trying(() => this.storage.release(holder), undefined);
  }

  private updateOver(id: string, kept: Kept | null, change: (kept: Kept) => Kept | null): Kept | null {
    const changed = kept ? change(kept) : null;
    this.over.set(id, changed);
    return changed;
  }

  private async trying<T>(run: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      const value = await run();
      this.works = true;
      return value;
    } catch {
      this.works = false;
      return otherwise;
    }
  }
}
