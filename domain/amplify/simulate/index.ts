import { chanceFrom } from './chance.js';
import { arrivalsIn } from './crowd.js';
import { type RuleOutcome, outcomeOf } from './outcome.js';
import { RULES } from './orders.js';
import type { Scenario } from './scenario.js';
import { servedBy } from './serving.js';

export type { RuleName } from './orders.js';
export type { RuleOutcome } from './outcome.js';
export type { Attack, ExpectedGroup, Scenario } from './scenario.js';
export { averageOf } from './average.js';

/** One panel of this kind under each of the four rules: the same people come at the same times. */
export function simulate(scenario: Scenario, seed: number): readonly RuleOutcome[] {
  const arrivals = arrivalsIn(scenario, chanceFrom(seed));
  return RULES.map((rule) => {
    const services = servedBy(rule, { scenario, arrivals, chance: chanceFrom(seed + 1) });
    return outcomeOf(rule, scenario, { arrivals, services });
  });
}
