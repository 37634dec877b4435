import type { AmplifyQueue, Claim } from '../queue.js';
import type { NaiveQueue } from './naive.js';
import { Played } from './schedules.js';

/** Plays one schedule on the real queue and on the naive one, and keeps what each chose. */
export class Both extends Played {
  readonly chosen: (readonly [real: unknown, naive: unknown])[] = [];
  private readonly undo = new Map<string, () => void>();

  constructor(
    queue: AmplifyQueue,
    readonly naive: NaiveQueue,
  ) {
    super(queue);
  }

  override submit(person: string, item: string, at: number, claims: readonly Claim[]): void {
    super.submit(person, item, at, claims);
    this.naive.submit(person, item, at, claims);
  }

  override next(cost: number, at: number): void {
    const chosen = this.naive.choose();
    this.chosen.push([this.queue.choose(), chosen]);
    super.next(cost, at);
    if (!chosen) return;
    const { item, undo } = this.naive.serve(chosen.person, chosen.lane, cost, at);
    this.undo.set(item, undo);
  }

  override override(person: string, cost: number, at: number, item?: string): void {
    super.override(person, cost, at, item);
    const served = this.naive.serve(person, 'override', cost, at, item);
    this.undo.set(served.item, served.undo);
  }

  override withdraw(item: string): void {
    super.withdraw(item);
    this.naive.withdraw(item);
  }

  override yieldTurn(person: string): void {
    super.yieldTurn(person);
    this.naive.yieldTurn(person);
  }

  override restore(which: number): void {
    const left = new Set(this.turns);
    super.restore(which);
    for (const turn of this.turns) left.delete(turn);
    for (const { item } of left) this.undo.get(item)?.();
  }
}
