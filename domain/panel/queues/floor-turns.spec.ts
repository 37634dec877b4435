import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_RULE } from '../../amplify/queue/rule.js';
import { asked, ended } from '../../testing/floor.js';
import { apply, call, floorOf, ids, SLOT, spoken } from '../../testing/floor-turns.js';
import type { PanelEvent, SpeechKind } from '../events.js';
import type { NextSpeech } from './floor-terms.js';

describe('the order of the floor', () => {
  it('[F10] puts points of order before all, as they were asked', () => {
    const floor = floorOf(asked('t1', 'ana'), asked('o1', 'ben', 'order'), asked('o2', 'ana', 'order'));
    expect(ids(floor.upcoming(9))).toEqual(['o1', 'o2', 't1']);
    expect(floor.next()).toEqual({ requestId: 'o1', lane: 'order', reason: 'ORDER' });
  });

  it('[F10] takes at most two replies after each topic, from those who spoke least; the rest wait among the topics', () => {
    const floor = floorOf(asked('t1', 'ana'), asked('t2', 'ben'), ...spoken('t1'));
    apply(floor, asked('r1', 'ana', 'reply'), asked('r2', 'cem', 'reply'), asked('r3', 'dan', 'reply'));
    expect(ids(floor.upcoming(9))).toEqual(['r2', 'r3', 't2', 'r1']);

    apply(floor, ...spoken('r2', 'reply'), ...spoken('r3', 'reply'));
    expect(floor.next()?.requestId).toBe('t2');
    apply(floor, ...spoken('t2'));
    expect(floor.next()).toMatchObject({ requestId: 'r1', lane: 'equity' });
  });

  it('[F10] counts replies to a topic over points of order and the replies themselves', () => {
    const floor = floorOf(asked('t1', 'ana'), asked('t2', 'ben'), ...spoken('t1'), asked('r1', 'cem', 'reply'));
    apply(floor, ...spoken('r1', 'reply'), asked('o1', 'dan', 'order'), ...spoken('o1', 'order'));
    apply(floor, asked('r2', 'dan', 'reply'), asked('r3', 'eva', 'reply'));
    expect(ids(floor.upcoming(9))).toEqual(['r3', 't2', 'r2']);
  });

  it('[F11] charges a speech at its end with the time it took, and chooses afterwards', () => {
    const floor = floorOf(asked('t0', 'ben'), call('t0'), ended('t0', SLOT / 2));
    apply(floor, asked('t1', 'ana'), asked('t2', 'ben'), asked('t3', 'ana'), call('t1'));
    expect(floor.nextAfter(SLOT, 9)?.requestId).toBe('t2');
    expect(floor.nextAfter(SLOT / 10, 9)?.requestId).toBe('t3');
    expect(floor.next()?.requestId).toBe('t2');
    apply(floor, ended('t1', SLOT / 10));
    expect(floor.next()?.requestId).toBe('t3');
    expect(floor.standingOf('t3')).toMatchObject({ first: false, place: 1 });
  });

  it('[F11] counts as selections only topics that the queue chose', () => {
    const people = ['ana', 'ben', 'cem', 'dan', 'eva'];
    const floor = floorOf({}, ...people.map((one) => asked(`t-${one}`, one)));
    const lanes = () => floor.upcoming(5).map(({ lane }) => lane);
    expect(lanes()).toEqual(['equity', 'equity', 'equity', 'seniority', 'equity']);
    apply(floor, asked('o1', 'fox', 'order'), ...spoken('o1', 'order'), ...spoken('t-eva', 'override'));
    expect(lanes()).toEqual(['equity', 'equity', 'equity', 'seniority']);
    apply(floor, ...spoken('t-ana'));
    expect(lanes()).toEqual(['equity', 'equity', 'seniority']);
  });

  it('[F11] balances topics by what groups are owed', () => {
    const rule = { ...DEFAULT_RULE, groups: [{ id: 'ldc', floor: 2500 }] };
    const claims = { l1: [{ group: 'ldc', attested: true }] };
    const floor = floorOf({ rule, claims }, ...['w1', 'w2', 'w3', 'l1'].map((one) => asked(`t-${one}`, one)));
    expect(floor.upcoming(4).map(({ requestId, reason }) => `${requestId} ${reason}`)).toEqual([
      't-w1 IN_TURN',
      't-w2 IN_TURN',
      't-l1 BALANCE',
      't-w3 WAITED_LONGEST',
    ]);
  });

  it('[F8] passes over whoever lets others go first, twice, and they lose nothing', () => {
    const floor = floorOf({}, ...['ana', 'ben', 'cem', 'dan'].map((one) => asked(`t-${one}`, one)));
    const before = floor.standingOf('t-ana');
    apply(floor, { type: 'FloorYielded', requestId: 't-ana' });
    expect(ids(floor.upcoming(4))).toEqual(['t-ben', 't-cem', 't-ana', 't-dan']);
    expect(floor.standingOf('t-ana')).toEqual({ ...before, place: 3, yielding: true });

    apply(floor, ...spoken('t-ben'), ...spoken('t-cem'));
    expect(floor.standingOf('t-ana')).toEqual({ ...before, place: 1 });
  });

  it('[F8] passes over twice whoever lets others go first while somebody speaks', () => {
    const floor = floorOf({}, ...['eve', 'ana', 'ben', 'cem', 'dan'].map((one) => asked(`t-${one}`, one)));
    const [begun, over] = spoken('t-eve');
    apply(floor, ...[begun].flatMap((event) => event ?? []), { type: 'FloorYielded', requestId: 't-ana' });
    expect(ids(floor.upcoming(4))).toEqual(['t-ben', 't-cem', 't-ana', 't-dan']);

    apply(floor, ...[over].flatMap((event) => event ?? []), ...spoken('t-ben'));
    expect(floor.standingOf('t-ana')).toMatchObject({ place: 2, yielding: true });
    apply(floor, ...spoken('t-cem'));
    expect(floor.standingOf('t-ana')).toMatchObject({ place: 1, yielding: false });
  });

  it('[F12] tells who waits their place, since when, and why, for themselves', () => {
    const rule = { ...DEFAULT_RULE, groups: [{ id: 'ldc', floor: 5000 }] };
    const claims = { ana: [{ group: 'ldc', attested: true }] };
    const floor = floorOf(
      { rule, claims },
      asked('t1', 'ben'),
      asked('t2', 'ana'),
      asked('t3', 'cem'),
      ...spoken('t1'),
    );
    expect(floor.standingOf('t2')).toEqual({
      place: 1,
      since: 2,
      first: true,
      mayYield: true,
      yielding: false,
      owed: [{ group: 'ldc', turns: null }],
    });
    expect(floor.standingOf('t1')).toBeNull();
  });

  it('[F6] tells the part of the speeches that was chosen by hand', () => {
    const floor = floorOf({}, ...['ana', 'ben', 'cem', 'dan'].map((one) => asked(`t-${one}`, one)));
    expect(floor.overrideShare()).toBe(0);
    apply(floor, ...spoken('t-ana'), ...spoken('t-dan', 'override'), ...spoken('t-ben'), ...spoken('t-cem'));
    expect(floor.overrideShare()).toBe(0.25);
  });

  it('[F14] takes a state of the groups only when ten people more have spoken', () => {
    const rule = { ...DEFAULT_RULE, groups: [{ id: 'ldc', floor: 2500 }] };
    const people = Array.from({ length: 25 }, (_, i) => `p${i}`);
    const claims = Object.fromEntries(people.slice(0, 12).map((one) => [one, [{ group: 'ldc', attested: true }]]));
    const floor = floorOf({ rule, claims }, ...people.map((one) => asked(`t-${one}`, one)));
    const states: unknown[] = [];
    for (let n = 0; n < people.length; n++) {
      apply(floor, ...spoken(floor.next()?.requestId ?? ''));
      if (states.at(-1) !== floor.groupsHeard(10)) states.push(floor.groupsHeard(10));
      expect(states.length).toBe(n < 9 ? 1 : n < 19 ? 2 : 3);
    }
    expect(states[1]).toEqual([
      { group: 'ldc', people: 12, of: 25, isHeard: true, turnsOwed: expect.closeTo(2.5 - 10, 5) },
    ]);
  });

  it('[F10] is told as it then comes, whatever happens', () => {
    fc.assert(
      fc.property(anyFloor(), ({ events, rule, claims }) => {
        const floor = floorOf({ rule, claims }, ...events);
        if (floor.speaking) apply(floor, ended(floor.speaking, SLOT));
        const told = floor.upcoming(100);
        expect(new Set(ids(told)).size).toBe(told.length);
        expect(told).toHaveLength(floor.length);
        const came: NextSpeech[] = [];
        for (let next = floor.next(); next; next = floor.next()) {
          came.push(next);
          apply(floor, call(next.requestId, next.lane), ended(next.requestId, SLOT));
        }
        expect(came).toEqual(told);
      }),
      { numRuns: 150 },
    );
  });
});

/** What may happen on a floor, also out of order. */
function anyFloor() {
  const id = fc.nat(15).map((n) => `r${n}`);
  const person = fc.constantFrom('ana', 'ben', 'cem', 'dan', 'eva');
  const kind = fc.constantFrom<SpeechKind>('topic', 'topic', 'topic', 'reply', 'order');
  const lane = fc.constantFrom('seniority' as const, 'equity' as const, 'override' as const, 'order' as const);
  const event: fc.Arbitrary<PanelEvent> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(id, person, kind).map((one) => asked(...one)) },
    { weight: 1, arbitrary: id.map((requestId) => ({ type: 'FloorLeft' as const, requestId })) },
    { weight: 1, arbitrary: id.map((requestId) => ({ type: 'FloorYielded' as const, requestId })) },
    { weight: 2, arbitrary: fc.tuple(id, lane).map((one) => call(...one)) },
    { weight: 2, arbitrary: fc.tuple(id, fc.nat(300)).map((one) => ended(...one)) },
  );
  const groups = fc.constantFrom(
    [],
    [
      { id: 'a', floor: 3000 },
      { id: 'b', floor: 1500 },
    ],
  );
  const claim = fc.record({ group: fc.constantFrom('a', 'b'), attested: fc.boolean() });
  return fc.record({
    events: fc.array(event, { maxLength: 60, size: 'max' }),
    rule: groups.map((some) => ({ ...DEFAULT_RULE, groups: some })),
    claims: fc.dictionary(person, fc.array(claim, { maxLength: 2 })),
  });
}
