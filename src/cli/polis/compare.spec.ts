import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './compare.js';

describe('comparing what readers see', () => {
  it('[T8] finds what only one of two panels holds, also where something stands twice', () => {
    expect(differenceOf(['a', 'b', 'b'], ['b', 'a', 'c'])).toEqual({ onlyOne: ['b'], onlyOther: ['c'] });
    expect(differenceOf(['a', 'b'], ['b', 'a'])).toEqual({ onlyOne: [], onlyOther: [] });
  });
});
