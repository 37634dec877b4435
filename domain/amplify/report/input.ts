import type { Duration } from '../parity/log-rank.js';

/** What a report is computed from. It tells who belongs where, so it never leaves the server and is kept nowhere. */
export interface ReportInput {
  /** What a turn was: time to speak, or the attention of a moderator. */
  readonly turnsAre: 'floor' | 'desk';
  readonly groups: readonly ReportGroup[];
  /** By a key that means nothing outside this panel. */
  readonly people: ReadonlyMap<string, ReportPerson>;
  /** Turns given out of order by the chair, and all turns. */
  readonly overrides: number;
  readonly selections: number;
  readonly posed: readonly PosedAfter[];
}

export interface ReportGroup {
  readonly id: string;
  readonly title: string;
  /** Guaranteed share, basis points. */
  readonly floor: number | null;
  /** Groups of one axis have no member in common; null: its members may be in any other. */
  readonly axis: string | null;
  /** Shown only from ten people on. */
  readonly sensitive: boolean;
  /** Turns owed to it when the panel ended. */
  readonly owed: number | null;
}

export interface ReportPerson {
  readonly groups: readonly string[];
  /** For a turn: what is published without waiting asks for none. */
  readonly asked: boolean;
  readonly turns: number;
  readonly seconds: number;
  /** Until the first turn, or, for who had none, until they took it back or the panel ended. */
  readonly firstWait: Duration | null;
  /** In the order in which they were sent; as first decided, whatever an appeal changed. */
  readonly decisions: readonly PersonDecision[];
  /** What became of each appeal. */
  readonly appeals: readonly AppealOutcome[];
}

export interface PersonDecision {
  readonly threadId: string;
  readonly outcome: 'published' | 'declined' | 'pending';
  /** From sending to the decision, or, pending, to its withdrawal or the end of the panel. */
  readonly ms: number;
}

export const APPEAL_OUTCOMES = ['confirmed', 'modified', 'overturned', 'open'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** How the slate stood once this question had been put to the panel. */
export interface PosedAfter {
  /** Share of the voters with any support who support something posed so far. */
  readonly coverage: number;
  readonly alphaJR: number;
  /** Supporters of the one question not posed whose supporters support nothing posed. */
  readonly leftOut: number;
}
