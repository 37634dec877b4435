import { EPSILON } from './price.js';

interface Known {
  readonly item: number;
  readonly key: number;
}

interface Order {
  /** What a key cannot be below. */
  readonly bound: (item: number) => number;
  readonly supporters: (item: number) => number;
}

/**
 * Items by a key that never falls while seats are filled. What a key was once is therefore a bound for what it is now, and
 * only the few items whose bound comes near the least are worked out anew (a lazy heap). Among equal keys the item with
 * more supporters comes first, then the earlier one.
 */
export class LeastFirst {
  private readonly heap: Known[];

  constructor(
    items: readonly number[],
    private readonly order: Order,
  ) {
    // A sorted array is a heap.
    this.heap = items.map((item) => ({ item, key: order.bound(item) })).sort((a, b) => a.key - b.key);
  }

  /** Takes the least out. `keyOf` gives null for an item that is out of the question for good. */
  take(keyOf: (item: number) => number | null): Known | null {
    let least = Infinity;
    const near: Known[] = [];
    for (let top = this.heap[0]; top && top.key <= least + EPSILON; top = this.heap[0]) {
      this.pop();
      const key = keyOf(top.item);
      if (key === null) continue;
      near.push({ item: top.item, key });
      least = Math.min(least, key);
    }

    const taken = near.filter(({ key }) => key <= least + EPSILON).reduce<Known | null>(this.preferred, null);
    for (const known of near) if (known !== taken) this.push(known);
    return taken;
  }

  private readonly preferred = (best: Known | null, known: Known): Known => {
    if (!best) return known;
    const more = this.order.supporters(known.item) - this.order.supporters(best.item);
    return more > 0 || (more === 0 && known.item < best.item) ? known : best;
  };

  private push(known: Known): void {
    let at = this.heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.heap[above];
      if (!parent || parent.key <= known.key) break;
      this.heap[at] = parent;
      at = above;
    }
    this.heap[at] = known;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    let at = 0;
    for (;;) {
      const [left, right] = [this.heap[2 * at + 1], this.heap[2 * at + 2]];
      const child = right && left && right.key < left.key ? right : left;
      if (!child || child.key >= last.key) break;
      this.heap[at] = child;
      at = 2 * at + (child === left ? 1 : 2);
    }
    this.heap[at] = last;
  }
}
