/** How many of something costly run at once: by one, and by all together. */
export class Busy {
  private readonly counts = new Map<string, number>();
  private running = 0;

  constructor(private readonly most: { readonly each: number; readonly all: number }) {}

  /** How to leave again, or null when there is no room. */
  enter(who: string): (() => void) | null {
    const count = this.counts.get(who) ?? 0;
    if (count >= this.most.each || this.running >= this.most.all) return null;

    this.counts.set(who, count + 1);
    this.running++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.running--;
      const rest = (this.counts.get(who) ?? 1) - 1;
      if (rest > 0) this.counts.set(who, rest);
      else this.counts.delete(who);
    };
  }
}
