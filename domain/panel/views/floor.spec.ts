import { describe, expect, it } from '@jest/globals';
import type { People } from '../../wire/views.js';
import { panelOpened } from '../../testing/facts.js';
import { asked, ended, floorOpened, given as givenFloor } from '../../testing/floor.js';
import { given, NOON, type Given } from '../../testing/given.js';
import { host, moderator, observer, participant, passerBy } from '../../testing/people.js';
import type { PanelEvent } from '../events.js';
import { DEFAULT_TERMS } from '../queues/terms.js';
import type { Actor } from '../roles.js';
import { seatsHeard } from '../visibility.js';
import { floorView, seatsOnFloor } from './floor.js';

const open = given(panelOpened, floorOpened);

describe('the floor as it is shown', () => {
  const busy = open.and(
    asked('r1', 'ana'),
    asked('r2', 'ben'),
    {
      ...asked('r3', 'participant'),
      body: { author: 'participant', note: 'The dam', role: 'participant' },
    } as PanelEvent,
    givenFloor('r1', 'ana'),
  );

  it('[F15] tells everybody who speaks, since when, the length of a turn, who is next and how many wait', () => {
    expect(seen(busy, passerBy)).toEqual({
      panelId: 'panel',
      open: true,
      slotSeconds: 120,
      speaking: { requestId: 'r1', kind: 'topic', threadId: null, who: named('ana'), at: NOON },
      next: { requestId: 'r2', kind: 'topic', threadId: null, who: named('ben') },
      waiting: 2,
      mine: [],
      hosting: null,
    });
  });

  it('[F3] names nobody who is shown by role, and asks for no name of theirs', () => {
    const last = busy.and({ type: 'FloorLeft', requestId: 'r2' });
    expect(seen(last, host).next?.who).toEqual({ name: null, affiliation: '', role: 'participant' });
    expect([...seatsOnFloor(last.panel, last.queues.floor, true)]).toEqual(['ana']);
    expect(JSON.stringify(seen(last, host))).not.toContain('Participant');
  });

  it('[F3] lets everybody look up by seat who had the floor by name, and nobody else', () => {
    const heard = busy.and(ended('r1', 9), givenFloor('r3', 'participant'));
    expect([...seatsHeard(heard.panel)]).toEqual(['ana']);
  });

  it('[F12] tells who asked where they stand, and nobody else', () => {
    const [mine] = seen(busy, participant).mine;
    expect(mine).toEqual({
      requestId: 'r3',
      kind: 'topic',
      threadId: null,
      note: 'The dam',
      attribution: 'role',
      isSpeaking: false,
      place: 2,
      turn: { since: NOON, first: true, owed: [] },
      mayYield: true,
      yielding: false,
    });
    expect(seen(busy, observer).mine).toEqual([]);
    expect(seen(busy, { seat: 'ana', roles: ['participant'] }).mine[0]).toMatchObject({
      isSpeaking: true,
      place: null,
    });
  });

  it('[F13] tells who gives the floor the next five, and the others by name; no time and no reason', () => {
    const people = ['zoe', 'yan', 'xia', 'wen', 'vic', 'uma', 'tom'];
    const hosting = seen(open.and(people.map((one) => asked(`r-${one}`, one))), moderator).hosting;
    expect(hosting?.coming.map(({ who }) => who.name)).toEqual(['Zoe', 'Yan', 'Xia', 'Wen', 'Vic']);
    expect(hosting?.others.map(({ who }) => who.name)).toEqual(['Tom', 'Uma']);
    const [first] = hosting?.coming ?? [];
    expect(Object.keys(first ?? {}).sort()).toEqual(['kind', 'note', 'requestId', 'threadId', 'who']);
  });

  it('[F6] points out when more than one speech in five was chosen by hand', () => {
    const four = open.and(['ana', 'ben', 'cem', 'dan', 'eva'].map((one) => asked(`r-${one}`, one)));
    const one = four.and(override('r-eva', 'eva'), ended('r-eva', 9));
    expect(seen(one, host).hosting).toMatchObject({ overrideShare: 1, isOverridden: true });
    const others = ['ana', 'ben', 'cem', 'dan'].map((by) => [...givenFloor(`r-${by}`, by), ended(`r-${by}`, 9)]);
    expect(seen(one.and(others.flat()), host).hosting).toMatchObject({ overrideShare: 0.2, isOverridden: false });
  });
});

describe('the state of fairness', () => {
  const groups = ['big', 'few', 'most'].map((id) => ({
    id,
    title: `The ${id}`,
    floor: 3000,
    axis: null,
    sensitive: true,
    source: null,
  }));
  const people = Array.from({ length: 30 }, (_, i) => `p${String(i).padStart(2, '0')}`);
  const counted = people.reduce(
    (so, one, i) =>
      so.claiming(one, ...(i >= 18 ? ['big'] : []), ...(i < 5 ? ['few'] : []), ...(i < 22 ? ['most'] : [])),
    given(panelOpened, { type: 'QueueSet', terms: DEFAULT_TERMS, groups }, floorOpened),
  );
  const waiting = counted.and(people.map((one) => asked(`r-${one}`, one)));
  const heard = (count: number) =>
    waiting.and(people.slice(0, count).flatMap((one) => [...override(`r-${one}`, one), ended(`r-${one}`, 120)]));

  it('[F14] is told in words of groups of ten people and more, with as many others, in half turns', () => {
    expect(seen(heard(10), host).hosting?.fairness).toEqual({ unheard: 1, owed: [{ title: 'The big', turns: 3 }] });
  });

  it('[F14] stays as it was until ten people more have spoken', () => {
    expect(seen(heard(9), host).hosting?.fairness).toBeNull();
    expect(seen(heard(19), host).hosting?.fairness).toEqual(seen(heard(10), host).hosting?.fairness);
    expect(seen(heard(20), host).hosting?.fairness).not.toEqual(seen(heard(10), host).hosting?.fairness);
  });

  it('[F14] is for nobody but who hosts, and nobody’s group is told to anybody but themselves', () => {
    expect(JSON.stringify(seen(heard(10), participant))).not.toContain('The ');
    const one = seen(heard(20), { seat: 'p25', roles: ['participant'] });
    expect(one.mine[0]?.turn?.owed).toEqual([{ group: 'big', turns: expect.closeTo(3, 5) }]);
  });
});

function seen(so: Given, actor: Actor) {
  const floor = so.queues.floor;
  const seats = seatsOnFloor(so.panel, floor, true);
  const known: People = Object.fromEntries([...seats].map((seat) => [seat, named(seat)]));
  return floorView('panel', so.panel, floor, { actor, people: known });
}

function named(seat: string) {
  return { name: `${seat[0]?.toUpperCase()}${seat.slice(1)}`, affiliation: '', role: 'participant' as const };
}

function override(requestId: string, speaker: string): readonly PanelEvent[] {
  return [
    { type: 'FloorCalled', requestId, by: 'host', lane: 'override' },
    { type: 'FloorGiven', requestId, kind: 'topic', threadId: null, override: true, body: { speaker } },
  ];
}
