/** A group with a guaranteed minimum share of the turns. */
export interface Group {
  readonly id: string;
  /** Guaranteed minimum share, basis points. */
  readonly floor: number;
  /** How much what is owed counts against other groups; 1 unless said. */
  readonly weight?: number;
}

/** What a person says they belong to; attested when accreditation or a focal point vouches for it. */
export interface Claim {
  readonly group: string;
  readonly attested: boolean;
}

export interface QueueRule {
  readonly groups: readonly Group[];
  /** R: every so many places one goes to the longest wait; null: never. */
  readonly every: number | null;
  /** κ: so many turns more than the least heard of those waiting somebody may have had and be preferred for a group. */
  readonly newcomerGuard: number;
  /** θ: a group counts once it is owed so many turns. */
  readonly owedFrom: number;
  /** K: turns owed beyond this add nothing; what an absent group gathers stops here. */
  readonly owedAtMost: number;
  /** s: the part of a floor that may be filled by people nobody vouches for, 0 to 1. */
  readonly selfDeclared: number;
  /** M: minutes of waiting that every turn had takes off. */
  readonly minutesPerTurn: number;
  /** A group of whom nobody waits gathers what it is owed, up to K. */
  readonly absentAccrual: boolean;
}

export const DEFAULT_RULE: QueueRule = {
  groups: [],
  every: 4,
  newcomerGuard: 1,
  owedFrom: 0.5,
  owedAtMost: 3,
  selfDeclared: 0,
  minutesPerTurn: 30,
  absentAccrual: true,
};

/** How a turn came about. */
export type Lane = 'seniority' | 'equity' | 'override';

/** Why the queue chose somebody. */
export type Reason = 'WAITED_LONGEST' | 'BALANCE' | 'FIRST_VOICE' | 'IN_TURN';

export interface Chosen {
  readonly person: string;
  readonly item: string;
  readonly lane: Lane;
  readonly reason: Reason;
}
