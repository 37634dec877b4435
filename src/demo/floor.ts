import { v7 as uuidv7 } from 'uuid';
import type { FloorShown } from '../../domain/wire/floor.js';
import { pause, type Voice } from '../cli/crowd/voice.js';

/** So many are waiting at least, visitors among them, and soon; so many at most, after a while. */
const FEWEST = 3;
const MOST = 5;
const LOOK_MS = 1_000;
const SOON_MS = 6_000;
const AFTER_A_WHILE_MS = 45_000;
/** What is pushed may get lost. */
const LOOK_ANEW_MS = 60_000;
/** Nobody uses less or more of a turn. */
const SHORTEST = 0.5;
const LONGEST = 0.95;

export interface FloorSpeaker {
  readonly name: string;
  readonly lang: string;
  readonly voice: Pick<Voice, 'ask'>;
}

export interface FloorDeps {
  readonly panelId: string;
  readonly speakers: readonly FloorSpeaker[];
  readonly look: () => Promise<FloorShown | null>;
  /** What somebody asks to speak about. */
  readonly topic: (lang: string) => { readonly note: string; readonly threadId?: string } | null;
  /** Gives numbers in [0, 1). */
  readonly random: () => number;
}

/**
 * The crowd on the floor: a few always ask to speak. They speak only when somebody gives them the floor, and end by
 * themselves before their time is over.
 */
export class DemoFloor {
  private shown: FloorShown | null = null;
  private lookAt = 0;
  private askAt = 0;
  private ending: { readonly requestId: string; readonly at: number } | null = null;

  constructor(private readonly deps: FloorDeps) {}

  hear(shown: FloorShown): void {
    this.shown = shown;
    this.lookAt = Date.now() + LOOK_ANEW_MS;
  }

  /** Until the signal aborts: then it rejects. */
  async work(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pause(LOOK_MS, signal);
      if (Date.now() >= this.lookAt) await this.look();
      if (!this.shown) continue;
      await this.end(this.shown);
      await this.ask(this.shown);
    }
  }

  private async look(): Promise<void> {
    this.lookAt = Date.now() + LOOK_ANEW_MS;
    const shown = await this.deps.look();
    if (shown) this.hear(shown);
  }

  private async end({ speaking, slotSeconds }: FloorShown): Promise<void> {
    const speaker = speaking && this.deps.speakers.find(({ name }) => name === speaking.who.name);
    if (!speaker) return;
    if (this.ending?.requestId !== speaking.requestId) {
      const part = SHORTEST + this.deps.random() * (LONGEST - SHORTEST);
      this.ending = { requestId: speaking.requestId, at: speaking.at + part * slotSeconds * 1_000 };
    }
    if (Date.now() < this.ending.at) return;
    const { requestId } = speaking;
    await speaker.voice.ask('endSpeech', { intentId: uuidv7(), panelId: this.deps.panelId, requestId });
    await this.look();
  }

  private async ask({ open, waiting, speaking }: FloorShown): Promise<void> {
    if (!open || waiting >= MOST) {
      this.askAt = 0;
      return;
    }
    const now = Date.now();
    if (this.askAt === 0) this.askAt = now + AFTER_A_WHILE_MS * (0.5 + this.deps.random());
    if (waiting < FEWEST) this.askAt = Math.min(this.askAt, now + SOON_MS);
    if (now < this.askAt) return;

    this.askAt = 0;
    const { speakers, random, panelId, topic } = this.deps;
    const others = speakers.filter(({ name }) => name !== speaking?.who.name);
    const speaker = others[Math.floor(random() * others.length)];
    if (!speaker) return;
    // Whoever waits already is refused, and somebody else asks later.
    await speaker.voice.ask('askToSpeak', { intentId: uuidv7(), panelId, kind: 'topic', ...topic(speaker.lang) });
    await this.look();
  }
}
