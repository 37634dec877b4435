import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_RULE } from '../../amplify/queue/rule.js';
import { AUTHORS, lawfulHistory } from '../../testing/arbitrary-history.js';
import { queuesOf } from '../../testing/entries.js';
import { asked, ended } from '../../testing/floor.js';
import { apply, call, floorOf, ids, SLOT, spoken } from '../../testing/floor-turns.js';
import type { SpeechKind } from '../events.js';
import type { NextSpeech } from './floor-terms.js';
import type { FloorTurns } from './floor-turns.js';
import { PanelQueues } from './panel-queues.js';

const ldc = {
  rule: { ...DEFAULT_RULE, groups: [{ id: 'ldc', floor: 5000 }] },
  claims: { mia: [{ group: 'ldc', attested: true }], nia: [{ group: 'ldc', attested: true }] },
};

describe('points of order', () => {
  it('[F20] of somebody who had one since the latest topic wait until another topic has begun', () => {
    const floor = floorOf({}, ...['x', 'y'].map((one) => asked(`t-${one}`, one)), asked('o1', 'ana', 'order'));
    apply(floor, ...spoken('o1', 'order'), asked('o2', 'ana', 'order'), asked('o3', 'ben', 'order'));
    expect(ids(floor.upcoming(9))).toEqual(['o3', 't-x', 'o2', 't-y']);
  });

  it('[F20] of one person who asks again each time take no more than every other speech', () => {
    const floor = floorOf({}, ...['x', 'y', 'z'].map((one) => asked(`t-${one}`, one)), asked('o0', 'ana', 'order'));
    const heard: string[] = [];
    for (let n = 1; n <= 6; n++) {
      const { requestId = '', lane = 'order' } = floor.next() ?? {};
      heard.push(requestId);
      apply(floor, ...spoken(requestId, lane));
      if (lane === 'order') apply(floor, asked(`o${n}`, 'ana', 'order'));
    }
    expect(heard).toEqual(['o0', 't-x', 'o1', 't-y', 'o3', 't-z']);
  });

  it('[F20] are heard where no topic waits, first of those who had fewest', () => {
    const floor = floorOf(asked('o1', 'ana', 'order'), ...spoken('o1', 'order'));
    apply(floor, asked('o2', 'ana', 'order'), asked('o3', 'ben', 'order'), ...spoken('o3', 'order'));
    apply(floor, asked('o4', 'ben', 'order'));
    expect(ids(floor.upcoming(9))).toEqual(['o2', 'o4']);
    apply(floor, ...spoken('o2', 'order'), asked('o5', 'ana', 'order'));
    expect(ids(floor.upcoming(9))).toEqual(['o4', 'o5']);
  });

  it('[F10] leave no reply waiting for nothing: what is left is heard where no topic waits', () => {
    const floor = floorOf(asked('t1', 'ana'), ...spoken('t1'));
    apply(floor, ...['ben', 'cem', 'dan'].map((one) => asked(`r-${one}`, one, 'reply')));
    expect(ids(floor.upcoming(9))).toEqual(['r-ben', 'r-cem', 'r-dan']);
    apply(floor, ...spoken('r-ben', 'reply'), ...spoken('r-cem', 'reply'), asked('t2', 'eva'));
    expect(ids(floor.upcoming(9))).toEqual(['t2', 'r-dan']);
  });
});

describe('who is next', () => {
  /** Three wait and a group is owed a turn: whoever asks now and is of it would go before all. */
  const busy = () => {
    const floor = floorOf(ldc, ...['w1', 'w2', 'w3', 'w4'].map((one) => asked(`t-${one}`, one)), ...spoken('t-w1'));
    expect(floor.next()?.requestId).toBe('t-w2');
    return floor;
  };

  it('[F21] stays who it is when somebody asks whose groups are owed a turn', () => {
    const floor = busy();
    apply(floor, asked('t-mia', 'mia'));
    expect(ids(floor.upcoming(4))).toEqual(['t-w2', 't-mia', 't-w3', 't-w4']);
    apply(floor, call('t-w2'));
    expect(floor.next()?.requestId).toBe('t-mia');
  });

  it('[F21] stays while somebody speaks, and is chosen anew when they have spoken', () => {
    const floor = busy();
    apply(floor, call('t-w2'));
    expect(floor.next()?.requestId).toBe('t-w3');
    apply(floor, asked('t-mia', 'mia'));
    expect(floor.next()?.requestId).toBe('t-w3');
    apply(floor, ended('t-w2', SLOT));
    expect(floor.next()).toEqual({ requestId: 't-mia', lane: 'equity', reason: 'BALANCE' });
  });

  it('[F21] is another one once they leave, are declined, or let others go first', () => {
    const rule = { id: 'r', title: 'Rule', text: '' };
    for (const gone of [
      { type: 'FloorLeft', requestId: 't-w2' },
      { type: 'FloorDeclined', requestId: 't-w2', by: 'host', rule, body: null },
      { type: 'FloorYielded', requestId: 't-w2' },
    ] as const) {
      const floor = busy();
      apply(floor, asked('t-mia', 'mia'), gone);
      expect(floor.next()?.requestId).toBe('t-mia');
    }
  });

  it('[F21] gives way to points of order and replies alone', () => {
    const floor = busy();
    apply(floor, asked('t-mia', 'mia'), asked('o1', 'nia', 'order'));
    expect(floor.next()?.requestId).toBe('o1');
    apply(floor, { type: 'FloorLeft', requestId: 'o1' });
    expect(floor.next()?.requestId).toBe('t-w2');
    apply(floor, asked('r1', 'w4', 'reply'));
    expect(floor.next()?.requestId).toBe('r1');
  });

  it('[F21] is never moved by somebody who asks for a topic, whoever they are', () => {
    fc.assert(
      fc.property(fc.array(anyMove(), { maxLength: 40, size: 'max' }), (moves) => {
        const floor = floorOf(ldc);
        moves.forEach((move, n) => {
          const before = floor.next();
          play(floor, move, n);
          if (!move.speaks && move.kind === 'topic' && isTopic(before)) expect(floor.next()).toEqual(before);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the order of the floor in every replay', () => {
  it('[Q53] is the same, folded at once or after a rewind, and whoever looked meanwhile', () => {
    const claims = (seat: string) => (seat === AUTHORS[0] ? [{ group: 'ldc', attested: true }] : []);
    const shown = ({ floor }: PanelQueues) => [floor.upcoming(100), floor.groupsHeard(5), floor.overrideShare()];
    fc.assert(
      fc.property(lawfulHistory(), fc.nat(), (entries, cut) => {
        const looked = new PanelQueues(claims);
        for (const entry of entries) {
          looked.apply(entry);
          looked.floor.next();
        }
        const whole = shown(queuesOf(entries, claims));
        expect(shown(looked)).toEqual(whole);
        looked.rewind(entries[cut % Math.max(1, entries.length)]?.panelSeq ?? 0);
        for (const entry of entries) looked.apply(entry);
        expect(shown(looked)).toEqual(whole);
      }),
    );
  });
});

describe('the wait for the floor', () => {
  it('[F22] is at most four times one’s place in a plain line, in topics, whatever orders and replies come', () => {
    fc.assert(
      fc.property(
        fc.array(anyMove(), { maxLength: 25, size: 'max' }),
        fc.infiniteStream(anyMove()),
        (before, after) => {
          const floor = floorOf(ldc);
          before.forEach((move, n) => play(floor, move, n));
          const ahead = Math.min(floor.length, PEOPLE.length);
          apply(floor, asked('t-x', 'x'));

          let topics = 0;
          let between = 0;
          for (let n = 100; floor.placeOf('t-x') !== null; n++) {
            const move = after.next().value;
            const next = floor.next();
            play(floor, move, n);
            if (!move.speaks || !next) continue;
            topics += Number(isTopic(next));
            between = isTopic(next) ? 0 : between + 1;
            expect(between).toBeLessThanOrEqual(PEOPLE.length + 2);
            expect(topics).toBeLessThanOrEqual(4 * (ahead + 1));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

const PEOPLE = ['ana', 'ben', 'cem', 'dan', 'mia', 'nia'];

function isTopic(next: NextSpeech | null): boolean {
  return next?.lane === 'seniority' || next?.lane === 'equity';
}

interface Move {
  readonly speaks: boolean;
  readonly person: string;
  readonly kind: SpeechKind;
  readonly seconds: number;
}

function anyMove(): fc.Arbitrary<Move> {
  return fc.record({
    speaks: fc.boolean(),
    person: fc.constantFrom(...PEOPLE),
    kind: fc.constantFrom<SpeechKind>('topic', 'order', 'reply'),
    seconds: fc.integer({ min: 5, max: 300 }),
  });
}

/** Whoever is next speaks, or somebody asks. */
function play(floor: FloorTurns, { speaks, person, kind, seconds }: Move, n: number): void {
  if (!speaks) return apply(floor, asked(`${kind}-${person}-${n}`, person, kind));
  const next = floor.next();
  if (next) apply(floor, call(next.requestId, next.lane), ended(next.requestId, seconds));
}
