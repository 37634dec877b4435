import type { Course } from './course.js';
import type { Declined, HandedOn, Line, Revised } from './story.js';

/** How long a moderator of a story reads, and until another looks again; seconds. */
const READS = 8;
const LOOKS_AFTER = 6;

export interface DeskDeps {
  /** The line an item was told as. */
  readonly lineOf: (contributionId: string) => Line;
  /** Items that are to wait for people. */
  readonly left: () => readonly string[];
  readonly onPublished: (contributionId: string, line: Line) => void;
}

/** The desk of a story: whoever reads takes what the queue hands out next, and decides as its line says. */
export class ToldDesk {
  private readonly reading = new Set<string>();
  private readonly revised = new Set<string>();

  constructor(
    private readonly course: Course,
    private readonly deps: DeskDeps,
  ) {}

  /** A moderator decides at this time; so many times as something is sent, so that in the end all is decided. */
  plan(seconds: number): void {
    this.course.at(seconds - READS, () => this.read('moderator'));
  }

  private read(who: string): void {
    if (this.reading.has(who)) return this.course.in(READS, () => this.read(who));
    const contributionId = this.next(who);
    this.reading.add(who);
    this.course.in(READS, () => {
      this.reading.delete(who);
      this.decide(who, contributionId);
    });
  }

  private decide(who: string, contributionId: string): void {
    const line = this.deps.lineOf(contributionId);
    const { outcome } = line;
    if (typeof outcome !== 'object' || this.revised.has(contributionId)) return this.publish(who, contributionId);
    if ('decline' in outcome) return this.decline(who, contributionId, outcome);
    if ('escalate' in outcome) return this.handOn(who, contributionId, outcome);
    return this.sendBack(who, contributionId, outcome);
  }

  private publish(who: string, contributionId: string): void {
    this.course.does(who, 'publish', { contributionId });
    this.deps.onPublished(contributionId, this.deps.lineOf(contributionId));
  }

  private decline(who: string, contributionId: string, { decline: ruleId, note, again, appeal }: Declined): void {
    const { course } = this;
    course.does(who, 'decline', { contributionId, ruleId, note });
    course.in(LOOKS_AFTER, () => this.expect('second', contributionId));
    course.in(LOOKS_AFTER + READS, () => {
      course.does('second', 'decline', { contributionId, ruleId, note: again });
      if (appeal) this.appeal(contributionId, appeal);
    });
  }

  private appeal(contributionId: string, { after, note, overturned }: NonNullable<Declined['appeal']>): void {
    const { course, deps } = this;
    course.in(after, () => course.does(deps.lineOf(contributionId).by, 'appeal', { contributionId, note }));
    course.in(after + overturned.after, () => {
      this.expect('host', contributionId);
      course.does('host', 'answerAppeal', { contributionId, outcome: 'overturned', answer: overturned.answer });
    });
    course.in(after + overturned.after + READS, () => {
      this.expect('host', contributionId);
      this.publish('host', contributionId);
    });
  }

  private handOn(who: string, contributionId: string, { escalate: note }: HandedOn): void {
    this.course.does(who, 'escalate', { contributionId, note });
  }

  private sendBack(who: string, contributionId: string, { revise: note, again }: Revised): void {
    const { course, deps } = this;
    course.does(who, 'askToRevise', { contributionId, note });
    this.revised.add(contributionId);
    if (!again) return;
    course.in(again.after, () => {
      course.does(deps.lineOf(contributionId).by, 'resubmit', { contributionId, text: again.text });
      this.plan(course.now + 20);
    });
  }

  private expect(who: string, contributionId: string): void {
    const next = this.next(who);
    if (next !== contributionId) throw new Error(`Something else came before what ${who} was to look at.`);
  }

  private next(who: string): string {
    const { contributionId } = this.course.does(who, 'takeNext', { passing: this.deps.left() });
    if (contributionId === null) throw new Error(`Nothing waits for ${who}.`);
    return contributionId;
  }
}
