/** A binary heap. What leaves it is only marked by its owner: entries fall out when they come to the top, or by `keep`. */
export class Heap<T> {
  constructor(
    private readonly before: (a: T, b: T) => boolean,
    private entries: T[] = [],
  ) {}

  get size(): number {
    return this.entries.length;
  }

  get top(): T | undefined {
    return this.entries[0];
  }

  push(entry: T): void {
    this.entries.push(entry);
    this.rise(this.entries.length - 1);
  }

  dropWhile(isGone: (entry: T) => boolean): void {
    for (let top = this.entries[0]; top !== undefined && isGone(top); top = this.entries[0]) this.pop();
  }

  keep(isThere: (entry: T) => boolean): void {
    this.entries = this.entries.filter(isThere);
    for (let i = (this.entries.length >> 1) - 1; i >= 0; i--) this.sink(i);
  }

  /** The first entry that is accepted. Looks no further than it must, and changes nothing. */
  first(accepts: (entry: T) => boolean): T | undefined {
    return this.firstBelow(0, accepts, undefined);
  }

  clone(): Heap<T> {
    return new Heap(this.before, [...this.entries]);
  }

  private firstBelow(i: number, accepts: (entry: T) => boolean, best: T | undefined): T | undefined {
    const entry = this.entries[i];
    if (entry === undefined || (best !== undefined && !this.before(entry, best))) return best;
    if (accepts(entry)) return entry;
    return this.firstBelow(2 * i + 2, accepts, this.firstBelow(2 * i + 1, accepts, best));
  }

  private pop(): void {
    const last = this.entries.pop();
    if (last === undefined || this.entries.length === 0) return;
    this.entries[0] = last;
    this.sink(0);
  }

  private rise(from: number): void {
    let i = from;
    while (i > 0 && this.swapWhen(i, (i - 1) >> 1)) i = (i - 1) >> 1;
  }

  private sink(from: number): void {
    let i = from;
    for (;;) {
      const left = 2 * i + 1;
      const child = this.comesBefore(left + 1, left) ? left + 1 : left;
      if (!this.swapWhen(child, i)) return;
      i = child;
    }
  }

  private comesBefore(i: number, j: number): boolean {
    const [a, b] = [this.entries[i], this.entries[j]];
    return a !== undefined && b !== undefined && this.before(a, b);
  }

  /** Swaps a child with its parent where it comes before it. */
  private swapWhen(child: number, parent: number): boolean {
    const [a, b] = [this.entries[child], this.entries[parent]];
    if (a === undefined || b === undefined || !this.before(a, b)) return false;
    this.entries[child] = b;
    this.entries[parent] = a;
    return true;
  }
}
