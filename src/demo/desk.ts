import type { DeskItem, Worker } from '../../domain/wire/views.js';
import { pause } from '../cli/crowd/voice.js';
import { DemoModerator, type DeskVoice, type OwnWords } from './moderator.js';

/** So many items are always left for people who want to try the desk. */
const FEWEST = 6;
const MOST = 10;
/** How often one more is left for them. */
const SOONEST_MS = 20_000;
const LATEST_MS = 40_000;
const LOOK_MS = 1_000;
const READING_MS = 2_500;
const DECLINED = 0.07;

export interface DeskDeps {
  readonly panelId: string;
  readonly moderator: DeskVoice;
  /** Another moderator’s: without a second look nothing is declined. */
  readonly second: DeskVoice;
  readonly own: OwnWords;
  /** Gives numbers in [0, 1). */
  readonly random: () => number;
}

/**
 * The desk of the demonstration. Its moderator lets most of what the crowd says through soon, in the order of the queue, as
 * long as enough is left for people; a second one agrees to every decline, whoever began it.
 */
export class DemoDesk {
  private readonly moderator: DemoModerator;
  private readonly second: DemoModerator;
  private waiting = 0;
  /** Looks and decisions of all moderators, and how many of them need no second look. */
  private decisions = 0;
  private done = 0;
  /** Something changed since nothing was found to do. */
  private moved = true;
  private target = FEWEST;
  private moreAt = 0;

  constructor(private readonly deps: DeskDeps) {
    const { panelId, moderator, second, own } = deps;
    this.moderator = new DemoModerator(moderator, panelId, own);
    this.second = new DemoModerator(second, panelId, own);
    this.moderator.watch(({ waiting }) => this.move(() => (this.waiting = waiting)));
    this.second.watch(({ work }) => this.move(() => (this.decisions = countOf(work.moderators))));
  }

  /** Until the signal aborts: then it rejects. */
  async work(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pause(LOOK_MS, signal);
      if (!this.moved) continue;
      this.moved = false;
      if (this.decisions > this.done) await this.lookAgain(signal);
      if (this.waiting > this.leaves()) await this.decide(signal);
    }
  }

  private move(change: () => void): void {
    change();
    this.moved = true;
  }

  /** How many are left for people: as many as they left, and one more from time to time. */
  private leaves(): number {
    const now = Date.now();
    this.target = Math.max(FEWEST, Math.min(this.target, this.waiting));
    if (this.waiting > this.target && now >= this.moreAt) {
      this.target = Math.min(MOST, this.target + 1);
      this.moreAt = now + SOONEST_MS + this.deps.random() * (LATEST_MS - SOONEST_MS);
    }
    return this.target;
  }

  private async lookAgain(signal: AbortSignal): Promise<void> {
    this.done = this.decisions;
    for (const contributionId of await this.deps.own.lookedAt()) {
      const item = await this.second.take(contributionId);
      if (!item) continue;
      await this.confirm(this.second, item, signal);
      this.done++;
    }
  }

  private async decide(signal: AbortSignal): Promise<void> {
    const { moderator } = this;
    const read = await moderator.next();
    if (!read) return;
    if (read.again || this.deps.random() < DECLINED) return this.confirm(moderator, read.item, signal);
    await this.takeTime(signal);
    await moderator.publish(read.item);
    this.done++;
  }

  private async confirm(who: DemoModerator, item: DeskItem, signal: AbortSignal): Promise<void> {
    await this.takeTime(signal);
    await who.decline(item);
  }

  private async takeTime(signal: AbortSignal): Promise<void> {
    await pause(READING_MS + this.deps.random() * READING_MS, signal);
  }
}

function countOf(moderators: readonly Worker[]): number {
  return moderators.reduce((sum, { decisions }) => sum + decisions, 0);
}
