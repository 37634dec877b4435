import { averageOf, simulate, type RuleOutcome, type Scenario } from '../../../../domain/amplify/simulate/index.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';

const WHOLE = 10_000;
const PANELS = 60;
/** So that the page answers in between. */
const AT_ONCE = 4;

export interface Expected {
  readonly minutes: number;
  readonly participants: number;
  readonly turns: number;
  /** Per group id, whole percent of the participants. */
  readonly shares: Readonly<Record<string, number>>;
}

/** A panel of an hour and a half, a third of whose people can be heard, each group coming as it is guaranteed. */
export function firstGuess(groups: readonly GroupTerms[]): Expected {
  const shares = Object.fromEntries(groups.map(({ id, floor }) => [id, Math.round((floor / WHOLE) * 100)]));
  return { minutes: 90, participants: 75, turns: 36, shares };
}

export function scenarioOf(groups: readonly GroupTerms[], expected: Expected): Scenario {
  return {
    minutes: expected.minutes,
    participants: expected.participants,
    capacity: expected.turns,
    moderators: 1,
    items: 2,
    groups: groups.map(({ id, floor, axis }) => ({
      id,
      floor: floor / WHOLE,
      share: (expected.shares[id] ?? 0) / 100,
      ...(axis === null ? {} : { axis }),
    })),
  };
}

/** The mean of many such panels under each rule. `tell` hears how far it is, 0 to 1. */
export async function expectedUnder(
  scenario: Scenario,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<readonly RuleOutcome[] | null> {
  const runs: (readonly RuleOutcome[])[] = [];
  for (let seed = 1; seed <= PANELS; seed++) {
    runs.push(simulate(scenario, seed));
    if (seed % AT_ONCE > 0) continue;
    tell(seed / PANELS);
    await new Promise((next) => setTimeout(next));
    if (signal.aborted) return null;
  }
  return averageOf(runs);
}
