import { describe, expect, it } from '@jest/globals';
import { tableFor } from './table.js';
import { traceOf, whyNoTrace } from './trace.js';

/** One person asks first and most; the smaller group comes last, one by one. */
const conversation = {
  submissions: [
    ...Array.from({ length: 80 }, (_, i) => ({ author: 'loud', agrees: 100 - i })),
    ...Array.from({ length: 20 }, (_, i) => ({ author: `late ${i}`, agrees: 0 })),
  ],
  groups: new Map([
    ['loud', 'a'],
    ...Array.from({ length: 59 }, (_, i) => [`voter ${i}`, 'a'] as const),
    ...Array.from({ length: 40 }, (_, i) => [i < 20 ? `late ${i}` : `other ${i}`, 'b'] as const),
  ]),
};

describe('the trace of a conversation', () => {
  it('[Q39] tells what four rules make of the same arrivals', () => {
    const { arrival, votes, leastHeard, amplify } = traceOf(conversation);

    expect(arrival).toEqual({ shortfall: 0.4, heard: 1 / 21, jain: 1 / 21, top: 1 });
    expect(votes).toEqual(arrival);
    expect(leastHeard.heard).toBe(amplify.heard);
    expect(amplify.heard).toBeGreaterThan(0.3);
    expect(amplify.shortfall).toBeLessThan(arrival.shortfall);
  });

  it('[Q39] has a line for each rule', () => {
    const table = tableFor(conversation, traceOf(conversation));
    expect(table).toMatch(/^order of arrival +0\.400 +4\.8 % +0\.048 1\.000$/m);
    expect(table).toMatch(/^Amplify queue /m);
  });

  it('[Q39] needs 60 comments and two groups', () => {
    const { submissions, groups } = conversation;
    expect(whyNoTrace(conversation)).toBeNull();
    expect(whyNoTrace({ groups, submissions: submissions.slice(41) })).toMatch(/^It has 59 comments/);
    expect(whyNoTrace({ submissions, groups: new Map([['loud', 'a']]) })).toMatch(/^It has 1 opinion groups/);
  });
});
