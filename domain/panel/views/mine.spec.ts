import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AUTHORS, lawfulHistory } from '../../testing/arbitrary-history.js';
import { decided, deskOf, entriesOf, panelOf, published, queuesOf, submitted } from '../../testing/entries.js';
import type { MineChange, MineView } from '../../wire/views.js';
import type { DocketEvent, Entry } from '../events.js';
import { fold, initialState } from '../evolve.js';
import { APPEAL_MS } from '../limits.js';
import type { PanelState } from '../state.js';
import { mineChanges, mineView } from '../visibility.js';

const RULE = { id: 'r1', title: 'On topic', text: 'Speak to the subject.' };

describe('an author’s own items', () => {
  it('[V9] are theirs alone, with their place and their votes', () => {
    const { panel, review } = deskOf(
      submitted('c1', 'bo'),
      submitted('c2', 'ana'),
      submitted('c3', 'ana'),
      published('c9'),
    );

    expect(mineView('p', panel, 'ana', { votes: { c9: 'agree' }, review })).toEqual({
      panelId: 'p',
      revision: 2,
      items: [item('c2', 1000), item('c3', 2000)],
      proposals: [],
      votes: { c9: 'agree' },
    });
    expect(mineView('p', panel, 'nobody', { votes: {}, review })).toMatchObject({
      revision: 0,
      items: [],
      proposals: [],
    });
  });

  it('[V9] say how their author is shown', () => {
    const body = { text: 'words', lang: 'en', author: 'ana', attribution: 'role' as const, role: 'host' as const };
    const panel = panelOf(submitted('c1'), submitted('c2', 'ana', { body }));
    expect(mineView('p', panel, 'ana', NOTHING).items.map(({ attribution }) => attribution)).toEqual(['named', 'role']);
  });

  it('[V11] are the same to their author while moderators hand them on', () => {
    const before = panelOf(submitted('c1'));
    const entries = entriesOf([submitted('c1'), { type: 'Escalated', contributionId: 'c1', by: 'mo', body: null }]);
    const after = fold(initialState, entries);
    const { review } = queuesOf(entries);
    const { review: earlier } = queuesOf(entries.slice(0, 1));
    expect(mineChanges('p', before, after, { entries: entries.slice(1), review })).toEqual(new Map());
    expect(mineView('p', after, 'ana', { votes: {}, review })).toEqual(
      mineView('p', before, 'ana', { votes: {}, review: earlier }),
    );
  });

  it.each(['decline', 'revise', 'redact'] as const)('[V10] come with the reasons of the verdict %s', (verdict) => {
    const [own] = mineView('p', panelOf(submitted('c1'), decided('c1', verdict)), 'ana', NOTHING).items;

    expect(own).toMatchObject({
      place: null,
      statement: {
        verdict,
        rule: RULE,
        note: 'because',
        lang: 'en',
        at: 1000,
        readBy: 1,
        appealUntil: 1000 + APPEAL_MS,
        scope: 'this-contribution',
        decidedBy: 'moderator',
        automated: false,
      },
    });
  });

  it('[V10] come without reasons where nothing restricts them any more', () => {
    const undone: DocketEvent = { type: 'DecisionUndone', contributionId: 'c1', by: 'mo' };
    const back: DocketEvent = { type: 'Resubmitted', contributionId: 'c1', body: { text: 'new', lang: 'en' } };
    const statements = [
      panelOf(submitted('c1'), decided('c1', 'publish')),
      panelOf(submitted('c1'), decided('c1', 'decline'), undone),
      panelOf(submitted('c1'), decided('c1', 'revise'), back),
    ].map((panel) => mineView('p', panel, 'ana', NOTHING).items[0]?.statement);

    expect(statements).toEqual([null, null, null]);
  });

  it('[V9] never tell who decided', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.constantFrom(...AUTHORS), (entries, seat) => {
        const seen = JSON.stringify(mineView('p', fold(initialState, entries), seat, NOTHING));

        expect(seen).not.toMatch(/desk-\d/);
        expect(seen).not.toContain('seat-of-author');
      }),
    );
  });

  it('[V10] tell how a proposal was decided', () => {
    const proposed: DocketEvent = {
      type: 'ThreadProposed',
      threadId: 't2',
      body: { title: 'Canals', lang: 'en', author: 'ana' },
    };
    const declined: DocketEvent = {
      type: 'ThreadProposalDecided',
      threadId: 't2',
      by: 'mo',
      verdict: 'decline',
      rule: RULE,
      body: { note: 'we have one' },
    };
    const waiting = { threadId: 't2', title: 'Canals', standing: 'waiting', statement: null };

    expect(mineView('p', panelOf(proposed), 'ana', NOTHING).proposals).toEqual([waiting]);
    expect(mineView('p', panelOf(proposed, declined), 'ana', NOTHING).proposals).toMatchObject([
      { standing: 'declined', statement: { verdict: 'decline', rule: RULE, note: 'we have one', at: 1000 } },
    ]);
  });
});

describe('the changes an author is told of', () => {
  it('[V11] are to their own items, and follow the revision they hold', () => {
    const entries = entriesOf([
      submitted('c1', 'ana'),
      submitted('c2', 'bo'),
      { type: 'Taken', contributionId: 'c1', by: 'mo', until: 9 },
      decided('c1', 'decline'),
    ]);
    const before = fold(initialState, entries.slice(0, 2));
    const changes = mineChanges('p', before, fold(before, entries.slice(2)), told(entries.slice(2)));

    expect([...changes.keys()]).toEqual(['ana']);
    expect(changes.get('ana')).toMatchObject({
      panelId: 'p',
      previous: 1,
      revision: 2,
      items: [{ contributionId: 'c1', standing: 'declined' }],
    });
  });

  it('[V11] are none when an item is only taken', () => {
    const entries = entriesOf([submitted('c1'), { type: 'Taken', contributionId: 'c1', by: 'mo', until: 9 }]);
    const before = fold(initialState, entries.slice(0, 1));

    expect(mineChanges('p', before, fold(before, entries.slice(1)), told(entries.slice(1))).size).toBe(0);
  });

  it('[V11] leave out what was only taken beside what was decided', () => {
    const entries = entriesOf([
      submitted('c1'),
      submitted('c2'),
      { type: 'Taken', contributionId: 'c1', by: 'mo', until: 9 },
      decided('c2', 'publish'),
    ]);
    const before = fold(initialState, entries.slice(0, 2));
    const change = mineChanges('p', before, fold(before, entries.slice(2)), told(entries.slice(2))).get('ana');

    expect(change?.items.map(({ contributionId }) => contributionId)).toEqual(['c2']);
  });

  it('[V11] add up to the whole view', () => {
    fc.assert(
      fc.property(
        lawfulHistory(),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...AUTHORS),
        (entries, step, seat) => {
          let panel: PanelState = initialState;
          let held = mineView('p', panel, seat, NOTHING);
          for (let from = 0; from < entries.length; from += step) {
            const batch = entries.slice(from, from + step);
            const after = fold(panel, batch);
            const change = mineChanges('p', panel, after, told(batch)).get(seat);
            if (change) held = applied(held, change);
            panel = after;
          }

          expect(withoutPlaces(held)).toEqual(withoutPlaces(mineView('p', panel, seat, NOTHING)));
        },
      ),
    );
  });
});

const NOTHING = { votes: {}, review: queuesOf([]).review };

/** Places come from the queue, which has a spec of its own. */
function told(entries: readonly Entry[]) {
  return { entries, review: NOTHING.review };
}

/** Second in line, by the wait of the first that ana said. */
function item(contributionId: string, at: number) {
  const base = { contributionId, threadId: 't', parentId: null, kind: 'question', lang: 'en', attribution: 'named' };
  return {
    ...base,
    text: `words of ${contributionId}`,
    standing: 'waiting',
    at,
    place: 2,
    turn: { since: 1000, first: true, owed: [] },
    statement: null,
    secondLook: false,
    held: null,
    note: '',
    lapsed: false,
    mayAppeal: false,
    mergeInto: null,
    appeal: null,
  };
}

function applied(held: MineView, change: MineChange): MineView {
  expect(change.previous).toBe(held.revision);
  const items = new Map(held.items.map((one) => [one.contributionId, one]));
  for (const one of change.items) items.set(one.contributionId, one);
  const proposals = new Map(held.proposals.map((one) => [one.threadId, one]));
  for (const one of change.proposals) proposals.set(one.threadId, one);
  return { ...held, revision: change.revision, items: [...items.values()], proposals: [...proposals.values()] };
}

/** Other people’s decisions move a place without telling. */
function withoutPlaces(view: MineView): MineView {
  return { ...view, items: view.items.map((one) => ({ ...one, place: null })) };
}
