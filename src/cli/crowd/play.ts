import { setMaxListeners } from 'node:events';
import { v7 as uuidv7 } from 'uuid';
import { CHOICES, IMPORTED_RULE } from '../polis/panel.js';
import type { Polis, PolisComment, PolisVote } from '../polis/read.js';
import { LANGUAGE } from '../polis/words.js';
import { Gate } from './gate.js';
import { type Cue, type Speed, scriptOf } from './pace.js';
import { type Promised, promised } from './promised.js';
import { granted, pause, type Voice } from './voice.js';
import { Voices } from './voices.js';

export interface Stage {
  readonly panelId: string;
  readonly threadId: string;
  readonly moderator: (signal: AbortSignal) => Voice;
  readonly connect: (person: number, signal: AbortSignal) => Voice;
  readonly onProgress: (done: number, all: number) => void;
}

export interface Played {
  readonly published: number;
  readonly declined: number;
  readonly pending: number;
  /** Votes that cannot be cast live: what they are about was never published. */
  readonly skippedVotes: number;
  /** Contributions the server acknowledged. */
  readonly acknowledged: number;
}

/** At once: sockets of people other than the moderator, and doings under way. */
const SOCKETS = 200;
const UNDER_WAY = 192;

/**
 * Plays a conversation into an open panel. One person’s contributions keep their order, and so do their votes on one thing
 * and the moderator’s decisions; a vote is cast once what it is about is published. Rejects with the first thing that went
 * wrong.
 */
export async function play(polis: Polis, speed: Speed, stage: Stage): Promise<Played> {
  const performance = new Performance(polis, speed, stage);
  return performance.run();
}

class Performance {
  private readonly stopping = new AbortController();
  private readonly submitted: ReadonlyMap<number, Promised<string>>;
  /** The contribution’s id where it was published, else null. */
  private readonly decided: ReadonlyMap<number, Promised<string | null>>;
  private readonly gate = new Gate(UNDER_WAY);
  private readonly voices: Voices;
  private readonly moderator: Voice;
  /** How much each person has still to do. */
  private readonly left = new Map<number, number>();
  /** The end of what is under way, by what must not overtake it. */
  private readonly turns = new Map<string, Promise<void>>();
  private readonly sum = { published: 0, declined: 0, pending: 0, skippedVotes: 0, acknowledged: 0 };

  constructor(
    private readonly polis: Polis,
    private readonly speed: Speed,
    private readonly stage: Stage,
  ) {
    this.submitted = new Map(polis.comments.map(({ id }) => [id, promised<string>()]));
    this.decided = new Map(polis.comments.map(({ id }) => [id, promised<string | null>()]));
    this.voices = new Voices((person) => stage.connect(person, this.stopping.signal), SOCKETS);
    setMaxListeners(0, this.stopping.signal);
    this.moderator = stage.moderator(this.stopping.signal);
  }

  async run(): Promise<Played> {
    try {
      await Promise.all([this.people(), this.moderation().catch((fault: unknown) => this.stop(fault))]);
      this.stopping.signal.throwIfAborted();
      return this.sum;
    } finally {
      this.voices.closeAll();
      this.moderator.close();
    }
  }

  private async people(): Promise<void> {
    const script = scriptOf(this.polis, this.speed);
    for (const { cue } of script) this.left.set(cue.person, (this.left.get(cue.person) ?? 0) + 1);

    const { signal } = this.stopping;
    const started = Date.now();
    let done = 0;
    for (const { cue, after } of script) {
      const early = started + after - Date.now();
      if (early > 0) await pause(early, signal).catch(() => undefined);
      await this.gate.enter();
      if (signal.aborted) break;

      const key = turnOf(cue);
      const turn = (this.turns.get(key) ?? Promise.resolve())
        .then(() => this.take(cue))
        .catch((fault: unknown) => this.stop(fault))
        .finally(() => {
          if (this.turns.get(key) === turn) this.turns.delete(key);
          this.gate.leave();
          this.stage.onProgress(++done, script.length);
        });
      this.turns.set(key, turn);
    }
    await Promise.all(this.turns.values());
  }

  private async take(cue: Cue): Promise<void> {
    this.stopping.signal.throwIfAborted();
    if (cue.type === 'speak') await this.speak(cue.comment);
    else await this.vote(cue.vote);
    const left = (this.left.get(cue.person) ?? 1) - 1;
    this.left.set(cue.person, left);
    if (left === 0) this.voices.close(cue.person);
  }

  private async speak({ id, author, text }: PolisComment): Promise<void> {
    const { panelId, threadId } = this.stage;
    const said = { intentId: uuidv7(), panelId, threadId, kind: 'comment', text, lang: LANGUAGE } as const;
    const reply = await this.voices.use(author, (voice) => voice.ask('submit', said));
    const { contributionId } = granted(reply, `Comment ${id} was not accepted`);
    this.sum.acknowledged++;
    this.submitted.get(id)?.keep(contributionId);
  }

  private async vote({ comment, voter, vote }: PolisVote): Promise<void> {
    const contributionId = await this.decided.get(comment)?.promise;
    if (!contributionId) {
      this.sum.skippedVotes++;
      return;
    }
    const cast = { intentId: uuidv7(), panelId: this.stage.panelId, contributionId, choice: CHOICES[vote] };
    granted(
      await this.voices.use(voter, (voice) => voice.ask('castVote', cast)),
      `A vote on comment ${comment} was not accepted`,
    );
  }

  /** One after another, in the order of the export: so the record has the order it had. */
  private async moderation(): Promise<void> {
    for (const { id, moderated } of this.polis.comments) {
      const contributionId = await this.submitted.get(id)?.promise;
      if (contributionId === undefined) continue;
      await this.decide(contributionId, moderated);
      this.decided.get(id)?.keep(moderated === 1 ? contributionId : null);
    }
  }

  private async decide(contributionId: string, moderated: PolisComment['moderated']): Promise<void> {
    if (moderated === 0) {
      this.sum.pending++;
      return;
    }
    const about = () => ({ intentId: uuidv7(), panelId: this.stage.panelId, contributionId });
    granted(await this.moderator.ask('take', about()), 'The moderator could not take an item');
    if (moderated === 1) {
      granted(await this.moderator.ask('publish', about()), 'The moderator could not publish');
      this.sum.published++;
    } else {
      granted(
        await this.moderator.ask('decline', { ...about(), ruleId: IMPORTED_RULE.id }),
        'The moderator could not decline',
      );
      this.sum.declined++;
    }
  }

  /** Nobody may wait for what will not come. */
  private stop(fault: unknown): void {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort(fault);
    for (const waited of [...this.submitted.values(), ...this.decided.values()]) waited.breakOff(fault);
  }
}

function turnOf(cue: Cue): string {
  return cue.type === 'speak' ? `speaks ${cue.person}` : `votes ${cue.person} ${cue.vote.comment}`;
}
