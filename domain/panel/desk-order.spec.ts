import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lawfulHistory, MODERATORS, AUTHORS } from '../testing/arbitrary-history.js';
import { decided, entriesOf, queuesOf, submitted } from '../testing/entries.js';
import { nextForDesk, type Taker } from './desk-order.js';
import type { DocketEvent, Entry, PanelEvent } from './events.js';
import { evolve, initialState } from './evolve.js';
import { journalOf } from './journals.js';
import { ESCALATION_MS } from './limits.js';
import { isLookDue, mayLook } from './looks.js';
import type { Profiles } from './queues/review-turns.js';
import { DEFAULT_TERMS } from './queues/terms.js';
import type { DocketState } from './state.js';

const HELD_UNTIL = 120_000;

/** A panel with its queue, which goes on. */
class Desk {
  private panel = initialState;
  readonly queues;

  constructor(entries: readonly Entry[], profiles: Profiles = () => []) {
    this.queues = queuesOf([], profiles);
    for (const entry of entries) this.add(entry);
  }

  static after(...events: readonly PanelEvent[]): Desk {
    return new Desk(entriesOf(events));
  }

  get docket(): DocketState {
    return this.panel.docket;
  }

  next(taker: Partial<Taker> = {}) {
    const asked = { seat: 'mo', at: 5000, chairs: false, ...taker };
    return nextForDesk(this.docket, asked, this.queues.review)?.item.id;
  }

  happens(event: PanelEvent, at: number): void {
    const journal = journalOf(event);
    const { record, docket } = this.panel;
    this.add({ journal, seq: this.panel[journal].seq + 1, panelSeq: record.seq + docket.seq + 1, at, event });
  }

  /** What one desk after the other is handed while nobody decides. */
  handsOut(at: number): readonly string[] {
    const ids: string[] = [];
    for (let id = this.next({ seat: 'nobody', at }); id; id = this.next({ seat: 'nobody', at })) {
      ids.push(id);
      this.happens({ type: 'Taken', contributionId: id, by: `desk ${ids.length}`, until: at + 1, lane: 'equity' }, at);
    }
    return ids;
  }

  /** What one person is handed who takes and declines whatever there is. */
  worksOff(taker: Taker): void {
    for (let id = this.next(taker); id; id = this.next(taker)) {
      this.happens({ type: 'Taken', contributionId: id, by: taker.seat, until: taker.at + 1 }, taker.at);
      this.happens(decided(id, 'decline', taker.seat), taker.at);
    }
  }

  private add(entry: Entry): void {
    this.panel = evolve(this.panel, entry);
    this.queues.apply(entry);
  }
}

describe('the order of the desk', () => {
  it('[Q1] hands out what has waited longest while nobody had a turn and no group is owed one', () => {
    const desk = Desk.after(submitted('c9', 'ana'), submitted('c1', 'bo'), submitted('c5', 'cy'));
    expect(desk.next()).toBe('c9');
    expect(desk.handsOut(5000)).toEqual(['c9', 'c1', 'c5']);
  });

  it('[Q1] has nothing to hand out when nothing waits', () => {
    const through = submitted('c2', 'bo', { path: 'through' });
    expect(Desk.after(submitted('c1'), decided('c1', 'publish'), through).next()).toBeUndefined();
  });

  it('[Q2] gives each person one place, however much they submit', () => {
    const burst = ['c1', 'c2', 'c3', 'c4'].map((id) => submitted(id, 'ana'));
    expect(Desk.after(...burst, submitted('c5', 'bo')).handsOut(9000)).toEqual(['c1', 'c5']);
    expect(Desk.after(...burst, submitted('c5', 'bo'), decided('c1', 'decline')).handsOut(9000)).toEqual(['c5', 'c2']);
  });

  it('[Q3] hands nobody their own', () => {
    const desk = Desk.after(submitted('c1', 'mo'), submitted('c2', 'ana'));
    expect([desk.next(), desk.next({ seat: 'mia' })]).toEqual(['c2', 'c1']);
    expect(Desk.after(submitted('c1', 'mo')).next()).toBeUndefined();
  });

  it('[Q4] hands out neither a held item nor another of its author, until the lease is over', () => {
    const desk = Desk.after(submitted('c1'), submitted('c2'), submitted('c3', 'bo'), taken('c2', 'mo'));
    expect(desk.next({ seat: 'mia', at: HELD_UNTIL - 1 })).toBe('c3');
    expect(desk.next({ at: HELD_UNTIL - 1 })).toBe('c3');
    expect(desk.next({ seat: 'mia', at: HELD_UNTIL })).toBe('c1');
  });

  it('[Q5] puts an item that came back at the end of the wait', () => {
    const back: PanelEvent = { type: 'Resubmitted', contributionId: 'c1', body: { text: 'revised', lang: 'en' } };
    const desk = Desk.after(submitted('c1'), decided('c1', 'revise'), submitted('c2', 'bo'), back);
    expect(desk.handsOut(5000)).toEqual(['c2', 'c1']);
  });

  it('[Q2] [Q3] [Q4] [Q9] hands out whatever is free, and nothing else, in any history', () => {
    fc.assert(
      fc.property(
        lawfulHistory(),
        fc.constantFrom(...MODERATORS, ...AUTHORS),
        fc.nat(1_200_000),
        (entries, seat, later) => {
          const desk = new Desk(entries);
          const { docket } = desk;
          const at = (entries.at(-1)?.at ?? 0) + later;
          const held = (id: string) => (docket.items.get(id)?.lease?.until ?? 0) > at;
          const ids = new Set([...docket.waiting.keys(), ...docket.looksDue.keys()]);
          const items = [...ids].flatMap((id) => docket.items.get(id) ?? []);
          const isFree = (item: (typeof items)[number]) => {
            const { author, id, escalation } = item;
            if (author === seat || held(id) || !mayLook(docket, item, seat)) return false;
            if (escalation) return escalation.by !== seat && at - escalation.at >= ESCALATION_MS;
            return isLookDue(item) || !items.some((other) => other.author === author && held(other.id));
          };
          const free = items.filter(isFree).map(({ id }) => id);

          const next = desk.next({ at, seat });
          expect(next === undefined).toBe(free.length === 0);
          if (next) expect(free).toContain(next);
        },
      ),
    );
  });
});

describe('what was handed on', () => {
  const waiting = [submitted('c1', 'ana'), submitted('c2', 'bo'), submitted('c3', 'cy')];
  const desk = Desk.after(...waiting, taken('c3', 'mo'), escalated('c3', 'mo'));
  const HANDED_ON = 4000;
  const alone = () =>
    Desk.after(submitted('c3', 'cy'), taken('c3', 'mo'), escalated('c3', 'mo'), submitted('c4', 'ana'));

  it('[Q7] comes to hosts before all else', () => {
    expect(desk.next({ seat: 'hana', at: HANDED_ON, chairs: true })).toBe('c3');
    expect(desk.next({ seat: 'mia', at: HANDED_ON })).toBe('c1');
  });

  it('[Q7] comes to other moderators after ten minutes', () => {
    const one = (at: number) => alone().next({ at, seat: 'mia' });
    expect(one(2000 + ESCALATION_MS - 1)).toBe('c4');
    expect(one(2000 + ESCALATION_MS)).toBe('c3');
  });

  it('[Q7] never comes back by itself to whoever handed it on, host or not', () => {
    const only = Desk.after(submitted('c3', 'cy'), taken('c3', 'mo'), escalated('c3', 'mo'));
    for (const chairs of [true, false]) {
      expect(only.next({ at: 10 * ESCALATION_MS, chairs })).toBeUndefined();
    }
  });

  it('[Q7] holds up nothing else of its author', () => {
    const both = Desk.after(submitted('c1', 'ana'), submitted('c2', 'ana'), taken('c1', 'mo'), escalated('c1', 'mo'));
    expect(both.next({ at: 4000, seat: 'mia' })).toBe('c2');
  });

  it('[Q7] keeps its standing, its wait and its author’s place', () => {
    expect(desk.docket.items.get('c3')).toMatchObject({ standing: 'waiting', readyAt: 2000, lease: null });
    expect(desk.queues.review.standingOf('c3')).toMatchObject({ place: 1, since: 2000 });
  });
});

describe('what was in somebody’s hands', () => {
  const owed = { id: 'youth', title: 'Youth', floor: 5000, axis: null, sensitive: false, source: null };
  const queueSet: PanelEvent = { type: 'QueueSet', terms: DEFAULT_TERMS, groups: [owed] };
  const counting = (seat: string) => (seat === 'yo' ? [{ group: 'youth', attested: true }] : []);
  const events = [queueSet, submitted('c1', 'ana'), submitted('c2', 'bo'), submitted('c3', 'cy'), taken('c1', 'mo')];

  it('[Q56] comes next once it is given back, before whoever is preferred since', () => {
    const desk = new Desk(entriesOf([...events, decided('c1', 'publish')]), counting);
    expect(desk.next({ at: 6000 })).toBe('c2');
    desk.happens(taken('c2', 'mo'), 6000);
    desk.happens({ type: 'Released', contributionId: 'c2' }, 7000);
    desk.happens(submitted('c9', 'yo'), 7000);
    expect(desk.next({ at: 8000 })).toBe('c2');
    expect(desk.next({ at: 8000, passing: new Set(['c2']) })).toBe('c9');
  });

  it('[Q56] comes in the order in which it was handed out first, to whoever may have it', () => {
    const desk = new Desk(entriesOf([...events, taken('c3', 'mia'), taken('c2', 'mo')]), counting);
    expect(desk.handsOut(HELD_UNTIL)).toEqual(['c1', 'c3', 'c2']);
    expect(desk.next({ seat: 'ana', at: 3 * HELD_UNTIL })).toBe('c3');
  });

  it('[Q56] comes in its turn once its author has sent it anew', () => {
    const back: PanelEvent = { type: 'Resubmitted', contributionId: 'c1', body: { text: 'revised', lang: 'en' } };
    const desk = new Desk(entriesOf([...events, decided('c1', 'revise'), back]), counting);
    expect(desk.handsOut(9000)).toEqual(['c2', 'c3', 'c1']);
  });

  it('[Q57] is read in the order in which it came where it is published already', () => {
    const read = (id: string, author: string) => submitted(id, author, { path: 'review' });
    const all = [queueSet, read('c1', 'ana'), read('c2', 'bo'), read('c3', 'cy'), read('c4', 'yo'), read('c5', 'di')];
    expect(new Desk(entriesOf(all), counting).handsOut(9000)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    const unread = all.map((event) => ('path' in event ? { ...event, path: 'waiting' as const } : event));
    expect(new Desk(entriesOf(unread), counting).handsOut(9000)).toEqual(['c1', 'c4', 'c2', 'c3', 'c5']);
  });
});

describe('passing over', () => {
  const events = [
    submitted('c1', 'ana'),
    submitted('c2', 'ana'),
    submitted('c3', 'bo'),
    submitted('c4', 'cy'),
    taken('c4', 'mo'),
  ];
  const desk = Desk.after(...events);
  const next = (...ids: string[]) => desk.next({ at: 9000, seat: 'mia', passing: new Set(ids) });

  it('[Q8] goes on to whoever comes behind, and forgets it at once', () => {
    expect([next(), next('c1'), next('c1', 'c3')]).toEqual(['c1', 'c3', undefined]);
    expect(next()).toBe('c1');
  });

  it('[Q8] frees what one holds oneself, never what another holds', () => {
    const passing = new Set(['c1']);
    const held = () => Desk.after(submitted('c1', 'ana'), submitted('c2', 'bo'), taken('c1', 'mo'));
    expect(held().next({ at: 9000, passing })).toBe('c2');
    expect(held().next({ at: 9000, seat: 'mia', passing })).toBe('c2');
    expect(held().next({ at: 9000, seat: 'mia', passing: new Set(['c1', 'c2']) })).toBeUndefined();
  });
});

describe('nothing starves', () => {
  const later = (entries: readonly Entry[]) => (entries.at(-1)?.at ?? 0) + HELD_UNTIL;

  it('[Q9] whoever keeps deciding is handed everything: hosts at once, moderators after ten minutes', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.boolean(), (entries, chairs) => {
        const desk = new Desk(entries);
        desk.worksOff({ at: later(entries) + (chairs ? 0 : ESCALATION_MS), seat: 'somebody new', chairs });
        expect(desk.docket.waiting.size).toBe(0);
      }),
    );
  });

  it('[Q9] of two who keep deciding, each handing on whatever they like once, nothing is left', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.array(fc.boolean(), { minLength: 1 }), (entries, hands) => {
        const desk = new Desk(entries);
        const at = later(entries);
        for (const id of [...desk.docket.waiting.keys()].sort()) {
          const by = hands[Number(id.slice(1)) % hands.length] ? 'first' : 'second';
          if (desk.docket.items.get(id)?.escalation) continue;
          desk.happens({ type: 'Escalated', contributionId: id, by, body: null }, at);
        }
        for (const seat of ['first', 'second']) desk.worksOff({ at: at + ESCALATION_MS, seat, chairs: false });
        expect(desk.docket.waiting.size).toBe(0);
      }),
    );
  });
});

function escalated(contributionId: string, by: string): DocketEvent {
  return { type: 'Escalated', contributionId, by, body: { note: 'Your turn' } };
}

function taken(contributionId: string, by: string): DocketEvent {
  return { type: 'Taken', contributionId, by, until: HELD_UNTIL };
}
