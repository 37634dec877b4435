import { describe, expect, it } from '@jest/globals';
import { PASSING_MAX } from '../../../../domain/panel/limits.js';
import { lastPassed, passOver, without } from './passing.js';

describe('passing over', () => {
  it('keeps each item once, the latest last', () => {
    expect(passOver(passOver(['a', 'b'], 'a'), 'c')).toEqual(['b', 'a', 'c']);
  });

  it('goes back to the latest', () => {
    expect(lastPassed(['a', 'b'])).toBe('b');
    expect(lastPassed([])).toBeNull();
    expect(without(['a', 'b'], 'b')).toEqual(['a']);
  });

  it('sends no more than the server takes', () => {
    const many = Array.from({ length: PASSING_MAX }, (_, i) => `i${i}`);
    expect(passOver(many, 'x')).toHaveLength(PASSING_MAX);
    expect(passOver(many, 'x').at(-1)).toBe('x');
  });
});
