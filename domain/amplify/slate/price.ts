/** Budgets and prices closer than this are equal: sums of fractions are never exact. */
export const EPSILON = 1e-9;

/**
 * The least ρ for which everybody together pays `need` when each pays ρ, or all they have where that is less. Budgets
 * that do not reach pay all they have.
 */
export function price(budgets: ArrayLike<number>, need: number): number {
  const sorted = new Float64Array(budgets).sort();
  let rest = need;
  let payers = sorted.length;
  for (const budget of sorted) {
    const share = rest / payers--;
    if (budget >= share) return share;
    rest -= budget;
  }
  return sorted.at(-1) ?? 0;
}

/** Takes `each` from these voters, or what they have. Returns how many paid anything. */
export function payFor(budgets: Float64Array, voters: readonly number[], each: number): number {
  let payers = 0;
  for (const voter of voters) {
    const paid = Math.min(budgets[voter] ?? 0, each);
    budgets[voter] = (budgets[voter] ?? 0) - paid;
    if (paid > EPSILON) payers++;
  }
  return payers;
}
