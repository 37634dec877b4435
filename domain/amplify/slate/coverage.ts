import type { Filling } from './filling.js';
import { LeastFirst } from './least-first.js';

/** Phase 2: the item that most people support who support nothing so far. */
export function fillCoverage(filling: Filling): void {
  const supporters = (item: number) => filling.supportersOf(item).length;
  const order = new LeastFirst(filling.candidates(), { bound: (item) => -supporters(item), supporters });
  while (filling.hasSeats) {
    const most = order.take((item) => -filling.unheardOf(item) || null);
    if (!most) return;
    filling.seat(most.item, 'coverage');
  }
}
