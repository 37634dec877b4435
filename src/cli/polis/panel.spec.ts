import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checked } from './check.js';
import { countsOf } from './counts.js';
import { panelOf, type PolisPanel } from './panel.js';
import { type Polis, readPolis } from './read.js';

const FORUM = '6f0a3c8e-5d0e-4b53-9c7e-0d7a3f8f2a11';

describe('a conversation as a finished panel', () => {
  let polis: Polis;
  let panel: PolisPanel;
  const texts = () => new Map([...checked(polis, panel).record.contributions.values()].map((c) => [c.words?.text, c]));

  beforeAll(async () => {
    polis = await readPolis(join('test', 'fixtures', 'polis', 'village-well'));
    panel = panelOf(polis, FORUM);
  });

  it('[T4] holds every contribution as it was decided, and every vote', () => {
    const { record, docket } = checked(polis, panel);

    expect(countsOf(polis)).toEqual({
      contributions: 8,
      published: 5,
      declined: 2,
      pending: 1,
      votes: 21,
      participants: 8,
    });
    expect(record).toMatchObject({ phase: 'archived', title: 'The village well, and who mends it', published: 5 });
    expect(docket.items.size).toBe(8);
    expect(panel.ballots).toHaveLength(21);
    expect(panel.seats.map(({ name }) => name)).toEqual([
      'Original moderation',
      ...[0, 1, 2, 5, 9].map((author) => `Participant ${author}`),
    ]);
  });

  it('[T4] says of a declined contribution that the rule is not known', () => {
    const { docket } = checked(polis, panel);
    const declined = [...docket.items.values()].filter((item) => item.standing === 'declined');

    expect(declined.map((item) => item.text).sort()).toEqual(['Send the neighbours a bill!!!', 'buy my filters']);
    expect(declined[0]?.decisions[0]?.rule?.text).toContain('neither the rule');
  });

  it('[T4] keeps the original times in order, ties by comment id', () => {
    const published = panel.events.filter(({ event }) => event.type === 'ContributionPublished');
    const times = panel.events.map(({ at }) => at);

    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(published.map(({ at }) => at - polis.firstAt)).toEqual([0, 0, 0, 500_000, 1_400_000]);
    expect(times.at(-1)).toBe(polis.lastAt);
    expect([...texts().values()].sort((a, b) => a.seq - b.seq).map((c) => c.words?.text.slice(0, 8))).toEqual([
      'Whoever ',
      'Mend the',
      'This was',
      'A new we',
      'Two line',
    ]);
  });

  it('[T5] counts the last vote of a person on a contribution', () => {
    expect(texts().get('Mend the pump first: we know how.')?.tally).toEqual({ agree: 3, pass: 0, disagree: 1 });
    expect(texts().get('A new well costs more, but "later" is a price as well.')?.tally).toEqual({
      agree: 1,
      pass: 1,
      disagree: 1,
    });
  });

  it('[T5] counts a vote that is older than what it is about', () => {
    expect(texts().get('Two lines:\none for water, one for thanks.')?.tally).toEqual({
      agree: 1,
      pass: 0,
      disagree: 1,
    });
  });

  it('[T6] keeps a vote on something the export does not contain', () => {
    const known = new Set(panel.events.map(({ event }) => ('contributionId' in event ? event.contributionId : null)));
    expect(panel.ballots.filter((ballot) => !known.has(ballot.contributionId))).toHaveLength(1);
  });

  it('[T3] is the same panel whenever the same files are read', async () => {
    const again = panelOf(await readPolis(join('test', 'fixtures', 'polis', 'village-well')), FORUM);
    expect(again).toEqual(panel);
  });

  it('[T4] tells at most 200 times how votes stand, however many there are', () => {
    const votes = Array.from({ length: 5_000 }, (_, i) => ({
      comment: i % 2,
      voter: i,
      at: polis.lastAt + i,
      vote: 1 as const,
    }));
    const busy = { ...polis, votes, lastAt: polis.lastAt + votes.length };
    const tallies = panelOf(busy, FORUM).events.filter(({ event }) => event.type === 'Tallied');

    expect(tallies.length).toBeGreaterThan(100);
    expect(tallies.length).toBeLessThanOrEqual(200);
  });
});
