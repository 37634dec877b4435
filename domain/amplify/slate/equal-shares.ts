import type { Filling } from './filling.js';
import { LeastFirst } from './least-first.js';
import { EPSILON, payFor, price } from './price.js';

/** Phase 1: whatever its supporters can pay for, the least for each of them first. */
export function fillEqualShares(filling: Filling): void {
  const { budgets, input } = filling;
  const costOf = (item: number) => input.cost?.[item] ?? 1;
  const order = new LeastFirst(filling.candidates(), {
    bound: (item) => costOf(item) / filling.supportersOf(item).length,
    supporters: (item) => filling.supportersOf(item).length,
  });

  while (filling.hasSeats) {
    const cheapest = order.take((item) => priceOf(budgets, filling.supportersOf(item), costOf(item)));
    if (!cheapest) return;
    const payers = payFor(budgets, filling.supportersOf(cheapest.item), cheapest.key);
    filling.seat(cheapest.item, 'equal-shares', { price: cheapest.key, payers });
  }
}

/** Null where they cannot pay, and never will: budgets only shrink. */
function priceOf(budgets: Float64Array, supporters: readonly number[], cost: number): number | null {
  const held = new Float64Array(supporters.length);
  let sum = 0;
  let i = 0;
  for (const voter of supporters) {
    const budget = budgets[voter] ?? 0;
    held[i++] = budget;
    sum += budget;
  }
  return sum >= cost - EPSILON ? price(held, cost) : null;
}
