import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { run } from './slate.js';

type Change = (fixture: Record<string, unknown> & { expect: Record<string, unknown> }) => void;

describe('the fixtures of the slate', () => {
  const fixtures = () => JSON.parse(readFileSync('test/fixtures/slate.json', 'utf8')) as Parameters<Change>[0][];

  it('[S1, S3, S4, S6, S8, S15] are what the product works out', () => {
    expect(run(fixtures())).toEqual({ passed: 36, failed: 0, sentences: [] });
  });

  it.each<[string, Change, string]>([
    ['another slate', (one) => (one.expect['slate'] = [0, 1]), 'slate-1: slate: expected [0,1], got [1,0]'],
    [
      'a figure',
      (one) => (one.expect['alphaEJRplus'] = 0.272728),
      'slate-1: alphaEJRplus: expected 0.272728, got 0.2727272727272727',
    ],
  ])('[S15] differ in a sentence: %s', (_, change, sentence) => {
    const changed = fixtures();
    changed.slice(0, 1).forEach(change);

    expect(run(changed)).toEqual({ passed: 35, failed: 1, sentences: [sentence] });
  });

  it.each<[string, Change]>([
    ['slate 1: n must be a whole number from 0 up.', (one) => (one['n'] = -1)],
    ['slate 1: posed goes beyond 5.', (one) => (one['posed'] = [6])],
    ['slate 1: support of item 0 has one twice.', (one) => (one['support'] = [[1, 1]])],
  ])('[S15] are refused where they are none: %s', (sentence, change) => {
    const changed = fixtures();
    changed.slice(0, 1).forEach(change);

    expect(() => run(changed)).toThrow(sentence);
    expect(() => run({})).toThrow('must be a list of slates.');
  });
});
