import { AmplifyQueue, type Claim, type QueueRule } from '../queue/queue.js';

export interface Arrived {
  readonly item: string;
  readonly person: string;
  readonly claims: readonly Claim[];
  readonly agrees: number;
}

/** A rule that decides who is next. Times in ms. */
export interface Order {
  submit(arrived: Arrived, at: number): void;
  /** Takes out and gives the item whose turn it is; null when nothing waits. */
  next(at: number): Arrived | null;
  /** The chair takes this one, whoever is next. */
  take(arrived: Arrived, at: number): void;
}

/** The rules that are compared, in the order in which they are shown. */
export const RULES = ['arrival', 'votes', 'leastHeard', 'amplify'] as const;
export type RuleName = (typeof RULES)[number];

export function orderBy(name: RuleName, rule: QueueRule): Order {
  switch (name) {
    case 'arrival':
      return new Picked(() => 0);
    case 'votes':
      return new Picked((a, b) => b.agrees - a.agrees);
    case 'leastHeard':
      return new Picked((a, b, turns) => (turns.get(a.person) ?? 0) - (turns.get(b.person) ?? 0));
    case 'amplify':
      return new Amplified(rule);
  }
}

/** The first of those waiting by `compare`; equals go by arrival. */
class Picked implements Order {
  private readonly waiting: Arrived[] = [];
  private readonly turns = new Map<string, number>();

  constructor(private readonly compare: (a: Arrived, b: Arrived, turns: ReadonlyMap<string, number>) => number) {}

  submit(arrived: Arrived): void {
    this.waiting.push(arrived);
  }

  next(): Arrived | null {
    const [head, ...others] = this.waiting;
    if (!head) return null;
    const first = others.reduce((best, one) => (this.compare(one, best, this.turns) < 0 ? one : best), head);
    this.take(first);
    return first;
  }

  take(arrived: Arrived): void {
    this.waiting.splice(this.waiting.indexOf(arrived), 1);
    this.turns.set(arrived.person, (this.turns.get(arrived.person) ?? 0) + 1);
  }
}

class Amplified implements Order {
  private readonly queue: AmplifyQueue;
  private readonly waiting = new Map<string, Arrived>();

  constructor(rule: QueueRule) {
    this.queue = new AmplifyQueue(rule);
  }

  submit(arrived: Arrived, at: number): void {
    this.waiting.set(arrived.item, arrived);
    this.queue.submit(arrived.person, arrived.item, at, arrived.claims);
  }

  next(at: number): Arrived | null {
    const chosen = this.queue.choose();
    const arrived = chosen && this.waiting.get(chosen.item);
    if (!chosen || !arrived) return null;
    this.queue.serve(chosen.person, chosen.lane, 1, at);
    this.waiting.delete(chosen.item);
    return arrived;
  }

  take({ person, item }: Arrived, at: number): void {
    this.queue.serve(person, 'override', 1, at, item);
    this.waiting.delete(item);
  }
}
