import { AmplifyQueue, type Claim, type QueueRule, type Turn } from '../queue.js';
import { MILLI } from '../units.js';
import { Played } from './schedules.js';

interface Wait {
  readonly person: string;
  readonly turns: number;
  readonly seniority: number;
  readonly number: number;
  readonly since: number;
  /** Those who came before in the line of people, itself included; later ones who pass it are added. */
  rank: number;
  /** How often others were served meanwhile, and the turns they had when it began. */
  readonly served: Map<string, number>;
  readonly had: ReadonlyMap<string, number>;
}

const MINUTE_MS = 60_000;

/** Keeps, beside the queue, the line of people as it would be by seniority alone, and notes what no wait may meet. */
export class LineOfPeople extends Played {
  /** One sentence a wait that was longer than R times its rank. */
  readonly tooLong: string[] = [];
  /** One sentence a person who was served too often before somebody who waits. */
  readonly crowding: string[] = [];
  private open: Wait[] = [];
  private begun = 0;

  constructor(private readonly rule: QueueRule) {
    super(new AmplifyQueue(rule));
  }

  override submit(person: string, item: string, at: number, claims: readonly Claim[]): void {
    const waits = this.queue.readyOf(person) !== null;
    super.submit(person, item, at, claims);
    if (!waits) this.begins(person);
  }

  /** Whoever still waits must not have waited too long either. */
  ends(): this {
    for (const wait of this.open) this.judge(wait);
    return this;
  }

  protected override had(turn: Turn): void {
    const served = this.open.find(({ person }) => person === turn.person);
    this.open = this.open.filter((wait) => wait !== served);
    if (served && turn.lane !== 'override') this.judge(served);
    for (const wait of this.open) {
      if (turn.lane !== 'override') wait.served.set(turn.person, (wait.served.get(turn.person) ?? 0) + 1);
      this.judgeCrowding(wait, turn.person);
    }
    super.had(turn);
    if (this.queue.readyOf(turn.person) !== null) this.begins(turn.person);
  }

  private begins(person: string): void {
    const turns = this.queue.turnsOf(person);
    const seniority = (this.queue.readyOf(person) ?? 0) + turns * this.rule.minutesPerTurn * MINUTE_MS;
    const number = this.begun++;
    for (const other of this.open) if (seniority < other.seniority) other.rank += 1;
    this.open.push({
      ...{ person, turns, seniority, number, since: this.queue.selections, served: new Map() },
      rank: 1 + this.open.filter((other) => other.seniority <= seniority).length,
      had: new Map(Array.from({ length: 9 }, (_, i) => [`p${i}`, this.queue.turnsOf(`p${i}`)])),
    });
  }

  private judge({ person, rank, since }: Wait): void {
    const { every } = this.rule;
    const waited = this.queue.selections - since;
    if (every !== null && waited > every * rank) this.tooLong.push(`${person} waited ${waited}, rank ${rank}`);
  }

  private judgeCrowding(wait: Wait, person: string): void {
    const { newcomerGuard } = this.rule;
    const most = Math.max(1, newcomerGuard + wait.turns + 2 - (wait.had.get(person) ?? 0));
    const times = wait.served.get(person) ?? 0;
    if (times > most) this.crowding.push(`${person} was served ${times} times before ${wait.person}`);
  }
}

/** A tolerance for parts of a floor, which are compared as fractions. */
export function mostBoosted(selfDeclared: number, floor: number, turns: number): number {
  const due = (floor * turns) / (10_000 * MILLI);
  return Math.ceil(selfDeclared * Math.max(due, 1) - 1e-9) * MILLI;
}
