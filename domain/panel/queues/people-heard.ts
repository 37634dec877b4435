import type { Claim } from '../../amplify/queue/rule.js';
import type { SeatId } from '../roles.js';

/** What a group had and is owed, for the host’s gauges: disclosed further on, never shown as it is. */
export interface GroupHeard {
  readonly group: string;
  /** People of it who have asked to speak, of all who have. */
  readonly people: number;
  readonly of: number;
  readonly isHeard: boolean;
  readonly turnsOwed: number;
}

/** So many people have spoken between one state and the next: what changed tells of none of them. */
const BETWEEN = 10;

/**
 * Who asked and who spoke, by what they are vouched to count for. Told in states, each taken when ten people more have
 * spoken: whoever watched the figures move with each speech would know what its speaker counts for.
 */
export class PeopleHeard {
  latest: readonly GroupHeard[] | null = null;
  private groups = new Map<SeatId, readonly string[]>();
  private spoken = new Set<SeatId>();
  private since = new Set<SeatId>();

  get isDue(): boolean {
    return this.since.size >= BETWEEN;
  }

  ask(person: SeatId, claims: readonly Claim[]): void {
    const groups = claims.filter(({ attested }) => attested).map(({ group }) => group);
    if (!this.groups.has(person)) this.groups.set(person, groups);
  }

  speak(person: SeatId): void {
    this.spoken.add(person);
    this.since.add(person);
  }

  take(owed: readonly { readonly group: string; readonly turns: number }[]): void {
    this.since = new Set();
    this.latest = owed.map(({ group, turns }) => {
      const members = [...this.groups].filter(([, groups]) => groups.includes(group)).map(([person]) => person);
      const isHeard = members.some((person) => this.spoken.has(person));
      return { group, people: members.length, of: this.groups.size, isHeard, turnsOwed: turns };
    });
  }

  clone(): PeopleHeard {
    const copy = new PeopleHeard();
    copy.latest = this.latest;
    copy.groups = new Map(this.groups);
    copy.spoken = new Set(this.spoken);
    copy.since = new Set(this.since);
    return copy;
  }
}
