import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { wordDiff, type Run } from './word-diff.js';

describe('what changed in a text', () => {
  it('is told word by word', () => {
    expect(wordDiff('The dam is a crime.', 'The dam is a mistake.')).toEqual([
      { kind: 'same', text: 'The dam is a ' },
      { kind: 'gone', text: 'crime' },
      { kind: 'new', text: 'mistake' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('is found in scripts without spaces', () => {
    expect(wordDiff('我们需要水', '我们需要电')).toContainEqual({ kind: 'same', text: '我们需要' });
  });

  it('gives both texts back, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', 'воды', 'ماء', '\n')).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDiff(before, after);
        expect(text(runs, 'new')).toBe(before);
        expect(text(runs, 'gone')).toBe(after);
      }),
    );
  });
});

function text(runs: readonly Run[], without: Run['kind']): string {
  return runs.flatMap(({ kind, text: words }) => (kind === without ? [] : [words])).join('');
}
