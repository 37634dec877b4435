import type { Tally } from '../../domain/panel/events.js';
import type { RecordState } from '../../domain/panel/state.js';

/** Those of the counted tallies that the record does not say yet, for contributions that stand in it. */
export function changedTallies(record: RecordState, counted: readonly Tally[]): readonly Tally[] {
  return counted.filter((tally) => {
    const contribution = record.contributions.get(tally.contributionId);
    if (!contribution) return false;
    const known = contribution.tally ?? { agree: 0, pass: 0, disagree: 0 };
    return known.agree !== tally.agree || known.pass !== tally.pass || known.disagree !== tally.disagree;
  });
}
