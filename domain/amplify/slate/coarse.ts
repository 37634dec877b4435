import type { Audit } from './audit.js';
import { COUNTED_FROM, inFives } from './facts.js';
import { EPSILON } from './price.js';
import type { SlateInput } from './slate.js';

/**
 * An audit as it may be sent to somebody who can ask for any set: every figure is what it would be if groups came in fives.
 * Exact, a share of twenty-one voters is a person, and the unions of enough sets are everybody’s ballot.
 */
export interface CoarseAudit {
  readonly coverage: number;
  /** Null: nobody, or fewer than five. */
  readonly leftOut: Audit['leftOut'];
  readonly alphaJr: number;
  readonly alphaEjrPlus: number;
  /** Null where a seat is worth fewer than five people. */
  readonly violating: number | null;
}

export function coarse(found: Audit, { voters, support, seats, posed }: SlateInput): CoarseAudit {
  const { leftOut } = found;
  const supporters = new Set(support.flat()).size;
  const uncovered = Math.round((1 - found.coverage) * supporters);
  const seatsEach = voters > 0 ? (seats + posed.length) / voters : 0;
  const isFine = seatsEach * COUNTED_FROM > 1 + EPSILON;
  const size = inFives(leftOut?.size ?? 0);
  return {
    coverage: supporters === 0 ? 1 : hundredths(1 - inFives(uncovered) / supporters),
    leftOut: leftOut && size > 0 ? { ...leftOut, size } : null,
    alphaJr: inSeats(found.alphaJr, seatsEach),
    alphaEjrPlus: inSeats(found.alphaEjrPlus, seatsEach),
    violating: isFine ? null : found.violating,
  };
}

/** A group in fives, in seats; but on the side of 1 on which it is, for that is what is asked. */
function inSeats(alpha: number, seatsEach: number): number {
  if (seatsEach === 0) return 0;
  const people = inFives(Math.floor(alpha / seatsEach + EPSILON));
  const least = people > 0 && alpha >= 1 - EPSILON ? 1 : 0;
  return hundredths(Math.max(least, people * seatsEach));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
