import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AUTHOR_MARK, lawfulHistory, MODERATORS, START } from '../../testing/arbitrary-history.js';
import { decided, panelOf, published, redacted, submitted, threadOpened } from '../../testing/entries.js';
import type { DocketEvent, PanelEvent } from '../events.js';
import { fold, initialState } from '../evolve.js';
import { EXCHANGE_MAX, UNDO_MS } from '../limits.js';
import type { PanelState } from '../state.js';
import { deskView, seatsAtDesk } from '../visibility.js';

describe('the desk', () => {
  it('[V4] never shows an author, a name or a time of submission', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.constantFrom(...MODERATORS), fc.nat(60_000), (entries, seat, later) => {
        const panel = fold(initialState, entries);
        const at = (entries.at(-1)?.at ?? START) + later;
        const view = deskView('p', panel, { seat, at, revision: 7, nameOf: (by) => `name of ${by}` });

        const seen = JSON.stringify({
          ...view,
          held: view.held.map((item) => ({ ...item, leaseUntil: null })),
          recent: view.recent.map((decision) => ({ ...decision, undoUntil: null })),
        });
        expect(seen).not.toContain(AUTHOR_MARK);
        expect(seen).not.toMatch(/\d{13}/);
        expect(view.others.map((other) => other.seat).every((other) => MODERATORS.includes(other))).toBe(true);
      }),
    );
  });

  it('[V4] shows of an item these fields and no other', () => {
    const panel = panelOf(threadOpened(), submitted('c1'), taken('c1'));

    expect(desk(panel).held).toEqual([
      {
        contributionId: 'c1',
        kind: 'question',
        threadId: 't',
        threadTitle: 'Rivers',
        text: 'words of c1',
        lang: 'en',
        exchange: [],
        before: null,
        published: false,
        escalation: null,
        labels: [],
        notes: [],
        appeal: null,
        leaseUntil: 120_000,
      },
    ]);
  });

  it('[V5] shows the published words an item answers, oldest first, without tombstones', () => {
    const panel = panelOf(
      threadOpened(),
      published('c1'),
      published('c2', { parentId: 'c1' }),
      published('c3', { parentId: 'c2' }),
      redacted('c2'),
      submitted('c4', 'bo', { parentId: 'c3', kind: 'reply' }),
      taken('c4'),
    );

    expect(desk(panel).held[0]?.exchange).toEqual([
      { text: 'words of c1', lang: 'en' },
      { text: 'words of c3', lang: 'en' },
    ]);
  });

  it('[V5] goes back no further than the nearest twenty', () => {
    const chain = Array.from({ length: 30 }, (_, n) => published(`c${n}`, { parentId: n === 0 ? null : `c${n - 1}` }));
    const panel = panelOf(...chain, submitted('c30', 'bo', { parentId: 'c29' }), taken('c30'));
    const exchange = desk(panel, { at: 50_000 }).held[0]?.exchange;

    expect(exchange).toHaveLength(EXCHANGE_MAX);
    expect(exchange?.at(-1)?.text).toBe('words of c29');
  });

  it('[V6] shows what this moderator holds, and how many the others hold', () => {
    const panel = panelOf(
      ...['c1', 'c2', 'c3', 'c4'].map((id, n) => submitted(id, `author-${n}`)),
      taken('c1', 'mo'),
      taken('c2', 'mia'),
      taken('c3', 'mia'),
    );

    expect(desk(panel).held.map(({ contributionId }) => contributionId)).toEqual(['c1']);
    expect(desk(panel).others).toMatchObject([{ seat: 'mia', name: 'Name of mia', holding: 2 }]);
    expect(desk(panel).waiting).toBe(4);
    expect([...seatsAtDesk(panel, 5000)].sort()).toEqual(['mia', 'mo']);
  });

  it('[V6] shows of what another holds the first three in short, and never one’s own words', () => {
    const long = { text: 'اَ'.repeat(200), lang: 'ar', author: 'author-0' };
    const panel = panelOf(
      threadOpened(),
      submitted('c1', 'author-0', { body: long }),
      ...['c2', 'c3', 'c4', 'c5'].map((id, n) => submitted(id, `author-${n + 1}`)),
      submitted('c0', 'mo'),
      ...['c0', 'c5', 'c4', 'c3', 'c2', 'c1'].map((id) => taken(id, 'mia')),
    );
    const [other] = desk(panel, { at: 20_000 }).others;

    expect(other).toMatchObject({ seat: 'mia', holding: 6 });
    expect(other?.items).toEqual([
      { contributionId: 'c1', threadTitle: 'Rivers', text: 'اَ'.repeat(140), lang: 'ar' },
      { contributionId: 'c2', threadTitle: 'Rivers', text: 'words of c2', lang: 'en' },
      { contributionId: 'c3', threadTitle: 'Rivers', text: 'words of c3', lang: 'en' },
    ]);
    const [own] = desk(panelOf(submitted('c0', 'mo'), taken('c0', 'mia'))).others;
    expect(own).toMatchObject({ holding: 1, items: [] });
  });

  it('[V16] shows with what was handed on why, not by whom, and counts it while it waits', () => {
    const handedOn: DocketEvent = { type: 'Escalated', contributionId: 'c1', by: 'mia', body: { note: 'A threat?' } };
    const waiting = panelOf(submitted('c1'), submitted('c2', 'bo'), taken('c1', 'mia'), handedOn);
    const held = panelOf(submitted('c1'), handedOn, taken('c1'));

    expect(desk(waiting)).toMatchObject({ waiting: 2, escalated: 1 });
    expect(desk(held).held).toMatchObject([{ contributionId: 'c1', escalation: { note: 'A threat?' } }]);
    expect(JSON.stringify(desk(held))).not.toContain('mia');
    expect(desk(panelOf(submitted('c1'), handedOn, decided('c1', 'decline')))).toMatchObject({ escalated: 0 });
  });

  it('[V6] shows a lease until it is over, and not at that instant', () => {
    const panel = panelOf(submitted('c1'), taken('c1'));

    expect(desk(panel, { at: 119_999 }).held).toHaveLength(1);
    expect(desk(panel, { at: 120_000 }).held).toEqual([]);
    expect(desk(panel, { at: 120_000, seat: 'mia' }).others).toEqual([]);
  });

  it('[V7] lists one’s own decisions, newest first, with the time left to undo', () => {
    const panel = panelOf(
      submitted('c1'),
      submitted('c2', 'bo'),
      submitted('c3', 'cy'),
      decided('c1', 'publish'),
      decided('c3', 'publish', 'mia'),
      decided('c2', 'decline'),
    );

    expect(desk(panel, { at: 13_000 }).recent).toEqual([
      {
        contributionId: 'c2',
        text: 'words of c2',
        lang: 'en',
        verdict: 'decline',
        rule: { id: 'r1', title: 'On topic', text: 'Speak to the subject.' },
        note: 'because',
        undoUntil: 5000 + UNDO_MS,
        awaitsSecond: false,
        bulk: null,
      },
      {
        contributionId: 'c1',
        text: 'words of c1',
        lang: 'en',
        verdict: 'publish',
        rule: null,
        note: 'because',
        undoUntil: null,
        awaitsSecond: false,
        bulk: null,
      },
    ]);
  });

  it('[V7] offers no undo of a decision that another overturned, and forgets an undone one', () => {
    const reversed: DocketEvent = {
      type: 'DecisionReversed',
      contributionId: 'c1',
      by: 'mia',
      verdict: 'publish',
      rule: null,
      body: { note: 'on topic' },
    };
    const undone: DocketEvent = { type: 'DecisionUndone', contributionId: 'c1', by: 'mo' };

    expect(desk(panelOf(submitted('c1'), decided('c1', 'decline'), reversed)).recent).toMatchObject([
      { undoUntil: null },
    ]);
    expect(desk(panelOf(submitted('c1'), decided('c1', 'decline'), undone)).recent).toEqual([]);
  });

  it('[V7] offers no undo once the item has moved on', () => {
    const back: DocketEvent = { type: 'Resubmitted', contributionId: 'c1', body: { text: 'new', lang: 'en' } };
    const withdrawn: DocketEvent = { type: 'Withdrawn', contributionId: 'c1' };

    for (const next of [back, withdrawn]) {
      expect(desk(panelOf(submitted('c1'), decided('c1', 'revise'), next)).recent).toMatchObject([{ undoUntil: null }]);
    }
  });

  it('[V8] shows an item that came back beside the words it had when it was sent back', () => {
    const edit = (text: string): DocketEvent => ({ type: 'Edited', contributionId: 'c1', body: { text, lang: 'en' } });
    const events: PanelEvent[] = [
      submitted('c1'),
      edit('second'),
      decided('c1', 'revise'),
      { type: 'Resubmitted', contributionId: 'c1', body: { text: 'third', lang: 'en' } },
      edit('fourth'),
      taken('c1'),
    ];

    expect(desk(panelOf(...events)).held).toMatchObject([{ text: 'fourth', before: 'second' }]);
  });

  it.each([
    [59_999, 'under-1-min'],
    [60_000, 'under-5-min'],
    [300_000, 'under-15-min'],
    [900_000, 'over-15-min'],
  ])('[V13] tells the longest wait in steps: after %d ms %s', (at, oldest) => {
    expect(desk(panelOf(submitted('c1'), submitted('c2', 'bo')), { at }).oldest).toBe(oldest);
    expect(desk(panelOf(), { at }).oldest).toBe('none');
  });

  it('[V6] lists the proposals to decide, first come first', () => {
    const proposed = (threadId: string): DocketEvent => ({
      type: 'ThreadProposed',
      threadId,
      body: { title: `Title ${threadId}`, lang: 'en', author: 'ana' },
    });
    const done: DocketEvent = {
      type: 'ThreadProposalDecided',
      threadId: 't2',
      by: 'mo',
      verdict: 'publish',
      rule: null,
      body: null,
    };

    expect(desk(panelOf(proposed('t9'), proposed('t2'), proposed('t3'), done)).proposals).toEqual([
      { threadId: 't9', title: 'Title t9', lang: 'en' },
      { threadId: 't3', title: 'Title t3', lang: 'en' },
    ]);
  });
});

function desk(panel: PanelState, { seat = 'mo', at = 5000 } = {}) {
  return deskView('p', panel, { seat, at, revision: 1, nameOf: (by) => `Name of ${by}` });
}

function taken(contributionId: string, by = 'mo'): DocketEvent {
  return { type: 'Taken', contributionId, by, until: 120_000 };
}
