import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refusal } from '../../../domain/panel/refusals.js';
import { networkOf } from '../../ops/address.js';
import { Refusing } from './answer.js';

const MINUTE = 60;

/**
 * Bounds on coming in, in memory only: addresses are neither stored nor logged. A whole conference may sit behind one
 * address, so coming in is generous, and what stays narrow is guessing.
 */
@Injectable()
export class Limits {
  private readonly arrivals = new RateLimiterMemory({ points: 600, duration: 5 * MINUTE });
  private readonly guesses = new RateLimiterMemory({ points: 30, duration: MINUTE });
  private readonly signIns = new RateLimiterMemory({ points: 60, duration: 5 * MINUTE });
  private readonly signInsTo = new RateLimiterMemory({ points: 10, duration: 15 * MINUTE });

  private readonly codes = new RateLimiterMemory({ points: 20, duration: 5 * MINUTE });
  private readonly codesFrom = new RateLimiterMemory({ points: 600, duration: 5 * MINUTE });

  arrival(ip: string | undefined): Promise<void> {
    return spend(this.arrivals, addressKey(ip));
  }

  /** Before a secret is looked at: refuses an address that guessed wrong too often. */
  async mayGuess(ip: string | undefined): Promise<void> {
    const spent = await this.guesses.get(addressKey(ip));
    if (spent && spent.remainingPoints <= 0) throw tooMany(spent);
  }

  async guessedWrong(ip: string | undefined): Promise<void> {
    await this.guesses.consume(addressKey(ip)).catch(() => undefined); // Counted all the same; the next look is refused.
  }

  /** A person first: behind one address whole halls have codes, and whoever mistypes theirs keeps nobody else waiting. */
  async mayTryCode(ip: string | undefined, personId: string): Promise<void> {
    const spent = [await this.codes.get(personId), await this.codesFrom.get(addressKey(ip))];
    const over = spent.find((one) => one && one.remainingPoints <= 0);
    if (over) throw tooMany(over);
  }

  async triedWrongCode(ip: string | undefined, personId: string): Promise<void> {
    // Counted all the same; the next look is refused.
    await this.codes.consume(personId).catch(() => undefined);
    await this.codesFrom.consume(addressKey(ip)).catch(() => undefined);
  }

  /** By address and by account, so that neither one guesser nor many get far. */
  async signIn(ip: string | undefined, email: string): Promise<void> {
    await spend(this.signIns, addressKey(ip));
    await spend(this.signInsTo, email.trim().toLowerCase());
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error;
  }
}

function tooMany(spent: RateLimiterRes): Refusing {
  return new Refusing(refusal('too-many', { retryInMs: spent.msBeforeNext }));
}

function addressKey(ip: string | undefined): string {
  return networkOf(ip ?? '');
}
