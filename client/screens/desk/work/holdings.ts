import type { DeskItem } from '../../../../domain/wire/views.js';
import { hasRunOut, shouldRenew } from '../logic/lease.js';
import type { Intends } from './decisions.js';

interface Holding {
  readonly item: DeskItem;
  /** When its lease began or was renewed, by this device’s clock. */
  since: number;
  isRenewing: boolean;
}

export interface Gone {
  readonly item: DeskItem;
  readonly hasRunOut: boolean;
}

/** What this moderator holds: kept for as long as they are active, and watched for going away by itself. */
export class Holdings {
  private readonly held = new Map<string, Holding>();
  /** About to leave by the moderator’s own doing. */
  private readonly expected = new Set<string>();
  /** Done with: not to be shown although the desk may still have it for a moment. */
  private readonly done = new Set<string>();
  private lastActive: number;

  constructor(
    private readonly store: Intends,
    private readonly now: () => number,
  ) {
    this.lastActive = now();
  }

  /** Takes over what the desk says, and tells what went without the moderator’s doing. */
  update(items: readonly DeskItem[]): readonly Gone[] {
    const ids = new Set(items.map(({ contributionId }) => contributionId));
    const left = [...this.held].filter(([id]) => !ids.has(id));
    for (const [id] of left) this.held.delete(id);
    for (const item of items) this.keep(item);
    return left.flatMap(([id, { item, since }]) => {
      this.done.delete(id);
      return this.expected.delete(id) ? [] : [{ item, hasRunOut: hasRunOut({ since }, this.now()) }];
    });
  }

  /** Those still to be looked at, in the order they came. */
  items(): readonly DeskItem[] {
    return [...this.held.values()]
      .map(({ item }) => item)
      .filter(({ contributionId }) => !this.done.has(contributionId));
  }

  ids(): readonly string[] {
    return [...this.held.keys()];
  }

  expectToLose(contributionId: string): void {
    this.expected.add(contributionId);
  }

  /** It stays after all, or comes back. */
  stays(contributionId: string): void {
    this.expected.delete(contributionId);
    this.done.delete(contributionId);
  }

  isDone(contributionId: string): void {
    if (!this.held.has(contributionId)) return void this.expected.delete(contributionId);
    this.expected.add(contributionId);
    this.done.add(contributionId);
  }

  active(): void {
    this.lastActive = this.now();
  }

  /** To be called every few seconds. */
  tick(): void {
    for (const [id, holding] of this.held) {
      if (!holding.isRenewing && shouldRenew(holding, this.lastActive, this.now())) void this.renew(id, holding);
    }
  }

  private keep(item: DeskItem): void {
    const before = this.held.get(item.contributionId);
    const isSameLease = before?.item.leaseUntil === item.leaseUntil;
    const since = before && isSameLease ? before.since : this.now();
    this.held.set(item.contributionId, { item, since, isRenewing: before?.isRenewing ?? false });
  }

  private async renew(contributionId: string, holding: Holding): Promise<void> {
    holding.isRenewing = true;
    const sentAt = this.now();
    const reply = await this.store.intend('renewLease', { contributionId });
    const held = this.held.get(contributionId);
    if (!held) return;
    held.isRenewing = false;
    if (reply.ok) held.since = Math.max(held.since, sentAt);
  }
}
