import { describe, expect, it } from '@jest/globals';
import type { People } from '../../wire/views.js';
import { panelClosed, panelOpened } from '../../testing/facts.js';
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
      next: null,
      waiting: 2,
      mine: [],
      hosting: null,
    });
  });

  it('[F21] tells everybody who is next between speeches, and hosts alone while somebody speaks', () => {
    expect(seen(busy, host)).toMatchObject({
      next: null,
      hosting: { coming: [{ requestId: 'r2' }, { requestId: 'r3' }] },
    });
    expect(seen(busy, { seat: 'mo', roles: ['moderator'] })).toMatchObject({ next: null, hosting: { coming: [] } });
    const between = busy.and(ended('r1', 9));
    expect(seen(between, passerBy).next?.requestId).toBe('r2');
    expect([...seatsOnFloor(busy.panel, busy.queues.floor, passerBy)]).toEqual(['ana']);
    expect([...seatsOnFloor(between.panel, between.queues.floor, passerBy)]).toEqual(['ben']);
  });

  it('[F3] names nobody who is shown by role, and asks for no name of theirs', () => {
    const last = busy.and({ type: 'FloorLeft', requestId: 'r2' });
    const byRole = { name: null, affiliation: '', role: 'participant' };
    expect(seen(last, host).hosting?.coming[0]?.who).toEqual(byRole);
    expect(seen(last.and(ended('r1', 9)), passerBy).next?.who).toEqual(byRole);
    expect([...seatsOnFloor(last.panel, last.queues.floor, host)]).toEqual(['ana']);
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
      ended: null,
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

  const seven = open.and(['zoe', 'yan', 'xia', 'wen', 'vic', 'uma', 'tom'].map((one) => asked(`r-${one}`, one)));

  it('[F13] tells hosts the next five, and the others by name; no time and no reason', () => {
    const { hosting } = seen(seven, host);
    expect(hosting?.coming.map(({ who }) => who.name)).toEqual(['Zoe', 'Yan', 'Xia', 'Wen', 'Vic']);
    expect(hosting?.others.map(({ who }) => who.name)).toEqual(['Tom', 'Uma']);
    const [first] = hosting?.coming ?? [];
    expect(Object.keys(first ?? {}).sort()).toEqual(['kind', 'note', 'requestId', 'threadId', 'who']);
  });

  it('[F13] tells moderators the next alone, and asks for no other name for them', () => {
    const { hosting } = seen(seven, moderator);
    expect(hosting).toMatchObject({ coming: [{ who: { name: 'Zoe' } }], others: [] });
    expect([...seatsOnFloor(seven.panel, seven.queues.floor, moderator)]).toEqual(['zoe']);
    const newcomer = seven.and({ type: 'FloorLeft', requestId: 'r-tom' }, asked('r-sam', 'sam'));
    expect(seen(newcomer, moderator).hosting?.coming).toEqual(hosting?.coming);
  });

  it('[F23] tells nobody of anybody once the panel is closed, and whoever waited that it is over', () => {
    const closed = seven.and(asked('mine', 'participant', 'order'), panelClosed);
    expect(seen(closed, host)).toMatchObject({ open: false, next: null, waiting: 0 });
    expect(seen(closed, host).hosting).toMatchObject({ coming: [], others: [] });
    expect([...seatsOnFloor(closed.panel, closed.queues.floor, host)]).toEqual([]);
    const [mine] = seen(closed, participant).mine;
    expect(mine).toMatchObject({ place: null, turn: null, isSpeaking: false, mayYield: false });
    expect(mine?.ended).toEqual({ why: 'closed', statement: null });
    expect(seen(closed.and({ type: 'PanelArchived' }), participant).mine).toHaveLength(1);
  });

  it('[F15] says that nobody may ask while the panel is paused', () => {
    expect(seen(busy.and({ type: 'PanelPaused', reason: '' }), passerBy).open).toBe(false);
  });

  it('[F24] tells whoever was declined why, and nobody else, until they ask for the same again', () => {
    const rule = { id: 'r', title: 'On the topic', text: 'Speak to the topic.' };
    const body = { note: 'This is no point of order.' };
    const declined = open
      .and(asked('o1', 'participant', 'order'), asked('t1', 'participant'))
      .and({ type: 'FloorDeclined', requestId: 'o1', by: 'host', rule, body });
    expect(seen(declined, participant).mine).toMatchObject([
      { requestId: 'o1', isSpeaking: false, place: null, ended: { why: 'declined', statement: { rule, ...body } } },
      { requestId: 't1', place: 1, ended: null },
    ]);
    for (const actor of [host, moderator, observer, passerBy]) {
      expect(JSON.stringify(seen(declined, actor))).not.toContain('no point of order');
    }
    const again = declined.later(1000).and(asked('o2', 'participant', 'order'));
    expect(seen(again, participant).mine.map(({ requestId }) => requestId)).toEqual(['t1', 'o2']);
    expect(seen(declined.and(panelClosed), participant).mine.map(({ ended: end }) => end?.why)).toEqual([
      'declined',
      'closed',
    ]);
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
  const groups = (sensitive: boolean) =>
    ['big', 'few', 'most'].map((id) => ({
      id,
      title: `The ${id}`,
      floor: 3000,
      axis: null,
      sensitive,
      source: null,
    }));
  const people = Array.from({ length: 30 }, (_, i) => `p${String(i).padStart(2, '0')}`);
  const waiting = (sensitive: boolean) =>
    people
      .reduce(
        (so, one, i) =>
          so.claiming(one, ...(i >= 18 ? ['big'] : []), ...(i < 5 ? ['few'] : []), ...(i < 22 ? ['most'] : [])),
        given(panelOpened, { type: 'QueueSet', terms: DEFAULT_TERMS, groups: groups(sensitive) }, floorOpened),
      )
      .and(people.map((one) => asked(`r-${one}`, one)));
  const heard = (count: number, sensitive = true) =>
    waiting(sensitive).and(
      people.slice(0, count).flatMap((one) => [...override(`r-${one}`, one), ended(`r-${one}`, 120)]),
    );

  it('[F14] is told in words of groups of ten people and more, with as many others, in half turns', () => {
    expect(seen(heard(10), host).hosting?.fairness).toEqual({
      unheard: 1,
      of: 1,
      owed: [{ title: 'The big', turns: 3 }],
    });
  });

  it('[F14] stays as it was until ten people more have spoken', () => {
    expect(seen(heard(9), host).hosting?.fairness).toBeNull();
    expect(seen(heard(19), host).hosting?.fairness).toEqual(seen(heard(10), host).hosting?.fairness);
    expect(seen(heard(20), host).hosting?.fairness).not.toEqual(seen(heard(10), host).hosting?.fairness);
  });

  it('[F14] tells from five people on how many groups nobody was heard of, and of sensitive ones from ten on', () => {
    expect(seen(heard(4, false), host).hosting?.fairness).toBeNull();
    expect(seen(heard(5, false), host).hosting?.fairness).toEqual({ unheard: 1, of: 1, owed: null });
    expect(seen(heard(5), host).hosting?.fairness).toBeNull();
    expect(seen(heard(10), host).hosting?.fairness).toMatchObject({ unheard: 1, of: 1 });
  });

  it('[F14] is for nobody but who hosts, and nobody’s group is told to anybody but themselves', () => {
    expect(JSON.stringify(seen(heard(10), participant))).not.toContain('The ');
    const one = seen(heard(20), { seat: 'p25', roles: ['participant'] });
    expect(one.mine[0]?.turn?.owed.map(({ group }) => group)).toEqual(['big']);
  });
});

function seen(so: Given, actor: Actor) {
  const floor = so.queues.floor;
  const seats = seatsOnFloor(so.panel, floor, actor);
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
