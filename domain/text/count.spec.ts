import { describe, expect, it } from '@jest/globals';
import { firstGraphemes } from './count.js';

describe('the beginning of a text', () => {
  it.each([
    ['Water', 10, 'Water'],
    ['Water', 5, 'Water'],
    ['Water', 4, 'Wate'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦'],
    ['บ้านน้ำ', 2, 'บ้า'],
    ['नमस्ते', 2, 'नम'],
  ])('[V6] of %j is cut after %d characters as people count them', (text, max, first) => {
    expect(firstGraphemes(text, max)).toBe(first);
  });

  it('[N10] is never longer than a page, however long one character is made', () => {
    expect(firstGraphemes(`a${'\u0301'.repeat(100_000)}`, 140).length).toBeLessThanOrEqual(140 * 16 + 1);
  });
});
