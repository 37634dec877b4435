import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import { canonicalState } from '../../domain/panel/snapshot.js';
import { recordEntryFor } from '../../domain/panel/visibility.js';
import { anyHistory, lawfulHistory } from '../../domain/testing/arbitrary-history.js';
import { ReplayFold } from './replay-fold.js';

const anyRecord = fc
  .oneof(lawfulHistory(400), anyHistory(400))
  .map((history) => history.map((entry) => recordEntryFor(entry)).filter((entry) => entry !== null));

describe('folding for a replay', () => {
  it('[R60] ends where one fold of the whole record ends, however it came in', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 1, max: 90 }), (record, size) => {
        const fold = folded(record, size);
        expect(canonicalState(fold.stateAt(record.length))).toBe(canonicalState(stateOf(record)));
      }),
      { numRuns: 60 },
    );
  });

  it('[R60] shows at any seq what folding up to it shows, in whatever order one asks', () => {
    fc.assert(
      fc.property(anyRecord, fc.array(fc.nat(400), { minLength: 1, maxLength: 6 }), (record, seqs) => {
        const fold = folded(record, 50);
        for (const asked of seqs) {
          const seq = Math.min(asked, record.length);
          expect(canonicalState(fold.stateAt(seq))).toBe(canonicalState(stateOf(record.slice(0, seq))));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes each entry once and nothing after a gap', () => {
    const record = said(12);
    const fold = new ReplayFold();
    fold.add(record.slice(0, 5));
    fold.add(record.slice(2, 6));
    fold.add(record.slice(8));

    expect(fold.loaded).toBe(6);
  });

  it('folds only while there is time', () => {
    const fold = new ReplayFold();
    fold.add(said(10));
    let turns = 0;

    expect(fold.foldOn(() => ++turns <= 4)).toBe(true);
    expect(fold.folded).toBe(4);
    expect(fold.stateAt(9).seq).toBe(4);
    expect(fold.foldOn(() => true)).toBe(false);
    expect(fold.folded).toBe(10);
  });

  it('[R61] finds the last entry at an instant, also where many share it or a clock was set back', () => {
    const fold = new ReplayFold();
    fold.add(said(6).map((entry, i) => ({ ...entry, at: [10, 20, 20, 15, 30, 30][i] ?? 0 })));

    expect([9, 10, 19, 20, 29, 30, 99].map((at) => fold.seqAt(at))).toEqual([0, 1, 1, 4, 4, 6, 6]);
  });
});

function folded(record: readonly RecordEntry[], size: number): ReplayFold {
  const fold = new ReplayFold();
  for (let from = 0; from < record.length; from += size) {
    fold.add(record.slice(from, from + size));
    fold.foldOn(() => true);
  }
  return fold;
}

function stateOf(record: readonly RecordEntry[]) {
  return record.reduce(evolveRecord, initialRecord);
}

function said(count: number): readonly RecordEntry[] {
  return Array.from({ length: count }, (_, i) => ({ seq: i + 1, at: i * 1000, event: { type: 'PanelOpened' } }));
}
