import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AUTHORS, lawfulHistory } from '../../testing/arbitrary-history.js';
import { decided, entriesOf, queuesOf, submitted } from '../../testing/entries.js';
import type { Entry, GroupTerms, PanelEvent } from '../events.js';
import { PanelQueues } from './panel-queues.js';
import { DEFAULT_TERMS } from './terms.js';

const LANDLOCKED: GroupTerms = {
  id: 'lldc',
  title: 'Landlocked states',
  floor: 5000,
  axis: null,
  sensitive: false,
  source: null,
};
const RULE: PanelEvent = { type: 'QueueSet', terms: DEFAULT_TERMS, groups: [LANDLOCKED] };
const profiles = (seat: string) => (seat === 'lea' ? [{ group: 'lldc', attested: true }] : []);
const nobody = () => false;

describe('the turns of the desk', () => {
  it('[Q50] go to a group that is owed half a turn, before others who wait longer', () => {
    const { review } = after(submitted('c1', 'ana'), submitted('c2', 'bo'), submitted('c3', 'lea'), taken('c1', 3000));
    expect(review.owedTurns('lldc')).toBe(0.5);
    expect(review.next({ at: 4000, excludes: nobody })).toMatchObject({ item: 'c3', reason: 'BALANCE' });
  });

  it('[Q50] are charged when an item is taken, whatever is decided', () => {
    const { review } = after(submitted('c1', 'lea'), taken('c1', 1000), decided('c1', 'decline'));
    expect(review.turnsOf('lea')).toBe(1);
    expect(review.owedTurns('lldc')).toBe(-0.5);
  });

  it.each<readonly [string, readonly PanelEvent[]]>([
    ['given back', [{ type: 'Released', contributionId: 'c1' }]],
    ['undone', [decided('c1', 'publish'), { type: 'DecisionUndone', contributionId: 'c1', by: 'mo' }]],
    ['overturned on appeal', [decided('c1', 'decline'), answered('overturned')]],
  ])('[Q51] are taken back where an item is %s, and it waits as it did', (_what, events) => {
    const before = after(submitted('c1', 'lea'), submitted('c2', 'ana'));
    const { review } = after(submitted('c1', 'lea'), submitted('c2', 'ana'), taken('c1', 2000), ...events);
    expect(standings(review)).toEqual(standings(before.review));
    expect(review.owedTurns('lldc')).toBe(before.review.owedTurns('lldc'));
  });

  it('[Q5] are waited for anew by what has become another text', () => {
    const other = { type: 'Edited', contributionId: 'c1', body: { text: 'Other', lang: 'en' } } as const;
    const first = (...events: PanelEvent[]) =>
      after(submitted('c1', 'ana'), submitted('c2', 'bo'), ...events).review.next({ at: 9000, excludes: nobody })?.item;
    expect([first(other), first({ ...other, anew: true })]).toEqual(['c1', 'c2']);
  });

  it('[Q51] are taken back when a lease ends without a decision', () => {
    const { review } = after(submitted('c1', 'lea'), submitted('c2', 'ana'), taken('c1', 2000, 5000));
    expect(review.next({ at: 4999, excludes: nobody })?.item).toBe('c2');
    expect(review.next({ at: 5000, excludes: nobody })?.item).toBe('c1');
  });

  it('[Q51] cost nothing for another look at what had its turn', () => {
    const { review } = after(
      submitted('c1', 'lea'),
      taken('c1', 1000),
      { type: 'Looked', contributionId: 'c1', by: 'mo', verdict: 'decline', rule: null, body: null },
      { type: 'Taken', contributionId: 'c1', by: 'mia', until: 9000, lane: 'again' },
      decided('c1', 'decline', 'mia'),
    );
    expect(review.turnsOf('lea')).toBe(1);
  });

  it('[Q6] give an author a place: how many people’s turns come before theirs, with their own', () => {
    const { review } = after(
      submitted('c1', 'ana'),
      submitted('c2', 'bo'),
      submitted('c3', 'ana'),
      submitted('c4', 'cy'),
    );
    expect(['c1', 'c2', 'c3', 'c4'].map((id) => review.standingOf(id)?.place)).toEqual([1, 2, 1, 3]);
  });

  it('[Q52] tell an author alone their place, since when, and what they count for', () => {
    const { review } = after(submitted('c1', 'ana'), submitted('c2', 'bo'), submitted('c3', 'lea'), taken('c1', 3000));
    expect(review.standingOf('c3')).toEqual({
      place: 2,
      since: 3000,
      first: true,
      owed: [{ group: 'lldc', turns: null }],
    });
    expect(review.standingOf('c2')).toMatchObject({ place: 3, owed: [] });
  });

  it('[Q53] follow from entries and profiles alone: folded at once, in parts or after a rewind they are the same', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.nat(), (entries, cut) => {
        const whole = queuesOf(entries, claims);
        const parted = new PanelQueues(claims);
        const from = entries[cut % Math.max(1, entries.length)]?.panelSeq ?? 0;
        for (const entry of entries) parted.apply(entry);
        parted.rewind(from);
        for (const entry of entries) parted.apply(entry);
        for (const entry of entries) parted.apply(entry);
        expect(observed(parted, entries)).toEqual(observed(whole, entries));
      }),
    );
  });

  it('[Q54] count for less from the moment a claim is withdrawn', () => {
    const versioned = (seat: string, version: number) => (version === 1 ? profiles(seat) : []);
    const renewed: PanelEvent = { type: 'ProfileRenewed', version: 2, body: { seat: 'lea' } };
    const events = [RULE, submitted('c1', 'ana'), submitted('c2', 'bo'), submitted('c3', 'lea'), taken('c1', 4000)];
    expect(queuesOf(entriesOf(events), versioned).review.standingOf('c3')?.owed).toHaveLength(1);
    expect(queuesOf(entriesOf([...events, renewed]), versioned).review.standingOf('c3')?.owed).toEqual([]);
  });
});

function claims(seat: string) {
  return seat === AUTHORS[0] ? [{ group: 'lldc', attested: true }] : [];
}

function after(...events: readonly PanelEvent[]): PanelQueues {
  return queuesOf(entriesOf([RULE, ...events]), profiles);
}

function taken(contributionId: string, at: number, until = at + 120_000): PanelEvent {
  return { type: 'Taken', contributionId, by: 'mo', until, lane: 'equity' };
}

function answered(outcome: 'overturned'): PanelEvent {
  return {
    type: 'AppealAnswered',
    contributionId: 'c1',
    by: 'mia',
    outcome,
    rule: null,
    body: { answer: 'You are right.' },
  };
}

function standings(review: PanelQueues['review']) {
  return ['c1', 'c2'].map((id) => review.standingOf(id));
}

function observed({ review }: PanelQueues, entries: readonly Entry[]) {
  const ids = entries.flatMap(({ event }) => (event.type === 'Submitted' ? [event.contributionId] : []));
  return {
    waiting: review.waiting,
    place: review.nextPlace,
    owed: review.owedTurns('lldc'),
    next: review.next({ at: Number.MAX_SAFE_INTEGER, excludes: nobody }),
    standings: ids.map((id) => review.standingOf(id)),
  };
}
