import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AmplifyQueue, type QueueRule, type Turn } from './queue.js';
import { orderly, Played, play, type Schedule, schedules } from './testing/schedules.js';
import { LineOfPeople, mostBoosted } from './testing/waits.js';
import { WHOLE } from './units.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const RUNS = 3_000;
const PEOPLE = Array.from({ length: 9 }, (_, i) => `p${i}`);

const anyWay = fc.sample(schedules(), { seed: SEED, numRuns: RUNS });
const inOrder = anyWay.map(orderly);

describe(`on ${RUNS} random schedules, SEED=${SEED}`, () => {
  it('[Q23] G1 nobody waits more than R times their place in the line of people', () => {
    for (const schedule of inOrder) must(lineIn(schedule).ends().tooLong.length === 0, schedule);
  });

  it('[Q24] G2 nobody is served again and again before somebody who waits', () => {
    for (const schedule of inOrder) must(lineIn(schedule).crowding.length === 0, schedule);
  });

  it('[Q26] G4 whoever is chosen would be chosen if they counted for one group more', () => {
    eachState(anyWay, (queue, { rule }) => {
      const chosen = queue.choose();
      if (!chosen) return true;
      return rule.groups.every(({ id }) =>
        [true, false].every((attested) => {
          const other = queue.clone();
          other.relock(chosen.person, [...queue.claimsOf(chosen.person), { group: id, attested }]);
          return other.choose()?.person === chosen.person;
        }),
      );
    });
  });

  it('[Q26] G4 over a whole run, nobody is heard later for having declared a group', () => {
    const grouped = inOrder.filter(({ rule }) => rule.groups.length > 0);
    expect(grouped.length).toBeGreaterThan(RUNS / 2);
    for (const schedule of grouped) {
      const [with_, without] = [true, false].map((declares) =>
        firstTurn('p0', withOneSubmission(schedule, 'p0', 1, declares)),
      );
      must(without === -1 || (with_ !== -1 && (with_ ?? 0) <= (without ?? 0)), schedule);
    }
  });

  it('[Q27] G5 the first of many items comes when a single one would', () => {
    for (const schedule of inOrder) {
      const [one, many] = [1, 6].map((items) => firstTurn('p0', withOneSubmission(schedule, 'p0', items)));
      must(one === many, schedule);
    }
  });

  it('[Q28] G6 those nobody vouches for fill no more than their part of a floor', () => {
    for (const schedule of inOrder) {
      const { selfDeclared, groups } = schedule.rule;
      const boosted = groups.map(() => 0);
      let turns = 0;
      turnsIn(schedule, ({ charge }) => {
        turns += charge.cost;
        groups.forEach(({ floor }, group) => {
          boosted[group] = (boosted[group] ?? 0) + (charge.boosted[group] ?? 0);
          must(boosted[group] <= mostBoosted(selfDeclared, floor, turns), schedule);
        });
      });
    }
  });

  it('[Q28] G6 where such claims count for nothing, the order is the same without them', () => {
    eachState(withRule(anyWay, { selfDeclared: 0 }), (queue) => {
      const chosen = queue.choose();
      for (const person of PEOPLE) {
        queue.relock(
          person,
          queue.claimsOf(person).filter(({ attested }) => attested),
        );
      }
      return same(queue.choose(), chosen);
    });
  });

  it('[Q29] G7 somebody is chosen whenever somebody may be', () => {
    const isOdd = (person: string) => Number(person.slice(1)) % 2 === 1;
    eachState(anyWay, (queue) => {
      const waiting = PEOPLE.filter((person) => queue.readyOf(person) !== null);
      const [chosen, even] = [queue.choose(), queue.choose(isOdd)];
      return (
        queue.contenders === waiting.length &&
        (chosen === null) === (waiting.length === 0) &&
        (even ? !isOdd(even.person) : waiting.every(isOdd)) &&
        queue.choose(() => true) === null &&
        same(queue.choose(), chosen)
      );
    });
  });

  it('[Q30] G8 the same calls give the same order, and a preview is what comes next', () => {
    for (const schedule of anyWay) {
      const { turns, queue, at } = playedOut(schedule);
      must(same(playedOut(schedule).turns, turns), schedule);
      for (const foretold of queue.preview(8, undefined, at)) {
        const chosen = queue.choose();
        must(same(chosen, foretold), schedule);
        queue.serve(foretold.person, foretold.lane, 1, at);
      }
    }
  });

  it('[Q31] G9 with every place to the longest wait, it is a line of people', () => {
    const line = { every: 1, minutesPerTurn: 0, groups: [] };
    eachState(withRule(inOrder, line), (queue) => isLeast(queue, (person) => [queue.readyOf(person) ?? 0]));
  });

  it('[Q31] G9 with none and no guard, the least heard are first', () => {
    const leastHeard = { every: null, newcomerGuard: 0, groups: [] };
    eachState(withRule(inOrder, leastHeard), (queue) =>
      isLeast(queue, (person) => [queue.turnsOf(person), queue.readyOf(person) ?? 0]),
    );
  });

  it('[Q32] G10 a group is owed at most its floor less its turns, and exactly that if somebody of it always waits', () => {
    for (const schedule of anyWay.map(withoutRestoring)) {
      const { groups } = schedule.rule;
      const due = groups.map(() => 0);
      const missed = new Set<string>();
      turnsIn(schedule, ({ person, charge }, played) => {
        const waits = new Set([person, ...played.waiting().map((one) => one.person)]);
        const claimed = new Set([...waits].flatMap((one) => played.queue.claimsOf(one).map(({ group }) => group)));
        groups.forEach(({ id, floor }, group) => {
          const vouched = played.queue.claimsOf(person).some((claim) => claim.group === id && claim.attested);
          const charged = vouched || charge.boosted[group] ? WHOLE * charge.cost : 0;
          due[group] = (due[group] ?? 0) + floor * charge.cost - charged;
          if (!claimed.has(id)) missed.add(id);
          const owed = played.queue.owed(id);
          must(owed <= due[group] && (missed.has(id) || owed === due[group]), schedule);
        });
      });
    }
  });

  it('[Q33] G11 turns given by the chair use up no place of the longest wait', () => {
    for (const schedule of anyWay.map(withoutRestoring)) {
      const { every } = schedule.rule;
      let selections = 0;
      const played = turnsIn(schedule, ({ lane }) => {
        if (lane === 'override') return;
        must((lane === 'seniority') === (every !== null && selections % every === every - 1), schedule);
        selections += 1;
      });
      must(played.queue.selections === selections, schedule);
    }
  });
});

/** Says with what it was broken, so that it can be played again. */
function must(holds: boolean, schedule: Schedule): void {
  if (!holds) throw new Error(`Broken by ${JSON.stringify(schedule)}`);
}

/** Asks of a copy of the queue, after every sixth move. */
function eachState(all: readonly Schedule[], holds: (queue: AmplifyQueue, schedule: Schedule) => boolean): void {
  let asked = 0;
  for (const schedule of all) {
    const played = new Played(new AmplifyQueue(schedule.rule));
    let moves = 0;
    play(schedule, played, () => {
      if (moves++ % 6 !== 5) return;
      asked += 1;
      must(holds(played.queue.clone(), schedule), schedule);
    });
  }
  expect(asked).toBeGreaterThan(RUNS);
}

function turnsIn(schedule: Schedule, hear: (turn: Turn, played: Played) => void): Played {
  const played = new Played(new AmplifyQueue(schedule.rule), hear);
  play(schedule, played, () => undefined);
  return played;
}

function playedOut(schedule: Schedule) {
  const turns: Turn[] = [];
  const played = new Played(new AmplifyQueue(schedule.rule), (turn) => turns.push(turn));
  let last = 0;
  play(schedule, played, (at) => (last = at));
  return { turns, queue: played.queue, at: last };
}

function lineIn(schedule: Schedule): LineOfPeople {
  const line = new LineOfPeople(schedule.rule);
  play(schedule, line, () => undefined);
  return line;
}

function withRule(all: readonly Schedule[], rule: Partial<QueueRule>): readonly Schedule[] {
  return all.map((schedule) => ({ ...schedule, rule: { ...schedule.rule, ...rule } }));
}

function withoutRestoring({ rule, moves }: Schedule): Schedule {
  return { rule, moves: moves.filter(({ does }) => does !== 'restore') };
}

/** The person submits once, so many items, as the tenth thing that happens; the chair leaves all to the queue. */
function withOneSubmission({ rule, moves }: Schedule, person: string, items: number, declares = true): Schedule {
  const others = moves.filter((move) => move.does === 'next' || (move.does === 'submit' && `p${move.who}` !== person));
  const claims = rule.groups.slice(0, declares ? 1 : 0).map(({ id }) => ({ group: id, attested: true }));
  const submits = { does: 'submit', wait: 0, who: Number(person.slice(1)), items, claims } as const;
  return { rule, moves: [...others.slice(0, 10), submits, ...others.slice(10)] };
}

function firstTurn(person: string, schedule: Schedule): number {
  const order: string[] = [];
  turnsIn(schedule, (turn) => order.push(turn.person));
  return order.indexOf(person);
}

/** Nobody waits of whom `by` is less than of whoever is chosen. */
function isLeast(queue: AmplifyQueue, by: (person: string) => readonly number[]): boolean {
  const chosen = queue.choose();
  const waiting = PEOPLE.filter((person) => queue.readyOf(person) !== null);
  return chosen === null || waiting.every((person) => !isBelow(by(person), by(chosen.person)));
}

function isBelow(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i !== -1 && (a[i] ?? 0) < (b[i] ?? 0);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
