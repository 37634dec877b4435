/** The probability of a χ² of one degree of freedom at least as large. */
export function chiSquareTail(x: number): number {
  return x <= 0 ? 1 : complement(Math.sqrt(x / 2));
}

/** The complementary error function of x ≥ 0, to about 1e-14: a series near zero, a continued fraction beyond. */
function complement(x: number): number {
  return x < 2.5 ? 1 - errorSeries(x) : errorFraction(x);
}

function errorSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > 1e-17 * total; n++) {
    term *= (-x * x) / n;
    total += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * total;
}

function errorFraction(x: number): number {
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
