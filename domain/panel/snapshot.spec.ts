import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyHistory, lawfulHistory } from '../testing/arbitrary-history.js';
import { panelOf, published, redacted, threadOpened } from '../testing/entries.js';
import type { Entry } from './events.js';
import { fold, initialState } from './evolve.js';
import { Keyed } from './keyed.js';
import { canonicalState, snapshotOf, thaw } from './snapshot.js';
import type { RecordState } from './state.js';

describe('a snapshot', () => {
  it('[R6] thaws to the state it was taken of, after any history', () => {
    fc.assert(
      fc.property(fc.oneof(lawfulHistory(), anyHistory()), (entries) => {
        const { record } = fold(initialState, entries);
        const snapshot = snapshotOf(record);

        expect(snapshot.complete).toBe(true);
        expect(canonicalState(thaw(JSON.parse(JSON.stringify(snapshot))))).toBe(canonicalState(record));
      }),
    );
  });

  /**
   * Restricting a state to a set of ids drops all other contributions and changes nothing else. Whoever holds a part and
   * folds on holds what the full state restricted to that part and to everything published for the first time since is.
   */
  it('[R7] of the latest contributions folds on like the whole, as far as it holds it', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.nat(120), fc.nat(8), (entries, cut, latest) => {
        const full = fold(initialState, entries.slice(0, cut));
        const part = thaw(JSON.parse(JSON.stringify(snapshotOf(full.record, { latest }))));

        const later = entries.slice(cut);
        const held = new Set([...part.contributions.keys(), ...newIn(later)]);
        const partEvolved = fold({ ...full, record: part }, later).record;
        const fullEvolved = fold(full, later).record;

        expect(canonicalState(partEvolved)).toBe(canonicalState(restrict(fullEvolved, held)));
      }),
      { numRuns: 300 },
    );
  });

  it('[R7] holds the latest, their ancestors, and what is posed, answering or pinned', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.nat(8), (entries, latest) => {
        const { record } = fold(initialState, entries);
        const snapshot = snapshotOf(record, { latest });
        const held = new Set(snapshot.contributions.map(({ id }) => id));

        const bySeq = [...record.contributions.values()].sort((a, b) => b.seq - a.seq);
        for (const { id } of bySeq.slice(0, latest)) expect(held).toContain(id);
        for (const id of record.pinned) expect(held).toContain(id);
        for (const { contributionId, answered } of record.posed) {
          expect(held).toContain(contributionId);
          if (answered?.answerId) expect(held).toContain(answered.answerId);
        }
        for (const { parentId } of snapshot.contributions) if (parentId) expect(held).toContain(parentId);
        expect(snapshot.complete).toBe(held.size === record.contributions.size);
      }),
    );
  });

  it('[R7] holds an old answer with its question', () => {
    const { record } = panelOf(
      threadOpened(),
      ...['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => published(id, { parentId: id === 'c3' ? 'c2' : null })),
      { type: 'QuestionPosed', contributionId: 'c1', answerBy: null, body: null },
      { type: 'QuestionAnswered', contributionId: 'c1', answerId: 'c3', body: null },
    );

    expect(snapshotOf(record, { latest: 1 }).contributions.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c5']);
  });

  it('[R7] counts also what it does not hold', () => {
    const before = panelOf(threadOpened(), published('c1'), published('c2'), published('c3'));
    const part = thaw(snapshotOf(before.record, { latest: 1 }));
    const on = (event: Entry['event'], seq: number): Entry => ({
      journal: 'record',
      seq,
      panelSeq: seq,
      at: seq,
      event,
    });

    const after = fold({ ...before, record: part }, [on(redacted('c1'), 5), on(redacted('c2'), 6)]).record;
    expect(after.threads.get('t')?.published).toBe(1);

    const again = fold({ ...before, record: after }, [on(published('c1', { again: true }), 7)]).record;
    expect(again.published).toBe(2);
    expect([...again.contributions.keys()]).toEqual(['c3']);
  });

  it('[R6] lists threads and contributions in order of seq', () => {
    const { record } = panelOf(threadOpened('t9'), threadOpened('t1'), published('c9'), published('c1'));
    const { threads, contributions } = snapshotOf(record);

    expect(threads.map(({ id }) => id)).toEqual(['t9', 't1']);
    expect(contributions.map(({ id }) => id)).toEqual(['c9', 'c1']);
  });

  it('[R9] prints equal states alike and different states differently', () => {
    const { record } = panelOf(threadOpened(), published('c1'), published('c2'));
    const rebuilt: RecordState = {
      ...Object.fromEntries(Object.entries(record).toReversed()),
      contributions: Keyed.from([...record.contributions].toReversed()),
    } as RecordState;

    expect(canonicalState(rebuilt)).toBe(canonicalState(record));
    expect(canonicalState({ ...record, slowModeSeconds: 1 })).not.toBe(canonicalState(record));
  });
});

function restrict(record: RecordState, held: ReadonlySet<string>): RecordState {
  return { ...record, contributions: Keyed.from([...record.contributions].filter(([id]) => held.has(id))) };
}

function newIn(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ event }) =>
    event.type === 'ContributionPublished' && !event.again ? [event.contributionId] : [],
  );
}
