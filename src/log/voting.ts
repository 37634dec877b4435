import type { Choice } from '../../domain/panel/events.js';
import type { Alike } from './likeness.js';
import type { Showing } from './showings.js';

/** What one person last chose on one contribution. Never leaves the server but as a number of people. */
export interface LastVote {
  readonly contributionId: string;
  readonly seat: string;
  readonly choice: Choice;
}

/** Beside the journals: what voters were shown and chose. */
export interface VotingLog {
  seen(panelId: string, seat: string): Promise<readonly string[]>;
  /** How many people each contribution was shown to. */
  shown(panelId: string): Promise<ReadonlyMap<string, number>>;
  show(showings: readonly Showing[]): Promise<void>;
  votesOf(panelId: string, seat: string): Promise<Readonly<Record<string, Choice>>>;
  /** By contribution and seat. */
  lastVotes(panelId: string): Promise<readonly LastVote[]>;
  /** Whether the database compares texts, in every script. */
  canCompare(): Promise<boolean>;
  /** Every pair of `fresh` and one of `all` that is at least so much alike. */
  alike(
    panelId: string,
    among: { readonly all: readonly string[]; readonly fresh: readonly string[] },
    atLeast: number,
  ): Promise<readonly Alike[]>;
}
