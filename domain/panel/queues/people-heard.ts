import { mayShowGroup } from '../../amplify/disclosure/disclosure.js';
import type { Claim } from '../../amplify/queue/rule.js';
import type { SeatId } from '../roles.js';

/** What a group had and is owed, for the host’s gauges: disclosed further on, never shown as it is. */
export interface GroupHeard {
  readonly group: string;
  /** People of it who have asked, of all who have. */
  readonly people: number;
  readonly of: number;
  readonly isHeard: boolean;
  readonly turnsOwed: number;
}

/** A group that somebody counts for, for their own eyes: what it is owed where that may be told, else null. */
export interface OwedTo {
  readonly group: string;
  readonly turns: number | null;
}

export type Owed = readonly { readonly group: string; readonly turns: number }[];

/** Figures that move while people watch are told of groups of so many people and more, and where as many are not of it. */
const PEOPLE_MIN = 10;
/** So many people have had a turn between one state and the next: what changed tells of none of them. */
const STATES = [5, 10] as const;

export type Every = (typeof STATES)[number];

/**
 * Who asked and who had a turn, by what they are vouched to count for. Told in states, each taken when five or ten people
 * more have had one: whoever watched the figures move with each turn would know what its person counts for.
 */
export class PeopleHeard {
  private readonly groups = new Map<SeatId, readonly string[]>();
  private readonly heard = new Set<SeatId>();
  private readonly since = new Map<Every, ReadonlySet<SeatId>>();
  private readonly states = new Map<Every, readonly GroupHeard[]>();

  ask(person: SeatId, claims: readonly Claim[]): void {
    const groups = claims.filter(({ attested }) => attested).map(({ group }) => group);
    if (!this.groups.has(person)) this.groups.set(person, groups);
  }

  /** `owed`: what every group is owed afterwards. */
  hear(person: SeatId, owed: () => Owed): void {
    this.heard.add(person);
    for (const every of STATES) {
      const since = new Set(this.since.get(every)).add(person);
      const isDue = since.size >= every;
      this.since.set(every, isDue ? new Set() : since);
      if (isDue) this.states.set(every, this.state(owed()));
    }
  }

  /** As it was when the last so many people more had had a turn; null before. */
  latest(every: Every): readonly GroupHeard[] | null {
    return this.states.get(every) ?? null;
  }

  /** What these groups are owed: of large ones, in half turns, as of the latest ten. */
  owedTo(groups: readonly string[]): readonly OwedTo[] {
    return groups.map((group) => {
      const known = this.latest(10)?.find((one) => one.group === group);
      const turns = known && mayTell(known) ? halfTurns(known.turnsOwed) : 0;
      return { group, turns: turns > 0 ? turns : null };
    });
  }

  private state(owed: Owed): readonly GroupHeard[] {
    return owed.map(({ group, turns }) => {
      const members = [...this.groups].filter(([, groups]) => groups.includes(group)).map(([person]) => person);
      const isHeard = members.some((person) => this.heard.has(person));
      return { group, people: members.length, of: this.groups.size, isHeard, turnsOwed: turns };
    });
  }
}

/** Whether figures of this group may be told while people watch. */
export function mayTell({ people, of }: GroupHeard): boolean {
  return mayShowGroup(people, of, PEOPLE_MIN);
}

export function halfTurns(turns: number): number {
  return Math.round(turns * 2) / 2;
}
