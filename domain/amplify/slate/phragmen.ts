import type { Filling } from './filling.js';
import { LeastFirst } from './least-first.js';

/**
 * Phase 3: sequential Phragmén. Every seat is a load of 1 that its supporters share, and the item comes next that leaves
 * them with the least load. What somebody has not spent counts as load they are owed.
 */
export function fillPhragmen(filling: Filling): void {
  if (!filling.hasSeats) return;
  const loads = filling.budgets.map((budget) => -budget);
  const supporters = (item: number) => filling.supportersOf(item);
  const loadWith = (item: number) => {
    let sum = 1;
    for (const voter of supporters(item)) sum += loads[voter] ?? 0;
    return sum / supporters(item).length;
  };

  const order = new LeastFirst(filling.candidates(), {
    bound: loadWith,
    supporters: (item) => supporters(item).length,
  });
  while (filling.hasSeats) {
    const least = order.take(loadWith);
    if (!least) return;
    // The same as setting it, except where costs in equal shares left items that their supporters could pay for.
    for (const voter of supporters(least.item)) loads[voter] = Math.max(loads[voter] ?? 0, least.key);
    filling.seat(least.item, 'phragmen');
  }
}
