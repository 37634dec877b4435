import { AmplifyQueue } from '../../domain/amplify/queue/queue.js';
import { DEFAULT_RULE } from '../../domain/amplify/queue/rule.js';
import { rounded } from '../support/measure.js';
import { GROUPS, people } from './crowd.js';
import { type Timings, timings } from './timings.js';

const WARM = 200;

export function amplified(contenders: number, selections: number): Timings & { readonly submitMicroseconds: number } {
  const queue = new AmplifyQueue({ ...DEFAULT_RULE, groups: GROUPS });
  const crowd = people();
  let now = 0;
  const comes = () => {
    const { id, claims } = crowd.next().value;
    queue.submit(id, id, now++, claims);
  };
  const started = performance.now();
  for (let i = 0; i < contenders; i++) comes();
  const submitMicroseconds = rounded((1000 * (performance.now() - started)) / contenders);

  const took: number[] = [];
  for (let i = 0; i < selections + WARM; i++) {
    const start = performance.now();
    const chosen = queue.choose();
    if (chosen) queue.serve(chosen.person, chosen.lane, 1, now);
    took.push(performance.now() - start);
    comes();
  }
  return { submitMicroseconds, ...timings(took.slice(WARM)) };
}
