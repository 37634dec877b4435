import { Gate } from './gate.js';
import type { Voice } from './voice.js';

/**
 * The connections of a crowd: opened when somebody first speaks, never more than `most` at once. When all are open,
 * whoever has been silent longest gives theirs up and comes back later.
 */
export class Voices {
  /** In order of last use. */
  private readonly open = new Map<number, Voice>();
  private readonly opening = new Map<number, Promise<Voice>>();
  /** How much each person is at right now. */
  private readonly busy = new Map<number, number>();
  private readonly gate: Gate;

  constructor(
    private readonly connect: (person: number) => Voice,
    most: number,
  ) {
    this.gate = new Gate(most);
  }

  async use<T>(person: number, work: (voice: Voice) => Promise<T>): Promise<T> {
    this.busy.set(person, (this.busy.get(person) ?? 0) + 1);
    try {
      return await work(await this.voiceOf(person));
    } finally {
      const left = (this.busy.get(person) ?? 1) - 1;
      if (left > 0) this.busy.set(person, left);
      else this.busy.delete(person);
      if (this.gate.isAwaited) this.close(person);
    }
  }

  /** Unless the person is still at something. */
  close(person: number): void {
    const voice = this.open.get(person);
    if (!voice || this.busy.has(person)) return;
    this.open.delete(person);
    voice.close();
    this.gate.leave();
  }

  closeAll(): void {
    for (const voice of this.open.values()) voice.close();
    this.open.clear();
  }

  private voiceOf(person: number): Promise<Voice> | Voice {
    const voice = this.open.get(person);
    if (!voice) return this.opening.get(person) ?? this.opened(person);
    this.open.delete(person);
    this.open.set(person, voice);
    return voice;
  }

  private opened(person: number): Promise<Voice> {
    const idle = [...this.open.keys()].find((other) => !this.busy.has(other));
    if (idle !== undefined && this.gate.isFull) this.close(idle);

    const opening = this.gate.enter().then(() => {
      const voice = this.connect(person);
      this.open.set(person, voice);
      this.opening.delete(person);
      return voice;
    });
    this.opening.set(person, opening);
    return opening;
  }
}
