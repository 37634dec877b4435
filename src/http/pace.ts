import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Session } from '../identity/types.js';
import { addressOf } from './address.js';
import { refuse } from './refused.js';

const SECONDS = 10;
const PER_PERSON = 300;
/** A whole conference may read from behind one address. */
const PER_ADDRESS = 3_000;

/** How fast one may read. In memory, per process; an address is counted and never stored. */
@Injectable()
export class Pace {
  private readonly people = new RateLimiterMemory({ points: PER_PERSON, duration: SECONDS });
  private readonly addresses = new RateLimiterMemory({ points: PER_ADDRESS, duration: SECONDS });

  /** @throws Refused `too-many` with the time until trying again makes sense. */
  async spend(session: Session | null, req: Request, points: number): Promise<void> {
    try {
      if (session) await this.people.consume(session.personId, points);
      else await this.addresses.consume(addressOf(req), points);
    } catch (error) {
      if (error instanceof RateLimiterRes) refuse('too-many', { retryInMs: Math.max(error.msBeforeNext, 1) });
      throw error;
    }
  }
}
