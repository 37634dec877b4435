import { describe, expect, it } from '@jest/globals';
import { posed, published, panelOpened, redacted } from '../../testing/facts.js';
import { given } from '../../testing/given.js';
import { host, moderator, otherParticipant, participant } from '../../testing/people.js';
import { standsFor } from '../merging.js';

const about = { contributionId: 'c2' } as const;
const two = given(panelOpened, published('c1', { by: 'other' }), published('c2', { by: 'participant' }));
const proposed = two.and({ type: 'MergeProposed', ...about, into: 'c1', by: 'moderator' });
const merged = proposed.and(
  { type: 'MergeAnswered', ...about, by: 'participant', consents: true },
  { type: 'ContributionMerged', ...about, into: 'c1' },
);

describe('merging what says almost the same', () => {
  it('[S49] is proposed by whoever moderates, and asks the author', () => {
    two
      .when(moderator, { type: 'proposeMerge', ...about, into: 'c1' })
      .then({ type: 'MergeProposed', ...about, into: 'c1', by: 'moderator' });
    two.when(participant, { type: 'proposeMerge', ...about, into: 'c1' }).refuses('not-allowed');
    proposed.when(moderator, { type: 'proposeMerge', ...about, into: 'c1' }).refuses('already-so');
    expect(proposed.panel.docket.items.get('c2')?.mergeInto).toBe('c1');
  });

  it('[S49] happens when its author says yes, and not when they say no', () => {
    proposed
      .when(participant, { type: 'answerMerge', ...about, consents: true })
      .then(
        { type: 'MergeAnswered', ...about, by: 'participant', consents: true },
        { type: 'ContributionMerged', ...about, into: 'c1' },
      );
    const declined = proposed
      .when(participant, { type: 'answerMerge', ...about, consents: false })
      .then({ type: 'MergeAnswered', ...about, by: 'participant', consents: false }).after;
    declined.when(participant, { type: 'answerMerge', ...about, consents: true }).refuses('no-merge');
    proposed.when(otherParticipant, { type: 'answerMerge', ...about, consents: true }).refuses('not-yours');
  });

  it('[S49] is not for what was put to the panel, is of another kind, or would be merged into itself', () => {
    two
      .and(posed('c2'))
      .when(moderator, { type: 'proposeMerge', ...about, into: 'c1' })
      .refuses('bad-request', { field: 'contributionId' });
    two.when(moderator, { type: 'proposeMerge', ...about, into: 'c2' }).refuses('bad-request', { field: 'into' });
    merged
      .when(moderator, { type: 'proposeMerge', contributionId: 'c1', into: 'c2' })
      .refuses('bad-request', { field: 'into' });
    two
      .and(published('c3', { kind: 'comment' }))
      .when(moderator, { type: 'proposeMerge', ...about, into: 'c3' })
      .refuses('bad-request', { field: 'into' });
  });

  it('[S50] leaves it readable, counts it for the other, and can be taken back', () => {
    const { record } = merged.panel;
    expect(record.contributions.get('c2')).toMatchObject({ mergedInto: 'c1', words: { lang: 'en' } });
    expect([standsFor(record, 'c2'), standsFor(record, 'c1')]).toEqual(['c1', 'c1']);

    const apart = merged
      .when(host, { type: 'unmerge', ...about })
      .then({ type: 'ContributionUnmerged', ...about }).after;
    expect(apart.panel.record.contributions.get('c2')).not.toHaveProperty('mergedInto');
    apart.when(host, { type: 'unmerge', ...about }).refuses('no-merge');
  });

  it('[S50] ends where the other one is no longer shown', () => {
    expect(standsFor(merged.and(redacted('c1')).panel.record, 'c2')).toBe('c2');
  });
});
