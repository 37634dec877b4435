import type { SpeechKind } from '../events.js';
import type { SeatId } from '../roles.js';

/** Somebody asked to speak. */
export interface Request {
  readonly id: string;
  readonly person: SeatId;
  readonly kind: SpeechKind;
  readonly at: number;
}

/** After each topic so many replies; what is left of them waits among the topics. */
const REPLIES_MAX = 2;

/**
 * What was said since the latest topic began, and so what may come before the next one: one point of order of each person,
 * and two replies. However many ask for more, a topic that waits is at most so far away.
 */
export class Exchange {
  private replies = 0;
  private orders = new Map<SeatId, number>();

  /** Another topic: everything begins anew. */
  begin(): void {
    this.replies = 0;
    this.orders.clear();
  }

  /** Somebody speaks before the next topic. */
  note({ kind, person }: Request): void {
    if (kind === 'order') this.orders.set(person, this.ordersOf(person) + 1);
    else this.replies += 1;
  }

  /** Of those who had none since the latest topic, as they were asked. */
  order(waiting: readonly Request[]): Request | null {
    return waiting.find(({ kind, person }) => kind === 'order' && this.ordersOf(person) === 0) ?? null;
  }

  /** Of whoever spoke least, while there is room. */
  reply(waiting: readonly Request[], turnsOf: (person: SeatId) => number): Request | null {
    return this.replies < REPLIES_MAX ? least(waiting, 'reply', turnsOf) : null;
  }

  /** What is left where no topic waits: nobody waits for nothing. */
  rest(waiting: readonly Request[], turnsOf: (person: SeatId) => number): Request | null {
    return least(waiting, 'order', (person) => this.ordersOf(person)) ?? least(waiting, 'reply', turnsOf);
  }

  clone(): Exchange {
    const copy = new Exchange();
    copy.replies = this.replies;
    copy.orders = new Map(this.orders);
    return copy;
  }

  private ordersOf(person: SeatId): number {
    return this.orders.get(person) ?? 0;
  }
}

/** The first of those who had least. */
function least(waiting: readonly Request[], wanted: SpeechKind, had: (person: SeatId) => number): Request | null {
  let first: Request | null = null;
  for (const request of waiting) {
    if (request.kind === wanted && (!first || had(request.person) < had(first.person))) first = request;
  }
  return first;
}
