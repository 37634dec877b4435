import { describe, expect, it } from '@jest/globals';
import { faultOf, faultOfLine, leftOf } from './faults.js';

describe('what is written', () => {
  it('is told why it cannot be sent', () => {
    expect(['', ' \n', 'a'.repeat(4001), 'a\u0000', 'hello'].map((text) => faultOf(text))).toEqual([
      'empty',
      'empty',
      'long',
      'broken',
      null,
    ]);
    expect(faultOf('ы'.repeat(17_000))).toBe('large');
    expect(['two\nlines', 'one line', ' '].map((text) => faultOfLine(text, 200))).toEqual(['line', null, 'empty']);
  });

  it('is counted only near the limit, as people count', () => {
    expect(leftOf('a'.repeat(3700))).toBeNull();
    expect(leftOf('a'.repeat(3701))).toBe(299);
    expect(leftOf('👨‍👩‍👧'.repeat(2000), 2000)).toBe(0);
    expect(leftOf('a'.repeat(4010))).toBe(-10);
  });
});
