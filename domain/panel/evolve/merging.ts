import type { DocketEvent, RecordEvent } from '../events.js';
import type { Keyed } from '../keyed.js';
import type { Contribution, Item } from '../state.js';

type Merged = Extract<RecordEvent, { type: 'ContributionMerged' | 'ContributionUnmerged' }>;
type Asked = Extract<DocketEvent, { type: 'MergeProposed' | 'MergeAnswered' }>;

/** It stays where it is and as it is; only what its supporters count for changes. */
export function evolveMerged(contributions: Keyed<Contribution>, event: Merged): Keyed<Contribution> {
  return contributions.update(event.contributionId, ({ mergedInto: _, ...alone }) =>
    event.type === 'ContributionMerged' ? { ...alone, mergedInto: event.into } : alone,
  );
}

export function mergeAsked({ mergeInto: _, ...item }: Item, event: Asked): Item {
  return event.type === 'MergeProposed' ? { ...item, mergeInto: event.into } : item;
}
