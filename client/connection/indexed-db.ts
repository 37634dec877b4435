import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { byAge, type OutboxStorage } from './outbox-storage.js';
import type { Kept } from './outgoing.js';

interface Schema extends DBSchema {
  outbox: { key: string; value: Kept };
  leases: { key: string; value: { readonly name: string; readonly holder: string; readonly until: number } };
}

const NAME = 'kurultai';
const LEASE = 'outbox';
/** Some browsers never answer where they allow no storage. */
const OPEN_MS = 3000;
/** On the disk, not only on its way there. */
const STRICT = { durability: 'strict' } as const;

export class IndexedDbStorage implements OutboxStorage {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  async all(): Promise<readonly Kept[]> {
    const db = await this.db();
    return (await db.getAll('outbox')).sort(byAge);
  }

  async put(kept: Kept): Promise<void> {
    const { store, done } = (await this.db()).transaction('outbox', 'readwrite', STRICT);
    await Promise.all([store.put(kept), done]);
  }

  async update(id: string, change: (kept: Kept) => Kept | null): Promise<Kept | null> {
    const { store, done } = (await this.db()).transaction('outbox', 'readwrite', STRICT);
    const kept = await store.get(id);
    const changed = kept ? change(kept) : null;
    await Promise.all([changed ? store.put(changed) : store.delete(id), done]);
    return changed;
  }

  async claim(holder: string, now: number, until: number): Promise<boolean> {
    const { store, done } = (await this.db()).transaction('leases', 'readwrite');
    const lease = await store.get(LEASE);
    const isFree = !lease || lease.holder === holder || lease.until <= now;
    await Promise.all([isFree ? store.put({ name: LEASE, holder, until }) : null, done]);
    return isFree;
  }

  async release(holder: string): Promise<void> {
    const { store, done } = (await this.db()).transaction('leases', 'readwrite');
    const lease = await store.get(LEASE);
    await Promise.all([lease?.holder === holder ? store.delete(LEASE) : null, done]);
  }

  /** Opened when it is first needed, and again after the browser closed it. */
  private db(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async open(): Promise<IDBPDatabase<Schema>> {
    const opening = openDB<Schema>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore('outbox', { keyPath: 'id' });
        db.createObjectStore('leases', { keyPath: 'name' });
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.opened = null;
      },
      terminated: () => (this.opened = null),
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The storage of this browser did not open.')), OPEN_MS);
    });
    return Promise.race([opening, late]).finally(() => clearTimeout(timer));
  }
}
