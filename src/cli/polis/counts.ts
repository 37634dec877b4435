import type { Polis } from './read.js';

/** What an import or a crowd tells about a conversation. */
export interface Counts {
  readonly panelId: string;
  readonly contributions: number;
  readonly published: number;
  readonly declined: number;
  readonly pending: number;
  /** Rows of votes.csv. */
  readonly votes: number;
  /** Distinct people among authors and voters. */
  readonly participants: number;
  readonly seconds: number;
}

export function countsOf(polis: Polis): Omit<Counts, 'panelId' | 'seconds'> {
  const moderated = (as: 1 | 0 | -1) => polis.comments.filter((comment) => comment.moderated === as).length;
  return {
    contributions: polis.comments.length,
    published: moderated(1),
    declined: moderated(-1),
    pending: moderated(0),
    votes: polis.votes.length,
    participants: polis.participants,
  };
}

export function since(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}
