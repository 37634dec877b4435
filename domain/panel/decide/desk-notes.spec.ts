import { describe, expect, it } from '@jest/globals';
import { panelOpened, panelPaused, submitted } from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { moderator, otherModerator, participant } from '../../testing/people.js';
import { LEASE_MS } from '../limits.js';
import { choosables, deskView, mineView } from '../visibility.js';

const held = given(panelOpened, submitted('c1'), submitted('c2'), submitted('c3', { by: 'ana' })).held('c1');
const noteIt = { type: 'noteItem', contributionId: 'c1', note: 'The third of these' } as const;
const recuseIt = { type: 'recuse', contributionId: 'c1' } as const;

describe('a note for other moderators', () => {
  it('[M35] is shown with the item at every desk, and not by whom; its author never sees it', () => {
    const after = held
      .when(moderator, noteIt)
      .then({ type: 'Noted', contributionId: 'c1', by: 'moderator', body: { note: 'The third of these' } }).after;
    const next = after.and({ type: 'Released', contributionId: 'c1' }).held('c1', 'other-moderator');
    const [item] = view(next, 'other-moderator').held;
    expect(item).toMatchObject({ notes: ['The third of these'] });
    expect(JSON.stringify(item)).not.toContain('"moderator"');
    const mine = mineView('panel', after.panel, 'participant', { votes: {}, review: after.queues.review });
    expect(JSON.stringify(mine)).not.toContain('third of these');
    expect(mine.revision).toBe(2);
  });

  it('[M35] is for whoever holds the item', () => {
    held.when(otherModerator, noteIt).refuses('held-by-another');
    held.when(participant, noteIt).refuses('not-allowed');
    held.when(moderator, { ...noteIt, note: ' ' }).refuses('bad-text', { field: 'note' });
  });
});

describe('“I know who wrote this”', () => {
  it('[M36] gives the item back, and hands over nothing more of its author, without telling who', () => {
    const after = held.when(moderator, recuseIt).then({ type: 'Recused', contributionId: 'c1', by: 'moderator' }).after;
    after.when(moderator, { type: 'takeNext' }).answers({ contributionId: 'c3' });
    after.when(moderator, { type: 'take', contributionId: 'c2' }).refuses('held-by-another');
    after.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: 'c1' });
    expect(JSON.stringify(view(after, 'moderator'))).not.toContain('participant');
    after.and(submitted('c4')).when(moderator, { type: 'take', contributionId: 'c4' }).refuses('held-by-another');
  });

  it('[M36] leaves the list of what waits as it was, and acts on many leave what is theirs as if others held it', () => {
    const paused = held.and(panelPaused);
    const listed = (so: Given) => choosables('panel', so.panel, { seat: 'moderator', at: so.at }).items;
    const after = paused.when(moderator, recuseIt).after;
    expect(listed(after)).toEqual(listed(paused));
    const publish = { type: 'decideMany', verdict: 'publish' } as const;
    after.when(moderator, { ...publish, contributionIds: ['c2', 'c3'] }).answers({ bulk: 'new', decided: 1, left: 1 });
    const elsewhere = paused.held('c3', 'other-moderator');
    for (const [so, id] of [
      [after, 'c2'],
      [elsewhere, 'c3'],
    ] as const) {
      so.when(moderator, { ...publish, contributionIds: [id] }).refuses('already-decided');
    }
  });

  it('[M36] gives the author their turn back', () => {
    const after = held.when(moderator, recuseIt).after;
    expect(after.queues.review.has('c1', after.at)).toBe(true);
    expect(after.queues.review.isFirst('participant')).toBe(true);
  });

  it('[M36] is for whoever holds the item', () => {
    given(panelOpened, submitted('c1')).when(moderator, recuseIt).refuses('not-held');
  });
});

describe('the work at the desk', () => {
  it('[M45] is shown by moderator: how much, how quickly by the median, what they hold; and what came in lately', () => {
    const first = held.later(4_000).when(moderator, { type: 'publish', contributionId: 'c1' }).after;
    const second = first.held('c2').later(20_000).when(moderator, { type: 'publish', contributionId: 'c2' }).after;
    const third = second.held('c3', 'other-moderator');
    expect(view(third, 'other-moderator').work).toEqual({
      inbound: 3,
      moderators: [
        { seat: 'moderator', name: 'moderator', decisions: 2, medianSeconds: 4, holding: 0 },
        { seat: 'other-moderator', name: 'other-moderator', decisions: 0, medianSeconds: null, holding: 1 },
      ],
    });
    expect(view(third.later(660_000), 'moderator').work.inbound).toBe(0);
  });

  it('[M45] counts a lease that was prolonged from its beginning', () => {
    const renewed = held
      .later(100_000)
      .and({ type: 'LeaseRenewed', contributionId: 'c1', until: held.at + 2 * LEASE_MS })
      .later(60_000);
    const after = renewed.when(moderator, { type: 'publish', contributionId: 'c1' }).after;
    expect(view(after, 'moderator').work.moderators).toMatchObject([{ medianSeconds: 160 }]);
  });
});

function view({ panel, at }: Given, seat: string) {
  return deskView('panel', panel, { seat, at, revision: 1, nameOf: (by) => by });
}
