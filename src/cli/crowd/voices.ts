import { Gate } from './gate.js';
import { Voice } from './voice.js';

interface Open {
  readonly voice: Voice;
  using: number;
}

/**
 * The connections of a crowd: opened when somebody first speaks, closed after their last word, never more than `most` at
 * once. When all are open, whoever has been silent longest gives theirs up and comes back later.
 */
export class Voices {
  /** In order of last use. */
  private readonly open = new Map<number, Open>();
  private readonly gate: Gate;

  constructor(
    private readonly connect: (person: number) => Voice,
    most: number,
  ) {
    this.gate = new Gate(most);
  }

  /** `last`: nothing of this person’s comes after. */
  async use<T>(person: number, last: () => boolean, work: (voice: Voice) => Promise<T>): Promise<T> {
    const held = this.open.get(person) ?? (await this.opened(person));
    held.using++;
    this.open.delete(person);
    this.open.set(person, held);
    try {
      return await work(held.voice);
    } finally {
      held.using--;
      if (held.using === 0 && (last() || this.gate.isAwaited)) this.shut(person);
    }
  }

  get size(): number {
    return this.open.size;
  }

  closeAll(): void {
    for (const person of [...this.open.keys()]) this.shut(person);
  }

  private async opened(person: number): Promise<Open> {
    const idle = [...this.open].find(([, { using }]) => using === 0);
    if (idle && this.gate.isFull) this.shut(idle[0]);
    await this.gate.enter();

    const held = { voice: this.connect(person), using: 0 };
    this.open.set(person, held);
    return held;
  }

  private shut(person: number): void {
    this.open.get(person)?.voice.close();
    if (this.open.delete(person)) this.gate.leave();
  }
}
