/** How evenly something is spread, from 0: everybody alike. 0 where there is nothing to spread. */
export function gini(amounts: readonly number[]): number {
  const total = sum(amounts);
  if (total === 0) return 0;
  const sorted = [...amounts].sort((x, y) => x - y);
  const n = sorted.length;
  return sum(sorted.map((x, i) => (2 * (i + 1) - n - 1) * x)) / (n * total);
}

/** Jain’s index: 1 where all have alike, 1/n where one has everything. */
export function jain(amounts: readonly number[]): number {
  const total = sum(amounts);
  return total === 0 ? 1 : total ** 2 / (amounts.length * sum(amounts.map((x) => x * x)));
}

export interface Theil {
  readonly total: number;
  /** The part of it that lies between groups, and the part that lies inside them. */
  readonly between: number;
  readonly within: number;
}

/** Theil’s T over people each of whom stands in one part. */
export function theil(amounts: readonly number[], partOf: readonly string[]): Theil {
  const all = sum(amounts);
  if (all === 0) return { total: 0, between: 0, within: 0 };
  const mean = all / amounts.length;
  const parts = new Map<string, { people: number; amount: number }>();
  for (const [i, amount] of amounts.entries()) {
    const part = parts.get(partOf[i] ?? '') ?? { people: 0, amount: 0 };
    parts.set(partOf[i] ?? '', { people: part.people + 1, amount: part.amount + amount });
  }
  const between = sum(
    [...parts.values()].map(({ people, amount }) => (people / amounts.length) * entropy(amount / people / mean)),
  );
  const total = sum(amounts.map((x) => entropy(x / mean))) / amounts.length;
  return { total, between, within: Math.max(0, total - between) };
}

/** The share of everything that went to the `count` who had most. */
export function topShare(amounts: readonly number[], count: number): number {
  const total = sum(amounts);
  const top = [...amounts].sort((x, y) => y - x).slice(0, count);
  return total === 0 ? 0 : sum(top) / total;
}

/** People heard ÷ people who asked; 0 where nobody asked. */
export function heardRate(amounts: readonly number[]): number {
  return amounts.length === 0 ? 0 : amounts.filter((x) => x > 0).length / amounts.length;
}

function entropy(x: number): number {
  return x === 0 ? 0 : x * Math.log(x);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
