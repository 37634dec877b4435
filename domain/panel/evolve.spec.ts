import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyHistory, lawfulHistory } from '../testing/arbitrary-history.js';
import type { Entry, PanelEvent } from './events.js';
import { fold, initialState } from './evolve.js';
import { canonicalState } from './snapshot.js';
import type { DocketState } from './state.js';

describe('folding any history', () => {
  it('[R2] never throws, whatever the entries say', () => {
    fc.assert(
      fc.property(anyHistory(), (entries) => {
        const { record, docket } = fold(initialState, entries);
        expect(record.seq + docket.seq).toBe(entries.length);
      }),
    );
  });

  it('[R1] folds each journal into its own half', () => {
    fc.assert(
      fc.property(lawfulHistory(), (entries) => {
        const whole = fold(initialState, entries);
        const recordOnly = fold(
          initialState,
          entries.filter(({ journal }) => journal === 'record'),
        );
        const docketOnly = fold(
          initialState,
          entries.filter(({ journal }) => journal === 'docket'),
        );

        expect(canonicalState(recordOnly.record)).toBe(canonicalState(whole.record));
        expect(plain(docketOnly.docket)).toEqual(plain(whole.docket));
      }),
    );
  });

  it('[R3] ends alike with the words of redacted contributions and after their erasure', () => {
    fc.assert(
      fc.property(lawfulHistory(), (entries) => {
        const whole = fold(initialState, entries).record;
        expect(canonicalState(fold(initialState, erased(entries)).record)).toBe(canonicalState(whole));
      }),
    );
  });

  it('[R8] counts exactly what stands', () => {
    fc.assert(
      fc.property(lawfulHistory(), (entries) => {
        const { record } = fold(initialState, entries);
        const standing = standingIn(entries);

        expect(record.published).toBe(standing.size);
        for (const thread of record.threads.values()) {
          expect(thread.published).toBe([...standing.values()].filter((threadId) => threadId === thread.id).length);
        }
      }),
    );
  });

  it('[R8] keeps what waits, who holds and what each author has in step with the items', () => {
    fc.assert(
      fc.property(fc.oneof(lawfulHistory(), anyHistory()), (entries) => {
        const { docket } = fold(initialState, entries);
        const items = [...docket.items.values()];
        const ids = (those: typeof items) => those.map(({ id }) => id).sort();

        expect([...docket.waiting.keys()].sort()).toEqual(
          ids(items.filter(({ standing }) => standing === 'waiting' || standing === 'review')),
        );
        expect([...docket.leased.keys()].sort()).toEqual(ids(items.filter(({ lease }) => lease)));
        for (const [seat, author] of docket.authors) {
          const own = items.filter((item) => item.author === seat);
          expect([...author.items].sort()).toEqual(ids(own));
          expect(author.published).toBe(own.filter(({ standing }) => standing === 'published').length);
        }
      }),
    );
  });
});

/** What erasure leaves: no body in any entry about a contribution before its latest redaction. */
function erased(entries: readonly Entry[]): Entry[] {
  const redactedLater = new Set<string>();
  return entries
    .toReversed()
    .map((entry) => {
      const { event } = entry;
      if (entry.journal !== 'record' || !('contributionId' in event)) return entry;
      if (event.type === 'Redacted') redactedLater.add(event.contributionId);

      const erasable = redactedLater.has(event.contributionId) && 'body' in event;
      return erasable ? { ...entry, event: { ...event, body: null } as PanelEvent } : entry;
    })
    .toReversed();
}

/** Thread by contribution of all that was published and not redacted since. */
function standingIn(entries: readonly Entry[]): Map<string, string> {
  const standing = new Map<string, string>();
  for (const { event } of entries) {
    if (event.type === 'ContributionPublished') standing.set(event.contributionId, event.threadId);
    if (event.type === 'Redacted') standing.delete(event.contributionId);
  }
  return standing;
}

function plain(docket: DocketState): unknown {
  return JSON.parse(JSON.stringify(docket));
}
