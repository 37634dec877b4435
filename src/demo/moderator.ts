import { v7 as uuidv7 } from 'uuid';
import type { DeskItem, DeskView, MineItem } from '../../domain/wire/views.js';
import type { Voice } from '../cli/crowd/voice.js';

export type DeskVoice = Pick<Voice, 'on' | 'onConnected' | 'ask'>;

/** What the crowd itself sent. */
export interface OwnWords {
  /** Resolves once whatever is being sent at this moment is known. */
  settled(): Promise<unknown>;
  /** As its author sees it; null for what somebody else sent. */
  find(contributionId: string): Promise<MineItem | null>;
  /** What a moderator would not let stand, and another one may have to look at. */
  lookedAt(): Promise<readonly string[]>;
}

export interface Read {
  readonly item: DeskItem;
  /** Somebody would not let it stand already, and another moderator has to look. */
  readonly again: boolean;
}

/** What one act may pass over. */
const PASSING_MAX = 50;
const NOTE = 'Declined by the demonstration, to show what an author is told and how to answer it.';

/**
 * A moderator of the demonstration, who takes what the queue hands out next. What is not of the crowd they give back as
 * somebody who may not judge it: its author keeps place and wait, and nothing of theirs comes to this moderator again.
 */
export class DemoModerator {
  private passing: readonly string[] = [];

  constructor(
    private readonly voice: DeskVoice,
    private readonly panelId: string,
    private readonly own: OwnWords,
  ) {}

  watch(see: (desk: DeskView) => unknown): void {
    this.voice.on('desk', see);
    this.voice.onConnected(
      () =>
        void this.desk()
          .then((desk) => desk && see(desk))
          .catch(() => undefined),
    );
  }

  /** The next that is theirs to decide, held from now on; null where nothing is. */
  async next(): Promise<Read | null> {
    for (;;) {
      const { panelId, passing } = this;
      const taken = await this.voice.ask('takeNext', { intentId: uuidv7(), panelId, passing });
      const contributionId = taken.ok ? taken.value.contributionId : null;
      if (contributionId === null) return null;

      await this.own.settled();
      const [sent, desk] = [await this.own.find(contributionId), await this.desk()];
      const item = desk?.held.find((held) => held.contributionId === contributionId);
      if (!item) return null;
      if (sent && !item.escalation) return { item, again: sent.secondLook || !STILL_WAITS.includes(sent.standing) };
      await (sent ? this.pass(item) : this.voice.ask('recuse', this.about(item)));
    }
  }

  /** By name; null for what is not theirs to look at. */
  async take(contributionId: string): Promise<DeskItem | null> {
    const { panelId } = this;
    const taken = await this.voice.ask('take', { intentId: uuidv7(), panelId, contributionId });
    const desk = taken.ok ? await this.desk() : null;
    return desk?.held.find((held) => held.contributionId === contributionId) ?? null;
  }

  /** Leaves to others what is held, for good. */
  private async pass(item: DeskItem): Promise<void> {
    this.passing = [...this.passing, item.contributionId].slice(-PASSING_MAX);
    await this.voice.ask('release', this.about(item));
  }

  async publish(item: DeskItem): Promise<void> {
    await this.voice.ask('publish', this.about(item));
  }

  async decline(item: DeskItem): Promise<void> {
    await this.voice.ask('decline', { ...this.about(item), ruleId: 'no-repetition', note: NOTE });
  }

  private async desk(): Promise<DeskView | null> {
    const desk = await this.voice.ask('openDesk', { panelId: this.panelId });
    return desk.ok ? desk.value : null;
  }

  private about({ contributionId }: DeskItem) {
    return { intentId: uuidv7(), panelId: this.panelId, contributionId };
  }
}

const STILL_WAITS: readonly MineItem['standing'][] = ['waiting', 'review'];
