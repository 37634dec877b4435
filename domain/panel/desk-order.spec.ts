import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lawfulHistory, MODERATORS, AUTHORS } from '../testing/arbitrary-history.js';
import { decided, panelOf, submitted } from '../testing/entries.js';
import { headsInOrder, nextForDesk, placeOf, type Taker } from './desk-order.js';
import type { DocketEvent, Entry } from './events.js';
import { fold, initialState } from './evolve.js';
import { evolveDocket } from './evolve/docket.js';
import { ESCALATION_MS } from './limits.js';
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
        fc.nat(1_200_000),
        (entries, seat, later) => {
          const { docket } = fold(initialState, entries);
          const at = (entries.at(-1)?.at ?? 0) + later;
          const held = (id: string) => (docket.items.get(id)?.lease?.until ?? 0) > at;
          const items = [...docket.items.values()].filter(
            ({ standing }) => standing === 'waiting' || standing === 'review',
          );
          const free = items.filter(
            ({ author, escalation }) =>
              author !== seat &&
              !items.some((other) => other.author === author && held(other.id)) &&
              (!escalation || (escalation.by !== seat && at - escalation.at >= ESCALATION_MS)),
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

describe('what was handed on', () => {
  const waiting = [submitted('c1', 'ana'), submitted('c2', 'bo'), submitted('c3', 'cy')];
  const { docket } = panelOf(...waiting, taken('c3', 'mo'), escalated('c3', 'mo'));
  const HANDED_ON = 4000;
  const next = (seat: string, at: number, chairs = false) => nextForDesk(docket, { at, seat, chairs })?.id;

  it('[Q7] comes to hosts before all else', () => {
    expect(next('hana', HANDED_ON, true)).toBe('c3');
    expect(next('mia', HANDED_ON)).toBe('c1');
  });

  it('[Q7] comes to other moderators after ten minutes, at its usual place', () => {
    const alone = panelOf(submitted('c3', 'cy'), taken('c3', 'mo'), escalated('c3', 'mo'), submitted('c4', 'ana'));
    const one = (at: number) => nextForDesk(alone.docket, { at, seat: 'mia', chairs: false })?.id;

    expect(one(2000 + ESCALATION_MS - 1)).toBe('c4');
    expect(one(2000 + ESCALATION_MS)).toBe('c3');
    expect(next('mia', HANDED_ON + ESCALATION_MS)).toBe('c1');
  });

  it('[Q7] never comes back by itself to whoever handed it on, host or not', () => {
    const alone = panelOf(submitted('c3', 'cy'), taken('c3', 'mo'), escalated('c3', 'mo')).docket;
    for (const chairs of [true, false]) {
      expect(nextForDesk(alone, { at: 10 * ESCALATION_MS, seat: 'mo', chairs })).toBeNull();
    }
  });

  it('[Q7] holds up nothing else of its author', () => {
    const both = panelOf(submitted('c1', 'ana'), submitted('c2', 'ana'), taken('c1', 'mo'), escalated('c1', 'mo'));
    expect(nextForDesk(both.docket, { at: 4000, seat: 'mia', chairs: false })?.id).toBe('c2');
  });

  it('[Q7] keeps its wait and its author’s place', () => {
    const { items } = docket;
    const before = panelOf(...waiting).docket;
    expect(items.get('c3')).toMatchObject({ standing: 'waiting', readyAt: 2000, lease: null });
    expect(headsInOrder(docket).map(({ id }) => id)).toEqual(headsInOrder(before).map(({ id }) => id));
  });
});

describe('passing over', () => {
  const { docket } = panelOf(
    submitted('c1', 'ana'),
    submitted('c2', 'ana'),
    submitted('c3', 'bo'),
    submitted('c4', 'cy'),
    taken('c4', 'mo'),
  );
  const next = (seat: string, ...ids: string[]) =>
    nextForDesk(docket, { at: 9000, seat, chairs: false, passing: new Set(ids) })?.id;

  it('[Q8] goes on to what comes behind, item by item, and forgets it at once', () => {
    expect([next('mia'), next('mia', 'c1'), next('mia', 'c1', 'c2'), next('mia', 'c1', 'c2', 'c3')]).toEqual([
      'c1',
      'c2',
      'c3',
      undefined,
    ]);
    expect(next('mia')).toBe('c1');
  });

  it('[Q8] frees what one holds oneself, never what another holds', () => {
    const others = panelOf(submitted('c1', 'ana'), submitted('c2', 'ana'), taken('c1', 'mo')).docket;
    const passing = new Set(['c1']);
    expect(nextForDesk(others, { at: 9000, seat: 'mo', chairs: false, passing })?.id).toBe('c2');
    expect(nextForDesk(others, { at: 9000, seat: 'mia', chairs: false, passing })).toBeNull();
  });
});

describe('nothing starves', () => {
  const later = (entries: readonly Entry[]) => (entries.at(-1)?.at ?? 0) + HELD_UNTIL;

  it('[Q9] whoever keeps deciding is handed everything: hosts at once, moderators after ten minutes', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.boolean(), (entries, chairs) => {
        const { docket } = fold(initialState, entries);
        const at = later(entries) + (chairs ? 0 : ESCALATION_MS);
        expect(workedOff(docket, { at, seat: 'somebody new', chairs }).waiting.size).toBe(0);
      }),
    );
  });

  it('[Q9] of two who keep deciding, each handing on whatever they like once, nothing is left', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.array(fc.boolean(), { minLength: 1 }), (entries, hands) => {
        let { docket } = fold(initialState, entries);
        let at = later(entries);
        for (const id of [...docket.waiting.keys()].sort()) {
          const item = docket.items.get(id);
          const by = hands[Number(id.slice(1)) % hands.length] ? 'first' : 'second';
          if (item?.escalation) continue;
          docket = happens(docket, at, { type: 'Escalated', contributionId: id, by, body: null });
        }
        at += ESCALATION_MS;
        for (const seat of ['first', 'second']) docket = workedOff(docket, { at, seat, chairs: false });
        expect(docket.waiting.size).toBe(0);
      }),
    );
  });
});

/** What is left after one person took and declined whatever they were handed. */
function workedOff(docket: DocketState, taker: Taker): DocketState {
  let left = docket;
  for (;;) {
    const next = nextForDesk(left, taker);
    if (!next) return left;
    left = happens(left, taker.at, decided(next.id, 'decline', taker.seat));
  }
}

function happens(docket: DocketState, at: number, event: DocketEvent): DocketState {
  return evolveDocket(docket, { seq: docket.seq + 1, at, event });
}

/** What one desk after the other is handed while nobody decides. */
function handedOut(docket: DocketState, at: number): string[] {
  const ids: string[] = [];
  let left = docket;
  for (;;) {
    const next = nextForDesk(left, { at, seat: 'nobody', chairs: false });
    if (!next) return ids;

    ids.push(next.id);
    const event = { type: 'Taken' as const, contributionId: next.id, by: `desk ${ids.length}`, until: at + 1 };
    left = happens(left, at, event);
  }
}

function escalated(contributionId: string, by: string): DocketEvent {
  return { type: 'Escalated', contributionId, by, body: { note: 'Your turn' } };
}

function taken(contributionId: string, by: string): DocketEvent {
  return { type: 'Taken', contributionId, by, until: HELD_UNTIL };
}
