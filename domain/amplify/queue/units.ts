/** Basis points of a whole. */
export const WHOLE = 10_000;

/** One turn in milli-turns. */
export const MILLI = 1_000;

/** One turn in U, basis points × milli-turns: every node and every replay counts in whole numbers. */
export const TURN = WHOLE * MILLI;

export function milliTurns(turns: number): number {
  return Math.round(turns * MILLI);
}

export function inU(turns: number): number {
  return Math.round(turns * TURN);
}
