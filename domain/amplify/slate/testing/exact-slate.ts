import type { Phase, SlateInput } from '../slate.js';
import { Fraction } from './fraction.js';

export interface ExactSeat {
  readonly item: number;
  readonly phase: Phase;
  readonly price: number;
}

const ONE = Fraction.of(1);

/** The rule straight from its text: exact, slow, every item looked at for every seat. Costs are left out. */
export function exactSlate({ voters, support, posed, seats }: SlateInput): readonly ExactSeat[] {
  const budgets = Array.from({ length: voters }, () => Fraction.of(seats + posed.length, voters));
  const slate: ExactSeat[] = [];
  const supporters = (item: number) => support[item] ?? [];
  const held = (item: number) => supporters(item).map((voter) => budgets[voter] ?? Fraction.of(0));
  const charge = (item: number, each: Fraction) => {
    for (const voter of supporters(item)) {
      const budget = budgets[voter] ?? Fraction.of(0);
      budgets[voter] = budget.minus(budget.atMost(each));
    }
  };
  const free = () => [...support.keys()].filter((c) => !posed.includes(c) && !slate.some(({ item }) => item === c));
  const first = (better: (a: number, b: number) => number, items: readonly number[]) =>
    [...items].sort((a, b) => better(a, b) || supporters(b).length - supporters(a).length || a - b)[0];

  for (const item of posed) {
    const need = Fraction.sum(held(item)).atMost(ONE);
    if (need.compare(Fraction.of(0)) > 0) charge(item, exactPrice(held(item), need));
  }

  while (slate.length < seats) {
    const affordable = free().filter((item) => Fraction.sum(held(item)).compare(ONE) >= 0);
    const cost = new Map(affordable.map((item) => [item, exactPrice(held(item), ONE)]));
    const item = first((a, b) => (cost.get(a) ?? ONE).compare(cost.get(b) ?? ONE), affordable);
    if (item === undefined) break;
    const each = cost.get(item) ?? ONE;
    charge(item, each);
    slate.push({ item, phase: 'equal-shares', price: each.value });
  }

  while (slate.length < seats) {
    const heard = new Set([...posed, ...slate.map(({ item }) => item)].flatMap(supporters));
    const unheard = (item: number) => supporters(item).filter((voter) => !heard.has(voter)).length;
    const item = first(
      (a, b) => unheard(b) - unheard(a),
      free().filter((c) => unheard(c) > 0),
    );
    if (item === undefined) break;
    slate.push({ item, phase: 'coverage', price: 0 });
  }

  const loads = budgets.map((budget) => Fraction.of(0).minus(budget));
  const loadWith = (item: number) =>
    Fraction.sum([ONE, ...supporters(item).map((voter) => loads[voter] ?? ONE)]).dividedBy(supporters(item).length);
  while (slate.length < seats) {
    const item = first(
      (a, b) => loadWith(a).compare(loadWith(b)),
      free().filter((c) => supporters(c).length > 0),
    );
    if (item === undefined) break;
    const load = loadWith(item);
    for (const voter of supporters(item)) loads[voter] = load;
    slate.push({ item, phase: 'phragmen', price: 0 });
  }

  const rest = free().slice(0, seats - slate.length);
  return [...slate, ...rest.map((item) => ({ item, phase: 'unsupported' as const, price: 0 }))];
}

function exactPrice(held: readonly Fraction[], need: Fraction): Fraction {
  const sorted = [...held].sort((a, b) => a.compare(b));
  let rest = need;
  for (const [poorer, budget] of sorted.entries()) {
    const share = rest.dividedBy(sorted.length - poorer);
    if (budget.compare(share) >= 0) return share;
    rest = rest.minus(budget);
  }
  throw new Error('They cannot pay for it.');
}
