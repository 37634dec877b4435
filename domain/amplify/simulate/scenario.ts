/** A group as an organiser expects it. */
export interface ExpectedGroup {
  readonly id: string;
  /** Guaranteed minimum share of the turns, 0.01 to 0.9. */
  readonly floor: number;
  /** The part of the participants that belongs to it, 0 to 1. Groups overlap unless they are of one axis. */
  readonly share: number;
  /** Nobody belongs to two groups of one axis, such as two regions. */
  readonly axis?: string;
  /** Minutes that its people come later than others; 0 unless said. */
  readonly later?: number;
  /** What one of them submits on average; as everybody unless said. */
  readonly items?: number;
}

/** People who act together: one with sixty items, or sixty with one. */
export interface Attack {
  readonly people: number;
  readonly itemsEach: number;
  /** When they come, in minutes. */
  readonly at: number;
  /** Groups they say they belong to; nobody vouches for them. */
  readonly claims?: readonly string[];
}

/** A panel as an organiser expects it: who comes, how much room there is. */
export interface Scenario {
  readonly minutes: number;
  /** People who ask for a turn. */
  readonly participants: number;
  /** Turns there is room for, for each moderator. */
  readonly capacity: number;
  /** Who serve at the same time; 1 on the floor. */
  readonly moderators: number;
  readonly groups: readonly ExpectedGroup[];
  /** What one person submits on average. */
  readonly items?: number;
  /** The part of the turns that the chair gives to anybody who waits, 0 to 1. */
  readonly overrides?: number;
  readonly attack?: Attack;
}
