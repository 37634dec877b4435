import type { Told } from '../amplify/slate/facts.js';
import type { Phase } from '../amplify/slate/slate.js';
import type { Contribution } from '../panel/state.js';
import type { People } from './views.js';

/** What a voter is asked about next; null where they have seen everything. `left`: how many others they have not seen. */
export interface NextCard {
  readonly contributionId: string | null;
  readonly left: number;
  /** As the record has it, and the people in it: a reader may hold only its latest part. */
  readonly contribution: Contribution | null;
  readonly people: People;
}

/** What to put to the panellists next, as the votes have it, and what it does to the voters. For who hosts or moderates. */
export interface SlateView {
  readonly panelId: string;
  readonly at: number;
  /** People who voted on anything. */
  readonly voters: Told;
  /** Too little was voted, or some items were shown far more than others: it may still turn. */
  readonly provisional: boolean;
  /** The suggestion first. */
  readonly seats: readonly SlateSeat[];
  readonly audit: SlateAudit;
}

export interface SlateSeat {
  readonly contributionId: string;
  readonly phase: Phase;
  readonly payers: Told;
  readonly sole: Told;
  readonly newly: Told;
  /** Agreed to in every cluster of voters. A label: it chose nothing. */
  readonly commonGround: boolean;
}

/** The same for every slate, whoever made it. Numbers of people are told in fives, downwards. */
export interface SlateAudit {
  /** The share of voters who support anything that support something here or already posed; 0 to 1, of people in fives. */
  readonly coverage: number;
  /** Null: nobody, or fewer than five. */
  readonly leftOut: { readonly size: Told; readonly contributionId: string } | null;
  /** Groups left out or short of their seats, in seats they could fill: below 1 nobody who could claim one is. */
  readonly alphaJr: number;
  readonly alphaEjrPlus: number;
  /** Null where a seat is worth fewer than five people. */
  readonly violating: number | null;
  /** Per item asked about: for how many it is the only one. */
  readonly sole: readonly { readonly contributionId: string; readonly people: Told }[];
}

/** The audit of a slate made by hand. */
export interface SlateAudited {
  readonly panelId: string;
  readonly audit: SlateAudit;
}

/** Two published questions that say almost the same. */
export interface Likeness {
  readonly one: string;
  readonly other: string;
  /** 0 to 1. */
  readonly likeness: number;
}
