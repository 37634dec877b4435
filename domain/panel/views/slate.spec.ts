import { describe, expect, it } from '@jest/globals';
import { panelOpened, posed, published } from '../../testing/facts.js';
import { given, NOON } from '../../testing/given.js';
import type { RecordState } from '../state.js';
import { auditView, electorateOf, slateView, type Votes } from './slate.js';

const ids = ['c1', 'c2', 'c3', 'c4'];
const panel = given(
  panelOpened,
  ids.map((id) => published(id, { kind: 'question' })).flat(),
  published('aside', { kind: 'comment' }),
);
const many: Votes[] = [
  ...votes('c1', range(0, 12)),
  ...votes('c2', range(0, 12)),
  ...votes('c3', range(12, 18)),
  ...votes('c4', range(18, 20)),
];

describe('the slate of a panel', () => {
  it('[S44] seats the published questions that were not put yet, and counts whoever voted on anything', () => {
    const seen = viewOf(panel.panel.record, [...many, ...votes('aside', range(20, 23))], 3);
    expect(seen.voters).toEqual({ count: 20 });
    expect(seen.seats.map(({ contributionId }) => contributionId)).toEqual(['c1', 'c3', 'c4']);
    expect(seen.audit.leftOut).toBeNull();
    expect(seen.provisional).toBe(true);

    const after = viewOf(panel.and(posed('c1')).panel.record, many, 2);
    expect(after.seats.map(({ contributionId }) => contributionId)).toEqual(['c3', 'c4']);
  });

  it('[S44] takes the last vote, and tells fewer than five as fewer than five', () => {
    const changed = [...votes('c1', range(0, 6)), ...votes('c2', range(6, 9))].map((vote) =>
      vote.seat === 'p0' ? { ...vote, choice: 'disagree' as const } : vote,
    );
    const { seats } = viewOf(panel.panel.record, changed, 2);
    expect(seats[0]).toMatchObject({ contributionId: 'c1', sole: { count: 5 } });
    expect(seats[1]).toMatchObject({ contributionId: 'c2', sole: { fewerThan: 5 } });
  });

  it('[S45] audits a slate made by hand by the same measures', () => {
    const electorate = electorateOf(panel.panel.record, many);
    const { seats, audit } = viewOf(panel.panel.record, many, 3);
    expect(
      auditView(
        electorate,
        seats.map(({ contributionId }) => contributionId),
      ),
    ).toEqual(audit);
    expect(auditView(electorate, ['c1', 'c2', 'nothing'])).toMatchObject({
      coverage: 0.75,
      leftOut: { size: { count: 5 }, contributionId: 'c3' },
    });
  });

  it('[S50] counts each supporter of what was merged once, for what it was merged into', () => {
    const merged = panel.and({ type: 'ContributionMerged', contributionId: 'c2', into: 'c1' });
    const electorate = electorateOf(merged.panel.record, [...many, ...votes('c2', ['p19'])]);
    expect(electorate.items).toEqual(['c1', 'c3', 'c4']);
    expect(electorate.input.support[0]).toHaveLength(13);
  });

  it('[S46] labels what every cluster of voters agrees to, and none where few voted', () => {
    const camps = range(0, 80).flatMap((seat, i) => [
      { contributionId: 'c1', seat, choice: 'agree' as const },
      { contributionId: 'c2', seat, choice: i < 40 ? ('agree' as const) : ('disagree' as const) },
      { contributionId: 'c3', seat, choice: i < 40 ? ('disagree' as const) : ('agree' as const) },
    ]);
    const common = (cast: readonly Votes[]) =>
      viewOf(panel.panel.record, cast, 3)
        .seats.filter(({ commonGround }) => commonGround)
        .map(({ contributionId }) => contributionId);
    expect(common(camps)).toEqual(['c1']);
    expect(common(camps.slice(0, 90))).toEqual([]);
  });
});

function viewOf(record: RecordState, cast: readonly Votes[], seats: number) {
  const wish = { panelId: 'p', at: NOON, seats, shown: new Map<string, number>() };
  return slateView(record, electorateOf(record, cast), wish);
}

function votes(contributionId: string, seats: readonly string[]): Votes[] {
  return seats.map((seat) => ({ contributionId, seat, choice: 'agree' }));
}

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, i) => `p${from + i}`);
}
