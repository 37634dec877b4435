/** The 97.5 % point of the normal distribution: every interval here is one of 95 %. */
export const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** a of n1 in the group against b of n2 among everybody else. */
export interface Table {
  readonly a: number;
  readonly n1: number;
  readonly b: number;
  readonly n2: number;
}

/** Wilson’s score interval of a share. Everything between 0 and 1 where nobody was counted. */
export function wilson(count: number, of: number): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const share = count / of;
  const middle = share + (Z * Z) / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return {
    low: count <= 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: count >= of ? 1 : Math.min(1, (middle + reach) / scale),
  };
}

/** Newcombe’s hybrid score interval of the difference of two shares. */
export function newcombe({ a, n1, b, n2 }: Table): Interval {
  const [p1, p2] = [a / n1, b / n2];
  const [first, second] = [wilson(a, n1), wilson(b, n2)];
  return {
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  };
}

/**
 * Infinite where only the group was rejected at all; not a number where nobody was, or nobody was counted. One division of
 * whole numbers: a ratio of exactly 1.5 is exactly 1.5, and so at the mark.
 */
export function riskRatio({ a, n1, b, n2 }: Table): number {
  return (a * n2) / (n1 * b);
}

/** The MOVER-R interval of the risk ratio, from Wilson’s limits; no upper end (infinity) where the table sets none. */
export function moverR({ a, n1, b, n2 }: Table): Interval {
  const [p1, p2] = [a / n1, b / n2];
  const [first, second] = [wilson(a, n1), wilson(b, n2)];
  return {
    low: a === 0 ? 0 : lower(p1 * p2, first.low * (2 * p1 - first.low), second.high * (2 * p2 - second.high)),
    high: upper(p1 * p2, first.high * (2 * p1 - first.high), second.low * (2 * p2 - second.low)),
  };
}

/** (m − √(m² − xd)) / d, written so that it also holds where d is nothing. */
function lower(m: number, x: number, d: number): number {
  return x / (m + Math.sqrt(Math.max(0, m * m - x * d)));
}

function upper(m: number, x: number, d: number): number {
  return d <= 0 ? Infinity : (m + Math.sqrt(Math.max(0, m * m - x * d))) / d;
}
