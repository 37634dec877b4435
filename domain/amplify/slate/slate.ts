import { fillEqualShares } from './equal-shares.js';
import { fillCoverage } from './coverage.js';
import { Filling } from './filling.js';
import { fillPhragmen } from './phragmen.js';

/** Items and voters are numbered from 0; an earlier item has the smaller number. */
export interface SlateInput {
  readonly voters: number;
  /** Per item: indices of its supporters, each once. */
  readonly support: readonly (readonly number[])[];
  /** Items already put to the panellists, in that order. */
  readonly posed: readonly number[];
  /** How many to fill now. */
  readonly seats: number;
  /** Per item: what a seat costs in equal shares, in seats (see exposure-cost.ts); 1 each without it. */
  readonly cost?: readonly number[];
}

/** `unsupported`: nothing that anybody supports was left, and the earliest item fills the seat. */
export type Phase = 'equal-shares' | 'coverage' | 'phragmen' | 'unsupported';

export interface Seat {
  readonly item: number;
  readonly phase: Phase;
  /** What each payer paid at most, in seats; 0 where nobody paid. */
  readonly price: number;
  /** How many paid; 0 outside equal shares. */
  readonly payers: number;
  /** Supporters who supported nothing posed and nothing seated before. */
  readonly newly: number;
  /** Supporters for whom it is the only item of all that was posed and seated. */
  readonly sole: number;
}

/**
 * The slate: Method of Equal Shares (Peters and Skowron, 2020), what remains by coverage, then by sequential Phragmén.
 * Shorter than `seats` only where items run out. Deterministic.
 */
export function slateOf(input: SlateInput): readonly Seat[] {
  const filling = new Filling(input);
  fillEqualShares(filling);
  fillCoverage(filling);
  fillPhragmen(filling);
  fillUnsupported(filling);
  return filling.seated();
}

function fillUnsupported(filling: Filling): void {
  for (let item = 0; item < filling.input.support.length && filling.hasSeats; item++) {
    if (!filling.taken.has(item)) filling.seat(item, 'unsupported');
  }
}
