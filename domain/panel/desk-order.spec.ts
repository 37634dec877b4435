import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lawfulHistory, MODERATORS, AUTHORS } from '../testing/arbitrary-history.js';
import { decided, panelOf, submitted } from '../testing/entries.js';
import { headsInOrder, nextForDesk, placeOf } from './desk-order.js';
import type { DocketEvent } from './events.js';
import { fold, initialState } from './evolve.js';
import { evolveDocket } from './evolve/docket.js';
import type { DocketState } from './state.js';

const HELD_UNTIL = 120_000;

describe('the order of the desk', () => {
  it('[Q1] hands out what has waited longest', () => {
    const { docket } = panelOf(submitted('c9', 'ana'), submitted('c1', 'bo'), submitted('c5', 'cy'));

    expect(handedOut(docket, 5000)).toEqual(['c9', 'c1', 'c5']);
    expect(nextForDesk(docket, { at: 5000, seat: 'mo', chairs: false })?.id).toBe('c9');
  });

  it('[Q1] has nothing to hand out when nothing waits', () => {
    const { docket } = panelOf(submitted('c1'), decided('c1', 'publish'), submitted('c2', 'bo', { path: 'through' }));

    expect(nextForDesk(docket, { at: 5000, seat: 'mo', chairs: false })).toBeNull();
  });

  it('[Q2] gives each person one place, however much they submit', () => {
    const burst = ['c1', 'c2', 'c3', 'c4'].map((id) => submitted(id, 'ana'));
    const before = panelOf(...burst, submitted('c5', 'bo')).docket;
    const after = panelOf(...burst, submitted('c5', 'bo'), decided('c1', 'decline')).docket;

    expect(handedOut(before, 9000)).toEqual(['c1', 'c5']);
    expect(handedOut(after, 9000)).toEqual(['c2', 'c5']);
  });

  it('[Q3] hands nobody their own', () => {
    const { docket } = panelOf(submitted('c1', 'mo'), submitted('c2', 'ana'));

    expect(nextForDesk(docket, { at: 5000, seat: 'mo', chairs: false })?.id).toBe('c2');
    expect(nextForDesk(docket, { at: 5000, seat: 'mia', chairs: false })?.id).toBe('c1');
    expect(nextForDesk(panelOf(submitted('c1', 'mo')).docket, { at: 5000, seat: 'mo', chairs: false })).toBeNull();
  });

  it('[Q4] hands out neither a held item nor another of its author, until the lease is over', () => {
    const { docket } = panelOf(submitted('c1'), submitted('c2'), submitted('c3', 'bo'), taken('c2', 'mo'));

    expect(nextForDesk(docket, { at: HELD_UNTIL - 1, seat: 'mia', chairs: false })?.id).toBe('c3');
    expect(nextForDesk(docket, { at: HELD_UNTIL - 1, seat: 'mo', chairs: false })?.id).toBe('c3');
    expect(nextForDesk(docket, { at: HELD_UNTIL, seat: 'mia', chairs: false })?.id).toBe('c1');
  });

  it('[Q5] puts an item that came back at the end of the wait', () => {
    const { docket } = panelOf(submitted('c1'), decided('c1', 'revise'), submitted('c2', 'bo'), {
      type: 'Resubmitted',
      contributionId: 'c1',
      body: { text: 'revised', lang: 'en' },
    });

    expect(handedOut(docket, 5000)).toEqual(['c2', 'c1']);
  });

  it('[Q6] counts the people before an item, its own author included', () => {
    const { docket } = panelOf(
      submitted('c1', 'ana'),
      submitted('c2', 'ana'),
      submitted('c3', 'bo'),
      submitted('c4', 'ana'),
      submitted('c5', 'cy'),
      taken('c3', 'mo'),
    );
    const heads = headsInOrder(docket);
    const places = [...docket.items.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((item) => placeOf(item, heads));

    expect(places).toEqual([1, 1, 2, 2, 3]);
  });

  it('[Q1] [Q2] [Q3] [Q4] holds in any history', () => {
    fc.assert(
      fc.property(
        lawfulHistory(),
        fc.constantFrom(...MODERATORS, ...AUTHORS),
        fc.nat(60_000),
        (entries, seat, later) => {
          const { docket } = fold(initialState, entries);
          const at = (entries.at(-1)?.at ?? 0) + later;
          const held = (id: string) => (docket.items.get(id)?.lease?.until ?? 0) > at;
          const items = [...docket.items.values()].filter(
            ({ standing }) => standing === 'waiting' || standing === 'review',
          );
          const free = items.filter(
            ({ author }) => author !== seat && !items.some((other) => other.author === author && held(other.id)),
          );

          const next = nextForDesk(docket, { at, seat, chairs: false });
          expect(next?.readyAt).toBe(free.length === 0 ? undefined : Math.min(...free.map(({ readyAt }) => readyAt)));
          if (next) expect(free.map(({ id }) => id)).toContain(next.id);
          const order = handedOut(docket, at).map((id) => docket.items.get(id)?.author);
          expect(new Set(order).size).toBe(order.length);
        },
      ),
    );
  });
});

/** What one desk after the other is handed while nobody decides. */
function handedOut(docket: DocketState, at: number): string[] {
  const ids: string[] = [];
  let left = docket;
  for (;;) {
    const next = nextForDesk(left, { at, seat: 'nobody', chairs: false });
    if (!next) return ids;

    ids.push(next.id);
    const event = { type: 'Taken' as const, contributionId: next.id, by: `desk ${ids.length}`, until: at + 1 };
    left = evolveDocket(left, { seq: left.seq + 1, at, event });
  }
}

function taken(contributionId: string, by: string): DocketEvent {
  return { type: 'Taken', contributionId, by, until: HELD_UNTIL };
}
