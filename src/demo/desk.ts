import { v7 as uuidv7 } from 'uuid';
import { pause, type Voice } from '../cli/crowd/voice.js';

/** So many items are always left for people who want to try the desk. */
const FEWEST = 6;
const MOST = 10;
/** How often one more is left for them. */
const SOONEST_MS = 20_000;
const LATEST_MS = 40_000;
const LOOK_MS = 1_000;
const READING_MS = 2_500;
const DECLINED = 0.07;

export type DeskVoice = Pick<Voice, 'on' | 'onConnected' | 'ask'>;

/**
 * The demonstration’s moderator. Decides most of what its own crowd says soon, leaves the rest waiting for people, and what
 * others say to them alone.
 */
export class DemoDesk {
  /** The crowd’s own items, oldest first: those to decide, and those left for people. */
  private fresh: string[] = [];
  private left: string[] = [];
  private waiting = 0;
  private leaveNextAt = 0;

  constructor(
    private readonly voice: DeskVoice,
    private readonly panelId: string,
    private readonly random: () => number,
    /** Another moderator’s: without a second look nothing is declined. */
    private readonly second: Pick<DeskVoice, 'ask'>,
  ) {
    voice.on('desk', (desk) => (this.waiting = desk.waiting));
    voice.onConnected(() => void this.open().catch(() => undefined));
  }

  expect(contributionId: string): void {
    const now = Date.now();
    if (now < this.leaveNextAt) {
      this.fresh.push(contributionId);
      return;
    }
    this.left.push(contributionId);
    this.leaveNextAt = now + SOONEST_MS + this.random() * (LATEST_MS - SOONEST_MS);
  }

  /** Until the signal aborts: then it rejects. */
  async work(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pause(LOOK_MS, signal);
      const contributionId = this.next();
      if (contributionId) await this.decide(contributionId, signal);
    }
  }

  /** What is held while being read still waits: one more than are left. */
  private next(): string | undefined {
    if (this.waiting > MOST) return this.left.shift() ?? this.fresh.shift();
    if (this.waiting > FEWEST) return this.fresh.shift();
    this.left.push(...this.fresh);
    this.fresh = [];
    return undefined;
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
    if (this.random() >= DECLINED) {
      await this.voice.ask('publish', about());
      return;
    }
    await this.voice.ask('decline', { ...about(), ruleId: 'no-repetition', note: NOTE });
    const looking = await this.second.ask('take', about());
    if (!looking.ok) return;
    await pause(READING_MS, signal);
    await this.second.ask('decline', { ...about(), ruleId: 'no-repetition', note: NOTE });
  }
}

const NOTE = 'Declined by the demonstration, to show what an author is told and how to answer it.';
