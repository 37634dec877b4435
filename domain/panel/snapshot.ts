import { canonical } from '../record/canonical.js';
import type { Snapshot } from '../wire/views.js';
import { Keyed } from './keyed.js';
import type { Contribution, RecordState } from './state.js';

/**
 * A record in JSON, threads and contributions in order of seq. With `latest` it holds the latest so many contributions,
 * everything posed, answering and pinned, and the ancestors of all these; earlier ones are read from the record.
 */
export function snapshotOf(record: RecordState, { latest }: { readonly latest?: number } = {}): Snapshot {
  const kept = latest === undefined ? record.contributions : within(record, latest);
  return {
    ...record,
    threads: [...record.threads.values()].sort(bySeq),
    contributions: [...kept.values()].sort(bySeq),
    complete: kept.size === record.contributions.size,
  };
}

/** The state a snapshot was taken of, as far as it holds it: fold on from its `seq`. */
export function thaw(snapshot: Snapshot): RecordState {
  const { complete: _, ...record } = snapshot;
  return { ...record, threads: keyed(snapshot.threads), contributions: keyed(snapshot.contributions) };
}

/** One string for equal states, whatever way they came about: canonical JSON of the whole snapshot. */
export function canonicalState(record: RecordState): string {
  return canonical(snapshotOf(record));
}

function within(record: RecordState, latest: number): Keyed<Contribution> {
  const { contributions } = record;
  if (latest >= contributions.size) return contributions;

  const from = seqOfLatest(contributions, latest);
  const kept = new Map<string, Contribution>();
  const keep = (id: string | null) => {
    for (let next = id; next !== null && !kept.has(next);) {
      const contribution = contributions.get(next);
      if (!contribution) return;

      kept.set(next, contribution);
      next = contribution.parentId;
    }
  };

  for (const { id, seq } of contributions.values()) if (seq >= from) keep(id);
  for (const { contributionId, answers } of record.posed) {
    keep(contributionId);
    for (const { answerId } of answers) keep(answerId);
  }
  for (const id of record.pinned) keep(id);
  return Keyed.from(kept);
}

function seqOfLatest(contributions: Keyed<Contribution>, latest: number): number {
  const seqs = Float64Array.from(contributions.values(), ({ seq }) => seq).sort();
  return seqs[seqs.length - latest] ?? Infinity;
}

function keyed<T extends { readonly id: string }>(all: readonly T[]): Keyed<T> {
  return Keyed.from(all.map((one) => [one.id, one] as const));
}

function bySeq(
  a: { readonly seq: number; readonly id: string },
  b: { readonly seq: number; readonly id: string },
): number {
  return a.seq - b.seq || (a.id < b.id ? -1 : 1);
}
