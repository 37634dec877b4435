import { Heap } from './heap.js';
import type { Profile } from './profile.js';

/** A person who waits, with the head of their own list. Never changed: another one takes its place. */
export interface Contender {
  readonly person: string;
  readonly item: string;
  readonly profile: Profile;
  /** Milli-turns had. */
  readonly h: number;
  /** Since when, ms since the epoch. */
  readonly ready: number;
  /** `ready`, later by what every turn had costs. */
  readonly seniority: number;
  /** Settles ties. */
  readonly sq: number;
}

type Accepts = (contender: Contender) => boolean;

interface Cell {
  readonly heap: Heap<Contender>;
  standing: number;
}

/** Below this a heap is not worth sweeping. */
const SMALL = 16;

/**
 * Those who wait, in cells of one profile each: within a cell all are owed the same, so that the least heard of it, and
 * then the longest waiting, speaks for it. One more heap holds all by seniority. An entry that no longer stands falls out
 * of the heaps when it comes to their top.
 */
export class Contenders {
  private readonly standing = new Map<string, Contender>();
  private readonly cells = new Map<string, Cell>();
  private readonly perGroup = new Map<number, number>();
  private seniors = new Heap(isSenior);

  get size(): number {
    return this.standing.size;
  }

  of(person: string): Contender | undefined {
    return this.standing.get(person);
  }

  hasAnyOf(group: number): boolean {
    return (this.perGroup.get(group) ?? 0) > 0;
  }

  /** Puts a person among those who wait, in the place of what stood there for them. */
  put(contender: Contender): void {
    this.remove(contender.person);
    this.standing.set(contender.person, contender);
    this.seniors.push(contender);
    const cell = this.cells.get(contender.profile.key) ?? { heap: new Heap(isHeardLess), standing: 0 };
    cell.heap.push(contender);
    cell.standing += 1;
    this.cells.set(contender.profile.key, cell);
    this.countGroups(contender.profile, 1);
  }

  remove(person: string): void {
    const contender = this.standing.get(person);
    if (!contender) return;
    this.standing.delete(person);
    this.countGroups(contender.profile, -1);
    this.leaveCell(contender.profile.key);
    this.sweep(this.seniors, this.standing.size);
  }

  /** Whoever has waited longest. */
  senior(accepts: Accepts): Contender | undefined {
    return this.seniors.first((contender) => this.stands(contender) && accepts(contender));
  }

  /** Of every cell whoever speaks for it. */
  heads(accepts: Accepts): readonly Contender[] {
    const heads: Contender[] = [];
    for (const { heap } of this.cells.values()) {
      const { top } = heap;
      // Whoever is at the top stands: `sweep` saw to it.
      const head = top && accepts(top) ? top : heap.first((contender) => this.stands(contender) && accepts(contender));
      if (head) heads.push(head);
    }
    return heads;
  }

  clone(): Contenders {
    const copy = new Contenders();
    for (const [person, contender] of this.standing) copy.standing.set(person, contender);
    for (const [key, { heap, standing }] of this.cells) copy.cells.set(key, { heap: heap.clone(), standing });
    for (const [group, count] of this.perGroup) copy.perGroup.set(group, count);
    copy.seniors = this.seniors.clone();
    return copy;
  }

  private stands(contender: Contender): boolean {
    return this.standing.get(contender.person) === contender;
  }

  private leaveCell(key: string): void {
    const cell = this.cells.get(key);
    if (!cell) return;
    cell.standing -= 1;
    if (cell.standing === 0) this.cells.delete(key);
    else this.sweep(cell.heap, cell.standing);
  }

  private sweep(heap: Heap<Contender>, standing: number): void {
    heap.dropWhile((contender) => !this.stands(contender));
    if (heap.size > 2 * standing + SMALL) heap.keep((contender) => this.stands(contender));
  }

  private countGroups({ attested, declared }: Profile, by: number): void {
    for (const groups of [attested, declared]) {
      for (const group of groups) this.perGroup.set(group, (this.perGroup.get(group) ?? 0) + by);
    }
  }
}

/** Fewest turns had, then the longest wait. */
export function isHeardLess(a: Contender, b: Contender): boolean {
  if (a.h !== b.h) return a.h < b.h;
  return a.ready === b.ready ? a.sq < b.sq : a.ready < b.ready;
}

function isSenior(a: Contender, b: Contender): boolean {
  return a.seniority === b.seniority ? a.sq < b.sq : a.seniority < b.seniority;
}
