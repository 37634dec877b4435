import { v7 as uuidv7 } from 'uuid';
import { pause, type Voice } from '../cli/crowd/voice.js';

/** So many items are always left for people who want to try the desk. */
const FEWEST = 6;
const MOST = 10;
const LOOK_MS = 1_000;
const READING_MS = 2_500;
const DECLINED = 0.07;

export type DeskVoice = Pick<Voice, 'on' | 'onConnected' | 'ask'>;

/** The demonstration’s moderator: decides what its own crowd says, and leaves the rest to people. */
export class DemoDesk {
  /** The crowd’s own items, oldest first. */
  private readonly items: string[] = [];
  private waiting = 0;
  private leave = FEWEST;

  constructor(
    private readonly voice: DeskVoice,
    private readonly panelId: string,
    private readonly random: () => number,
  ) {
    voice.on('desk', (desk) => (this.waiting = desk.waiting));
    voice.onConnected(() => void this.open().catch(() => undefined));
  }

  expect(contributionId: string): void {
    this.items.push(contributionId);
  }

  /** Until the signal aborts: then it rejects. */
  async work(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pause(LOOK_MS, signal);
      // What is held while being read still waits: one more than are left.
      if (this.waiting <= this.leave) continue;
      const contributionId = this.items.shift();
      if (contributionId) await this.decide(contributionId, signal);
      this.leave = FEWEST + Math.floor(this.random() * (MOST - FEWEST));
    }
  }

  private async open(): Promise<void> {
    const desk = await this.voice.ask('openDesk', { panelId: this.panelId });
    if (desk.ok) this.waiting = desk.value.waiting;
  }

  /** Somebody else may have been quicker: then it is theirs. */
  private async decide(contributionId: string, signal: AbortSignal): Promise<void> {
    const about = () => ({ intentId: uuidv7(), panelId: this.panelId, contributionId });
    const taken = await this.voice.ask('take', about());
    if (!taken.ok) return;

    await pause(READING_MS + this.random() * READING_MS, signal);
    if (this.random() < DECLINED) await this.voice.ask('decline', { ...about(), ruleId: 'no-repetition', note: NOTE });
    else await this.voice.ask('publish', about());
  }
}

const NOTE = 'Declined by the demonstration, to show what an author is told and how to answer it.';
