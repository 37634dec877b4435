import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from './refused.js';

const MINUTE = 60;
const KEPT_MAX = 1_000;

/**
 * How many different sets one person may have audited: plenty for an order made by hand, too few to sound out ballots. In
 * memory, per process; the same set may be asked for again and again.
 */
@Injectable()
export class AuditPace {
  private readonly sets = new RateLimiterMemory({ points: 40, duration: 10 * MINUTE });
  private readonly latest = new Map<string, string>();

  /** @throws Refused `too-many` with the time until trying again makes sense. */
  async spend(personId: string, contributionIds: readonly string[]): Promise<void> {
    const set = contributionIds.toSorted().join(' ');
    if (this.latest.get(personId) === set) return;
    try {
      await this.sets.consume(personId);
    } catch (error) {
      if (error instanceof RateLimiterRes) refuse('too-many', { retryInMs: Math.max(error.msBeforeNext, 1) });
      throw error;
    }
    this.latest.delete(personId);
    this.latest.set(personId, set);
    const [oldest] = this.latest.keys();
    if (this.latest.size > KEPT_MAX && oldest !== undefined) this.latest.delete(oldest);
  }
}
