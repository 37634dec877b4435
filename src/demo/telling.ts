import type { Choice } from '../../domain/panel/events.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { ImportedSeat } from '../identity/seats.js';
import type { Chronicle } from './chronicle.js';
import { Course, seatOf, type Telling } from './course.js';
import { ToldDesk } from './told-desk.js';
import { tellFloor } from './told-floor.js';
import type { Answered, Line, Renderings, Story } from './story.js';

/** People who listen and vote and say nothing. */
const LISTENERS = 14;
const TALLY_EVERY_S = 90;

/** Turns a story into the history of a panel, step by step in the order of time. */
export function tell(story: Story, telling: Telling): Chronicle {
  return new Teller(new Course(story, telling)).tell();
}

/** The seats of everybody who has a name in it. */
export function seatsIn({ cast }: Story, panelId: string): readonly ImportedSeat[] {
  return Object.entries(cast).map(([key, { name, role }]) => ({
    seat: seatOf(panelId, key),
    name,
    role,
    affiliation: 'demo',
  }));
}

class Teller {
  private readonly voters: readonly Actor[];
  private readonly desk: ToldDesk;
  private readonly threads = new Map<string, string>();
  private readonly said = new Map<string, string>();
  private readonly lines = new Map<string, Line>();

  constructor(private readonly course: Course) {
    const { panelId } = course.telling;
    const listeners = Array.from({ length: LISTENERS }, (_, i): Actor => ({
      seat: seatOf(panelId, `listener ${i}`),
      roles: ['participant'],
    }));
    this.voters = [...course.everybody, ...listeners];
    this.desk = new ToldDesk(course, {
      lineOf: (contributionId) => this.lineOf(contributionId),
      left: () => [...this.lines].filter(([, { outcome }]) => outcome === 'wait').map(([id]) => id),
      onPublished: (contributionId, line) => this.published(contributionId, line),
    });
  }

  tell(): Chronicle {
    const { course } = this;
    const { lines, lasts } = course.story;
    this.open();
    for (const line of lines) this.plan(line);
    tellFloor(course, (key) => this.threads.get(key) ?? '');
    for (let at = TALLY_EVERY_S; at < lasts; at += TALLY_EVERY_S) course.at(at, () => this.tally());
    course.play(lasts);
    this.end();
    return course.chronicle;
  }

  private open(): void {
    const { course } = this;
    const { title, description, languages, threads, groups } = course.story;
    const { forumId } = course.telling;
    course.now = -600;
    course.does('host', 'draftPanel', { forumId, title, description, languages });
    course.does('host', 'setQueue', { groups });
    for (const { key, ...thread } of threads) {
      this.threads.set(key, course.does('host', 'openThread', thread).threadId);
    }
    course.now = 0;
    course.does('host', 'openPanel', {});
  }

  private end(): void {
    const { course } = this;
    this.tally();
    if (!course.telling.over) return;
    course.does('host', 'closePanel', {});
    course.now += 60;
    course.does('host', 'archivePanel', {});
  }

  private tally(): void {
    this.course.chronicle.tally(this.course.time(this.course.now));
  }

  private plan(line: Line): void {
    this.course.at(line.at, () => this.submit(line));
    if (line.outcome !== 'wait') this.desk.plan(line.at + (line.after ?? 20 + ((line.at * 7) % 23)));
  }

  private submit(line: Line): void {
    const { by, thread, to, kind, text, lang, shown, as } = line;
    const { contributionId } = this.course.does(by, 'submit', {
      threadId: this.threads.get(thread) ?? '',
      ...(to === undefined ? {} : { parentId: this.idOf(to) }),
      kind: kind ?? (to === undefined ? 'comment' : 'reply'),
      text,
      lang,
      ...(shown && { attribution: shown }),
    });
    this.lines.set(contributionId, line);
    if (as !== undefined) this.said.set(as, contributionId);
  }

  /** What follows from standing in the record. */
  private published(contributionId: string, line: Line): void {
    const { course } = this;
    if (line.pinned) course.in(5, () => course.does('host', 'pin', { contributionId }));
    this.vote(contributionId, line);
    this.render(contributionId, line.renderings);
    if (line.posed) this.pose(contributionId, line.posed);
  }

  private pose(contributionId: string, { to, answers }: NonNullable<Line['posed']>): void {
    const { course } = this;
    const respondents = to.map((who) => course.actor(who).seat ?? '');
    const answerBy = course.time(course.now + 1_200);
    course.in(30, () => course.does('host', 'pose', { contributionId, respondents, answerBy }));
    for (const answer of answers) course.in(30 + answer.after, () => this.answer(contributionId, answer));
  }

  private answer(question: string, { by, lang, text, renderings }: Answered): void {
    const { contributionId } = this.course.does(by, 'answer', { contributionId: question, text, lang });
    this.render(contributionId, renderings);
  }

  private vote(contributionId: string, { by, votes: [agree, pass, disagree] = [0, 0, 0], at: salt }: Line): void {
    const { course } = this;
    const choices: readonly Choice[] = [
      ...Array<Choice>(agree).fill('agree'),
      ...Array<Choice>(pass).fill('pass'),
      ...Array<Choice>(disagree).fill('disagree'),
    ];
    const others = this.voters.filter((voter) => voter !== course.actor(by));
    choices.forEach((choice, i) => {
      const voter = others[(salt + i) % others.length] ?? course.actor(by);
      course.in(10 + i * 11, () => course.does(voter, 'castVote', { contributionId, choice }));
    });
  }

  private render(contributionId: string, renderings: Renderings = {}): void {
    Object.entries(renderings).forEach(([lang, text], i) => {
      this.course.in(40 + i * 35, () => this.course.does('interpreter', 'render', { contributionId, lang, text }));
    });
  }

  private lineOf(contributionId: string): Line {
    const line = this.lines.get(contributionId);
    if (!line) throw new Error('Nobody in the story said this.');
    return line;
  }

  private idOf(key: string): string {
    const id = this.said.get(key);
    if (id === undefined) throw new Error(`Nothing in the story was called ${key} yet.`);
    return id;
  }
}
