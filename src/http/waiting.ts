import { Injectable } from '@nestjs/common';

/** Tabs of one person, phones behind one address, and connections of this process that may wait at the same time. */
const PER_PERSON = 6;
const PER_ADDRESS = 200;
const IN_ALL = 5_000;

/** Who waits in long polls. Nobody waits through a drain: they are answered at once and ask another process. */
@Injectable()
export class Waiting {
  private readonly counts = new Map<string, number>();
  private readonly ends = new Set<AbortController>();
  private over = false;

  get isOver(): boolean {
    return this.over;
  }

  /** Takes a place in line, or null when there is none for them. `leave` must be called, once. */
  enter(who: string): { readonly signal: AbortSignal; readonly end: () => void; readonly leave: () => void } | null {
    const count = this.counts.get(who) ?? 0;
    if (count >= (who.startsWith('person:') ? PER_PERSON : PER_ADDRESS) || this.ends.size >= IN_ALL) return null;

    const controller = new AbortController();
    if (this.over) controller.abort();
    this.counts.set(who, count + 1);
    this.ends.add(controller);
    return { signal: controller.signal, end: () => controller.abort(), leave: () => this.leave(who, controller) };
  }

  get size(): number {
    return this.ends.size;
  }

  /** Answers everybody now and lets nobody wait any more. */
  endAll(): void {
    this.over = true;
    for (const controller of this.ends) controller.abort();
  }

  private leave(who: string, controller: AbortController): void {
    if (!this.ends.delete(controller)) return;
    const count = (this.counts.get(who) ?? 1) - 1;
    if (count > 0) this.counts.set(who, count);
    else this.counts.delete(who);
  }
}
