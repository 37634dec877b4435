import type { Audit } from './audit.js';
import type { Phase, Seat } from './slate.js';

/** A number of people as it may be shown: few enough to be guessed by name are not counted out. */
export type Told = { readonly count: number } | { readonly fewerThan: number };

/** What a moderator is told about a seat; the words are the interface’s. */
export interface SeatFacts {
  readonly item: number;
  readonly phase: Phase;
  readonly payers: Told;
  readonly sole: Told;
  readonly newly: Told;
  /** The largest group left out by the whole slate. Null: nobody is. */
  readonly leftOut: { readonly size: Told; readonly item: number } | null;
}

export const COUNTED_FROM = 5;

export function told(people: number): Told {
  return people < COUNTED_FROM ? { fewerThan: COUNTED_FROM } : { count: people };
}

/**
 * In fives, downwards: sums and differences of what was told of several slates never come down to fewer than five people.
 */
export function roughly(people: number): Told {
  return told(inFives(people));
}

export function inFives(people: number): number {
  return people - (people % COUNTED_FROM);
}

export function factsOf({ item, phase, payers, sole, newly }: Seat, { leftOut }: Pick<Audit, 'leftOut'>): SeatFacts {
  return {
    item,
    phase,
    payers: told(payers),
    sole: told(sole),
    newly: told(newly),
    leftOut: leftOut && { size: told(leftOut.size), item: leftOut.item },
  };
}
