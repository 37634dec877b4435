import type { Guest, World } from './world.js';

/** People who talk and a moderator who publishes, over and over, whatever happens to the server meanwhile. */
export class Talk {
  /** What was answered as stored: the id by the text. */
  readonly stored = new Map<string, string>();
  /** Contributions whose publication was answered. */
  readonly published = new Set<string>();
  private readonly everySaid: string[] = [];
  private going = true;
  private readonly loops: readonly Promise<void>[];

  constructor(
    private readonly world: World,
    private readonly guests: readonly Guest[],
  ) {
    this.loops = [...guests.map((guest, i) => this.speak(guest, i)), this.moderate()];
    // Where a test fails before it asks, nobody is left talking; `ends` tells what went wrong.
    for (const loop of this.loops) loop.catch(() => (this.going = false));
  }

  /** Nobody says anything new; resolves when all that was said is answered. */
  async ends(): Promise<void> {
    this.going = false;
    await Promise.all(this.loops);
  }

  get said(): readonly string[] {
    return this.everySaid;
  }

  /** What each author has, by text, as the server tells them. */
  async kept(): Promise<Map<string, string[]>> {
    const kept = new Map<string, string[]>();
    for (const { person } of this.guests) {
      await person.connect();
      const mine = await person.ask('mine', { panelId: this.world.panel.panelId });
      if (!mine.ok) throw new Error(mine.refusal.code);
      for (const { text, contributionId } of mine.value.items) {
        kept.set(text, [...(kept.get(text) ?? []), contributionId]);
      }
      person.disconnect();
    }
    return kept;
  }

  private async speak(guest: Guest, who: number): Promise<void> {
    for (let i = 1; this.going; i++) {
      const text = `Person ${who} says ${i}`;
      this.everySaid.push(text);
      this.stored.set(text, await guest.says(text));
      await pause(25);
    }
  }

  private async moderate(): Promise<void> {
    const { panelId, moderator } = this.world.panel;
    while (this.going) {
      try {
        const { contributionId } = await moderator.does('takeNext', { panelId });
        if (contributionId) {
          await moderator.does('publish', { panelId, contributionId });
          this.published.add(contributionId);
        }
      } catch {
        // Gone, or what was held is held no more: the next round looks again.
        await pause(100);
      }
      await pause(10);
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A generator that gives the same numbers in [0, 1) for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
