import type { RuleOutcome } from './outcome.js';

/** The mean over many panels of what each rule gave; all with the same rules and groups in the same order. */
export function averageOf(runs: readonly (readonly RuleOutcome[])[]): readonly RuleOutcome[] {
  const [first = []] = runs;
  return first.map((outcome, rule) => {
    const mean = (of: (outcome: RuleOutcome) => number) =>
      runs.reduce((sum, run) => sum + of(run[rule] ?? outcome), 0) / runs.length;
    return {
      rule: outcome.rule,
      shortfall: mean(({ shortfall }) => shortfall),
      groups: outcome.groups.map(({ id, floor }, group) => ({
        id,
        floor,
        share: mean(({ groups }) => groups[group]?.share ?? 0),
        shortfall: mean(({ groups }) => groups[group]?.shortfall ?? 0),
      })),
      heard: mean(({ heard }) => heard),
      medianWait: mean(({ medianWait }) => medianWait),
      p90Wait: mean(({ p90Wait }) => p90Wait),
      top: mean(({ top }) => top),
      attack: mean(({ attack }) => attack),
    };
  });
}
