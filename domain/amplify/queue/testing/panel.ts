import { AmplifyQueue, type Claim, type QueueRule, type Turn } from '../queue.js';
import { DEFAULT_RULE } from '../rule.js';
import { TURN } from '../units.js';

/** A queue to tell stories with. Minutes count from 0. */
export function panelWith(rule: Partial<QueueRule>) {
  return new Telling(new AmplifyQueue({ ...DEFAULT_RULE, ...rule }));
}

export function attested(...groups: readonly string[]): readonly Claim[] {
  return groups.map((group) => ({ group, attested: true }));
}

export function declared(...groups: readonly string[]): readonly Claim[] {
  return groups.map((group) => ({ group, attested: false }));
}

const MINUTE_MS = 60_000;

class Telling {
  constructor(readonly queue: AmplifyQueue) {}

  /** `a` with one item is served as `a`, with three as `a1`, `a2`, `a3`. */
  submits(person: string, minute: number, { items = 1, claims = attested() } = {}): this {
    for (let i = 1; i <= items; i++) {
      this.queue.submit(person, items === 1 ? person : `${person}${i}`, minute * MINUTE_MS, claims);
    }
    return this;
  }

  /** Serves one a minute from minute 100 on and tells who: reasons only where a turn was not simply due. */
  order(count = Number.POSITIVE_INFINITY): string {
    const served: string[] = [];
    for (let minute = 100; served.length < count; minute++) {
      const chosen = this.queue.choose();
      if (!chosen) break;
      this.queue.serve(chosen.person, chosen.lane, 1, minute * MINUTE_MS);
      const said = chosen.reason === 'BALANCE' || chosen.reason === 'WAITED_LONGEST';
      served.push(said ? `${chosen.item}[${chosen.reason}]` : chosen.item);
    }
    return served.join(' ');
  }

  serves(minute: number, cost = 1): Turn {
    const chosen = this.queue.choose();
    if (!chosen) throw new Error('Nobody waits.');
    return this.queue.serve(chosen.person, chosen.lane, cost, minute * MINUTE_MS);
  }

  owed(group: string): number {
    return this.queue.owed(group) / TURN;
  }
}
