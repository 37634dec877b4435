/** Holm’s adjustment: what each probability is worth among as many as were looked at. In the order given. */
export function holm(probabilities: readonly number[]): readonly number[] {
  const order = probabilities.map((p, index) => ({ p, index })).sort((x, y) => x.p - y.p);
  const adjusted = new Array<number>(order.length).fill(1);
  let most = 0;
  for (const [rank, { p, index }] of order.entries()) {
    most = Math.max(most, Math.min(1, p * (order.length - rank)));
    adjusted[index] = most;
  }
  return adjusted;
}
