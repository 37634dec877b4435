import { describe, expect, it } from '@jest/globals';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import type { RecordEvent } from '../../domain/panel/events.js';
import type { RecordState } from '../../domain/panel/state.js';
import { Newcomers } from './newcomers.js';

function published(n: number): RecordEvent {
  const body = { text: `words ${n}`, lang: 'en', author: 'seat' };
  return {
    type: 'ContributionPublished',
    contributionId: `c${n}`,
    threadId: 't',
    parentId: null,
    kind: 'comment',
    body,
  };
}

function after(record: RecordState, ...events: readonly RecordEvent[]): RecordState {
  return events.reduce((state, event) => evolveRecord(state, { seq: state.seq + 1, at: state.seq, event }), record);
}

const FIVE = after(initialRecord, published(1), published(2), published(3), published(4), published(5));

describe('what newcomers to a long panel begin with', () => {
  it('[R48] is made once for all who come at the same time', () => {
    const newcomers = new Newcomers(3, 2);
    const first = newcomers.snapshot('p', FIVE);
    expect(newcomers.snapshot('p', FIVE)).toBe(first);
    expect(newcomers.snapshot('p', after(FIVE, published(6)))).toBe(first);
    expect(newcomers.snapshot('p', after(FIVE, published(6), published(7))).seq).toBe(7);
  });

  it('[R48] never holds words that were redacted since', () => {
    const newcomers = new Newcomers(3, 100);
    newcomers.snapshot('p', FIVE);
    const redacted = after(FIVE, {
      type: 'Redacted',
      contributionId: 'c4',
      threadId: 't',
      cause: 'rule',
      ruleId: null,
    });
    expect(JSON.stringify(newcomers.snapshot('p', redacted))).not.toContain('words 4');
  });
});
