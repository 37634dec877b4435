import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AmplifyQueue } from './queue.js';
import { attested, panelWith } from './testing/panel.js';
import { Played, play, schedules, seenOf } from './testing/schedules.js';

describe('a turn taken back', () => {
  it('[Q34] leaves everything as if it had not been had, whatever was had in between and in whatever order it goes', () => {
    fc.assert(
      fc.property(
        schedules(),
        fc.array(fc.boolean(), { maxLength: 5 }),
        fc.infiniteStream(fc.nat(1_000)),
        (schedule, backwards, random) => {
          const { rule } = schedule;
          const played = new Played(new AmplifyQueue(rule));
          let last = 0;
          play(schedule, played, (at) => (last = at));
          const { queue } = played;
          const before = seenOf(queue, rule.groups, last);

          const turns = backwards.flatMap((byChair) => {
            const waiting = queue.choose();
            if (!waiting) return [];
            return [queue.serve(waiting.person, byChair ? 'override' : waiting.lane, 0.7, last)];
          });
          const anyOrder = turns.map((turn) => ({ turn, key: Number(random.next().value) }));
          anyOrder.sort((a, b) => a.key - b.key);
          for (const { turn } of anyOrder) queue.restore(turn);

          expect(seenOf(queue, rule.groups, last)).toEqual(before);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('[Q34] puts the item before what its author submitted later, with the wait it had', () => {
    const panel = panelWith({}).submits('a', 0, { items: 2 }).submits('b', 1);
    const turn = panel.serves(10);
    panel.submits('c', 11);
    expect(panel.queue.readyOf('a')).toBe(10 * 60_000);

    panel.queue.restore(turn);
    expect(panel.queue.readyOf('a')).toBe(0);
    expect(panel.order()).toBe('a1 b c a2[WAITED_LONGEST]');
  });

  it('[Q34] is taken back once', () => {
    const panel = panelWith({ groups: [{ id: 'g', floor: 2_000 }] }).submits('a', 0, { claims: attested('g') });
    const turn = panel.serves(1);
    panel.queue.restore(turn);
    panel.queue.restore(turn);

    expect([panel.owed('g'), panel.queue.selections, panel.queue.turnsOf('a')]).toEqual([0, 0, 0]);
  });
});

describe('an item that has become another one', () => {
  const MINUTE_MS = 60_000;

  it('[Q5] waits since then, with its author', () => {
    const panel = panelWith({ every: 1 }).submits('a', 0).submits('b', 1);
    panel.queue.renew('a', 30 * MINUTE_MS);
    expect(panel.queue.readyOf('a')).toBe(30 * MINUTE_MS);
    expect(panel.order()).toBe('b[WAITED_LONGEST] a[WAITED_LONGEST]');
  });

  it('[Q5] does not inherit the wait of what its author withdraws before it', () => {
    const panel = panelWith({}).submits('a', 0, { items: 2 }).submits('b', 1);
    panel.queue.renew('a2', 30 * MINUTE_MS);
    expect(panel.queue.readyOf('a')).toBe(0);
    panel.queue.withdraw('a1');
    expect(panel.queue.readyOf('a')).toBe(30 * MINUTE_MS);
    expect(panel.order()).toBe('b a2');
  });

  it('[Q5] keeps its wait through a turn that is taken back', () => {
    const panel = panelWith({}).submits('a', 0);
    panel.queue.renew('a', 30 * MINUTE_MS);
    panel.queue.restore(panel.serves(40));
    expect(panel.queue.readyOf('a')).toBe(30 * MINUTE_MS);
  });
});

describe('letting others go first', () => {
  it('[Q35] passes a person over twice and costs them nothing', () => {
    const panel = panelWith({}).submits('a', 0).submits('b', 1).submits('c', 2).submits('d', 3);
    panel.queue.yieldTurn('a');

    expect(panel.queue.readyOf('a')).toBe(0);
    expect(panel.order()).toBe('b c a d[WAITED_LONGEST]');
  });

  it('[Q35] leaves no place empty where nobody else waits', () => {
    const panel = panelWith({}).submits('a', 0);
    panel.queue.yieldTurn('a');

    expect(panel.order()).toBe('a');
  });
});

describe('what waits', () => {
  it('[Q36] keeps its wait when the item before it is withdrawn', () => {
    const panel = panelWith({}).submits('a', 0, { items: 2 }).submits('b', 1);
    panel.queue.withdraw('a1');

    expect(panel.queue.readyOf('a')).toBe(0);
    expect(panel.order()).toBe('a2 b');
  });

  it('[Q36] is gone with the last item of its author', () => {
    const panel = panelWith({}).submits('a', 0).submits('b', 1);
    panel.queue.withdraw('a');

    expect([panel.queue.contenders, panel.queue.readyOf('a')]).toEqual([1, null]);
    expect(panel.order()).toBe('b');
  });

  it('[Q36] counts for what was claimed with the first submission, until that is changed', () => {
    const panel = panelWith({ groups: [{ id: 'g', floor: 5_000 }], every: null });
    panel.submits('w1', 0).submits('w2', 1).submits('w3', 2).submits('a', 3);
    panel.queue.submit('a', 'a2', 4 * 60_000, attested('g'));
    expect(panel.queue.claimsOf('a')).toEqual([]);
    expect(panel.order(1)).toBe('w1');

    panel.queue.relock('a', attested('g'));
    expect(panel.order(2)).toBe('a[BALANCE] w2');
  });

  it('[Q36] cannot be served when it does not wait', () => {
    const panel = panelWith({}).submits('a', 0);
    expect(() => panel.queue.serve('b', 'override', 1, 0)).toThrow('Not waiting: anything of b.');
    expect(() => panel.queue.serve('a', 'override', 1, 0, 'other')).toThrow('Not waiting: other of a.');
  });
});
