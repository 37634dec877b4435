import { people, type Person } from './crowd.js';
import { type Timings, timings } from './timings.js';

/** First come, first served: whoever is at the front of an array. */
export function sortedList(contenders: number, selections: number): Timings {
  const crowd = people();
  const line: Person[] = Array.from({ length: contenders }, () => crowd.next().value);
  const took: number[] = [];
  for (let i = 0; i < selections; i++) {
    const start = performance.now();
    line.shift();
    took.push(performance.now() - start);
    line.push(crowd.next().value);
  }
  return timings(took);
}
