import type { Polis, PolisComment, PolisVote } from '../polis/read.js';

/** How many times faster than it was; `max`: as fast as the answers come. */
export type Speed = number | 'max';

export type Cue =
  | { readonly type: 'speak'; readonly person: number; readonly comment: PolisComment }
  | { readonly type: 'vote'; readonly person: number; readonly vote: PolisVote };

export interface Timed {
  readonly cue: Cue;
  /** ms after the first one. */
  readonly after: number;
}

const LONGEST_SILENCE_MS = 250;

/**
 * What people did, in the order they did it. A vote never comes before what it is about: where the export says so, it
 * waits for it. No silence is longer than a quarter of a second.
 */
export function scriptOf(polis: Polis, speed: Speed): readonly Timed[] {
  const spokenAt = new Map(polis.comments.map((comment) => [comment.id, comment.at]));
  const cues: { at: number; cue: Cue }[] = [
    ...polis.comments.map((comment) => ({
      at: comment.at,
      cue: { type: 'speak', person: comment.author, comment } as const,
    })),
    ...polis.votes.map((vote) => ({
      at: Math.max(vote.at, spokenAt.get(vote.comment) ?? 0),
      cue: { type: 'vote', person: vote.voter, vote } as const,
    })),
  ];
  cues.sort((a, b) => a.at - b.at);

  let after = 0;
  let last = cues[0]?.at ?? 0;
  return cues.map(({ at, cue }) => {
    after += speed === 'max' ? 0 : Math.min((at - last) / speed, LONGEST_SILENCE_MS);
    last = at;
    return { cue, after };
  });
}
