import { heardIn } from './heard.js';
import { payFor, price } from './price.js';
import type { Phase, Seat, SlateInput } from './slate.js';

/** A slate while its seats are filled. */
export class Filling {
  /** What each voter has left to pay with, in seats: all together hold one a seat, posed ones included. */
  readonly budgets: Float64Array;
  /** Posed or seated. */
  readonly taken: Set<number>;
  /** Per voter: how many of the taken items they support. */
  private readonly heard: Uint32Array;
  private readonly seats: Omit<Seat, 'sole'>[] = [];

  constructor(readonly input: SlateInput) {
    const { voters, seats, posed } = input;
    this.budgets = new Float64Array(voters).fill((seats + posed.length) / voters);
    this.taken = new Set(posed);
    this.heard = heardIn(input, posed);
    for (const item of posed) this.chargeForPosed(item);
  }

  get hasSeats(): boolean {
    return this.seats.length < this.input.seats;
  }

  supportersOf(item: number): readonly number[] {
    return this.input.support[item] ?? [];
  }

  /** Items that still can be seated and that anybody supports. */
  candidates(): readonly number[] {
    return [...this.input.support.keys()].filter((item) => !this.taken.has(item) && this.supportersOf(item).length > 0);
  }

  unheardOf(item: number): number {
    let unheard = 0;
    for (const voter of this.supportersOf(item)) if (this.heard[voter] === 0) unheard++;
    return unheard;
  }

  seat(item: number, phase: Phase, paid = { price: 0, payers: 0 }): void {
    this.seats.push({ item, phase, ...paid, newly: this.unheardOf(item) });
    this.taken.add(item);
    for (const voter of this.supportersOf(item)) this.heard[voter] = (this.heard[voter] ?? 0) + 1;
  }

  seated(): readonly Seat[] {
    return this.seats.map((seat) => ({ ...seat, sole: this.soleOf(seat.item) }));
  }

  private soleOf(item: number): number {
    return this.supportersOf(item).filter((voter) => this.heard[voter] === 1).length;
  }

  /** Who asked for it pays for it, as far as they can: what was posed is never taken back. */
  private chargeForPosed(item: number): void {
    const supporters = this.supportersOf(item);
    const held = supporters.map((voter) => this.budgets[voter] ?? 0);
    const need = Math.min(
      1,
      held.reduce((sum, budget) => sum + budget, 0),
    );
    if (need > 0) payFor(this.budgets, supporters, price(held, need));
  }
}
