import type { OutboxStorage } from './outbox-storage.js';

/** Tabs that must not do something at the same time take turns. */
export interface Turns {
  /** Resolves when the work is done, or at once where it is not this tab’s turn and `again` will be called later. */
  take(work: () => Promise<void>, again: () => void): Promise<void>;
}

/** By the browser’s own locks: waits for its turn, and a tab that dies loses it. */
export class LockTurns implements Turns {
  constructor(
    private readonly locks: Pick<LockManager, 'request'>,
    private readonly name: string,
  ) {}

  async take(work: () => Promise<void>): Promise<void> {
    await this.locks.request(this.name, work);
  }
}

/** Longer than one message waits for its answer. */
const LEASE_MS = 15_000;

/** By a row in the storage, where a page over plain http is given no locks. A tab that dies loses its turn in a while. */
export class LeaseTurns implements Turns {
  constructor(
    private readonly storage: Pick<OutboxStorage, 'claim' | 'release'>,
    private readonly holder: string,
  ) {}

  async take(work: () => Promise<void>, again: () => void): Promise<void> {
    if (!(await this.claim())) return void setTimeout(again, LEASE_MS / 5);
    const prolonging = setInterval(() => void this.claim(), LEASE_MS / 3);
    try {
      await work();
    } finally {
      clearInterval(prolonging);
      await this.storage.release(this.holder);
    }
  }

  private claim(): Promise<boolean> {
    const now = Date.now();
    return this.storage.claim(this.holder, now, now + LEASE_MS);
  }
}
