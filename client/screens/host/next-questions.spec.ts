import { describe, expect, it } from '@jest/globals';
import type { Contribution, RecordState } from '../../../domain/panel/state.js';
import { nextQuestions, type Wish } from './next-questions.js';

const ALL: Wish = { words: '', threadId: '', order: 'support' };

describe('questions to put to the panel', () => {
  it('are published questions that were not put yet', () => {
    const record = holding(
      [question('a'), question('b'), { ...question('c'), kind: 'comment' }, { ...question('d'), words: null }],
      ['b'],
    );
    expect(ids(record)).toEqual(['a']);
  });

  it('come with most agreement first, and at equal agreement with the least objection', () => {
    const record = holding([
      { ...question('few'), tally: { agree: 2, pass: 0, disagree: 0 } },
      { ...question('disputed'), tally: { agree: 9, pass: 0, disagree: 8 } },
      { ...question('many'), tally: { agree: 9, pass: 3, disagree: 1 } },
      question('none'),
    ]);
    expect(ids(record)).toEqual(['many', 'disputed', 'few', 'none']);
  });

  it('come newest first where that is wished', () => {
    expect(ids(holding([question('a'), question('b')]), { ...ALL, order: 'newest' })).toEqual(['b', 'a']);
  });

  it('are found by thread and by words in any case', () => {
    const record = holding([
      { ...question('a'), threadId: 'water', words: { text: 'Су қайда?', lang: 'kk', author: null } },
      { ...question('b'), threadId: 'grain' },
    ]);
    expect(ids(record, { ...ALL, threadId: 'grain' })).toEqual(['b']);
    expect(ids(record, { ...ALL, words: ' СУ ' })).toEqual(['a']);
  });
});

let seq = 0;

function question(id: string): Contribution {
  return {
    id,
    seq: ++seq,
    at: 0,
    threadId: 'water',
    parentId: null,
    kind: 'question',
    words: { text: id, lang: 'en', author: null },
    redacted: null,
    renderings: {},
    tally: null,
  };
}

function holding(contributions: readonly Contribution[], posed: readonly string[] = []): RecordState {
  return {
    contributions: new Map(contributions.map((one) => [one.id, one])),
    posed: posed.map((contributionId) => ({ contributionId })),
  } as unknown as RecordState;
}

function ids(record: RecordState, wish = ALL): readonly string[] {
  return nextQuestions(record, wish).map(({ id }) => id);
}
