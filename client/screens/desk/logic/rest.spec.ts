import { describe, expect, it } from '@jest/globals';
import { isRestDue, workedOn } from './rest.js';

const MINUTE = 60_000;

describe('a rest', () => {
  it('is due after 45 minutes of steady work', () => {
    let stretch = { since: 0, until: 0 };
    for (let minute = 1; minute <= 44; minute++) stretch = workedOn(stretch, minute * MINUTE);
    expect(isRestDue(stretch)).toBe(false);
    expect(isRestDue(workedOn(stretch, 45 * MINUTE))).toBe(true);
  });

  it('was taken by whoever was away for more than five minutes', () => {
    const back = workedOn({ since: 0, until: 44 * MINUTE }, 50 * MINUTE);
    expect(isRestDue(back)).toBe(false);
    expect(back.since).toBe(50 * MINUTE);
  });
});
