import type { Choice } from '../../domain/panel/events.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { ImportedSeat } from '../identity/seats.js';
import { uuidOf } from '../cli/polis/ids.js';
import { Chronicle } from './chronicle.js';
import type { Answered, Line, Renderings, Story } from './story.js';

export interface Told {
  readonly chronicle: Chronicle;
  readonly seats: readonly ImportedSeat[];
}

export interface Telling {
  readonly panelId: string;
  readonly forumId: string;
  /** ms since the epoch. */
  readonly openedAt: number;
  /** Whether it is over: closed and archived at its end. */
  readonly over: boolean;
  readonly newId: () => string;
}

/** People who listen and vote and say nothing. */
const LISTENERS = 14;
const TALLY_EVERY_S = 90;

/** Turns a story into the history of a panel, step by step in the order of time. */
export function tell(story: Story, telling: Telling): Told {
  return new Teller(story, telling).tell();
}

interface Step {
  /** Seconds after the opening. */
  readonly at: number;
  readonly take: (at: number) => void;
}

class Teller {
  private readonly chronicle: Chronicle;
  private readonly actors: ReadonlyMap<string, Actor>;
  private readonly voters: readonly Actor[];
  private readonly threads = new Map<string, string>();
  private readonly said = new Map<string, string>();
  private readonly steps: Step[] = [];

  constructor(
    private readonly story: Story,
    private readonly telling: Telling,
  ) {
    const { panelId, newId } = telling;
    // The same seats whenever it is told: who sits there is stored apart from what is told.
    const seat = (key: string) => uuidOf(panelId, 'seat', key);
    this.chronicle = new Chronicle(panelId, newId);
    this.actors = new Map(
      Object.entries(story.cast).map(([key, { role }]) => [key, { seat: seat(key), roles: [role] }]),
    );
    const listeners = Array.from({ length: LISTENERS }, (_, i): Actor => ({
      seat: seat(`listener ${i}`),
      roles: ['participant'],
    }));
    this.voters = [...this.actors.values(), ...listeners];
  }

  tell(): Told {
    this.open();
    for (const line of this.story.lines) this.plan(line);
    for (let at = TALLY_EVERY_S; at < this.story.lasts; at += TALLY_EVERY_S) {
      this.step(at, (now) => this.chronicle.tally(now));
    }
    for (const { at, take } of this.steps.filter((step) => step.at <= this.story.lasts).sort((a, b) => a.at - b.at)) {
      take(this.time(at));
    }
    this.end();
    return { chronicle: this.chronicle, seats: this.seats() };
  }

  private open(): void {
    const { title, description, languages, threads } = this.story;
    const host = this.actor('host');
    const { forumId } = this.telling;
    const before = this.time(-600);
    this.chronicle.does(host, 'draftPanel', { forumId, title, description, languages }, before);
    for (const { key, ...thread } of threads) {
      this.threads.set(key, this.chronicle.does(host, 'openThread', thread, before).threadId);
    }
    this.chronicle.does(host, 'openPanel', {}, this.time(0));
  }

  private end(): void {
    const at = this.time(this.story.lasts);
    this.chronicle.tally(at);
    if (!this.telling.over) return;
    this.chronicle.does(this.actor('host'), 'closePanel', {}, at);
    this.chronicle.does(this.actor('host'), 'archivePanel', {}, at + 60_000);
  }

  private plan(line: Line): void {
    const key = line.as ?? `line ${line.at}`;
    const decided = line.at + (line.after ?? 20 + ((line.at * 7) % 23));
    const about = () => ({ contributionId: this.idOf(key) });
    const moderator = this.actor('moderator');

    this.step(line.at, (at) => this.submit(line, key, at));
    if (line.outcome === 'wait') return;
    this.step(decided - 8, (at) => this.chronicle.does(moderator, 'take', about(), at));

    if (typeof line.outcome === 'object' && 'escalate' in line.outcome) {
      const { escalate: note } = line.outcome;
      this.step(decided, (at) => this.chronicle.does(moderator, 'escalate', { ...about(), note }, at));
      return;
    }
    if (typeof line.outcome === 'object' && 'decline' in line.outcome) {
      const { decline: ruleId, note } = line.outcome;
      this.step(decided, (at) => this.chronicle.does(moderator, 'decline', { ...about(), ruleId, note }, at));
      this.step(decided + 6, (at) => this.chronicle.does(this.actor('host'), 'take', about(), at));
      this.step(decided + 14, (at) =>
        this.chronicle.does(this.actor('host'), 'decline', { ...about(), ruleId, note }, at),
      );
      return;
    }
    if (typeof line.outcome !== 'object') {
      this.publish(line, key, decided);
      return;
    }
    const { revise: note, again } = line.outcome;
    this.step(decided, (at) => this.chronicle.does(moderator, 'askToRevise', { ...about(), note }, at));
    if (!again) return;
    const back = decided + again.after;
    this.step(back, (at) => this.chronicle.does(this.actor(line.by), 'resubmit', { ...about(), text: again.text }, at));
    this.step(back + 12, (at) => this.chronicle.does(moderator, 'take', about(), at));
    this.publish(line, key, back + 20);
  }

  private submit({ by, thread, to, kind, text, lang, shown }: Line, key: string, at: number): void {
    const parent = to === undefined ? {} : { parentId: this.idOf(to) };
    const threadId = this.threads.get(thread) ?? '';
    const said = {
      threadId,
      ...parent,
      kind: kind ?? (to === undefined ? 'comment' : 'reply'),
      text,
      lang,
      ...(shown && { attribution: shown }),
    } as const;
    this.said.set(key, this.chronicle.does(this.actor(by), 'submit', said, at).contributionId);
  }

  /** And what follows from standing in the record. */
  private publish(line: Line, key: string, published: number): void {
    const about = () => ({ contributionId: this.idOf(key) });
    this.step(published, (at) => this.chronicle.does(this.actor('moderator'), 'publish', about(), at));
    if (line.pinned) this.step(published + 5, (at) => this.chronicle.does(this.actor('host'), 'pin', about(), at));
    this.vote(line, key, published);
    this.render(line.renderings, about, published);
    if (!line.posed) return;

    const respondents = line.posed.to.map((who) => this.actor(who).seat ?? '');
    const answerBy = this.time(published + 1_200);
    const posed = () => ({ ...about(), respondents, answerBy });
    this.step(published + 30, (at) => this.chronicle.does(this.actor('host'), 'pose', posed(), at));
    for (const answer of line.posed.answers) this.answer(answer, about, published + 30 + answer.after);
  }

  private answer({ by, lang, text, renderings }: Answered, about: () => { contributionId: string }, at: number): void {
    let answerId = '';
    this.step(at, (now) => {
      answerId = this.chronicle.does(this.actor(by), 'answer', { ...about(), text, lang }, now).contributionId;
    });
    this.render(renderings, () => ({ contributionId: answerId }), at);
  }

  private vote(
    { by, votes: [agree, pass, disagree] = [0, 0, 0], at: salt }: Line,
    key: string,
    published: number,
  ): void {
    const choices: readonly Choice[] = [
      ...Array<Choice>(agree).fill('agree'),
      ...Array<Choice>(pass).fill('pass'),
      ...Array<Choice>(disagree).fill('disagree'),
    ];
    const others = this.voters.filter((voter) => voter !== this.actor(by));
    choices.forEach((choice, i) => {
      const voter = others[(salt + i) % others.length] ?? this.actor(by);
      this.step(published + 10 + i * 11, (at) => {
        this.chronicle.does(voter, 'castVote', { contributionId: this.idOf(key), choice }, at);
      });
    });
  }

  private render(renderings: Renderings = {}, about: () => { contributionId: string }, published: number): void {
    Object.entries(renderings).forEach(([lang, text], i) => {
      const interpreter = this.actor('interpreter');
      this.step(published + 40 + i * 35, (at) =>
        this.chronicle.does(interpreter, 'render', { ...about(), lang, text }, at),
      );
    });
  }

  private seats(): readonly ImportedSeat[] {
    return Object.entries(this.story.cast).map(([key, { name, role }]) => ({
      seat: this.actor(key).seat ?? '',
      name,
      role,
      affiliation: 'demo',
    }));
  }

  private actor(key: string): Actor {
    const actor = this.actors.get(key);
    if (!actor) throw new Error(`Nobody in the story is called ${key}.`);
    return actor;
  }

  private idOf(key: string): string {
    const id = this.said.get(key);
    if (id === undefined) throw new Error(`Nothing in the story was called ${key} yet.`);
    return id;
  }

  private step(at: number, take: (at: number) => unknown): void {
    this.steps.push({ at, take: (now) => void take(now) });
  }

  private time(seconds: number): number {
    return this.telling.openedAt + seconds * 1000;
  }
}
