import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AmplifyQueue } from './queue.js';
import { Both } from './testing/both.js';
import { NaiveQueue } from './testing/naive.js';
import { play, schedules } from './testing/schedules.js';

describe('the queue beside a naive one', () => {
  it('[Q22] chooses whom it chooses and owes what it owes, step by step, on any schedule', () => {
    fc.assert(
      fc.property(schedules(), fc.nat(), (schedule, excluded) => {
        const both = new Both(new AmplifyQueue(schedule.rule), new NaiveQueue(schedule.rule));
        const { queue, naive, chosen } = both;
        const exclude = (person: string, item: string) => (person.charCodeAt(1) + item.length + excluded) % 3 === 0;
        const real: unknown[] = [];
        const slow: unknown[] = [];
        play(schedule, both, () => {
          const owed = schedule.rule.groups.map(({ id }) => queue.owed(id));
          real.push([chosen.map(([one]) => one), queue.choose(exclude), owed, queue.contenders, queue.selections]);
          const lag = [...naive.lag.values()];
          slow.push([chosen.map(([, other]) => other), naive.choose(exclude), lag, naive.contenders().length, naive.n]);
          chosen.length = 0;
        });
        expect(real).toEqual(slow);
      }),
      { numRuns: 1_000 },
    );
  });
});
