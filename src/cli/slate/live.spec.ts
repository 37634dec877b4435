import { describe, expect, it } from '@jest/globals';
import type { Polis, PolisVote } from '../polis/read.js';
import { playedLive } from './live.js';

/** Ten people, of whom six like 1 to 5 and four like 6 to 10; whatever somebody likes not, they reject. */
function conversation(): Polis {
  const ids = Array.from({ length: 10 }, (_, i) => i + 1);
  const comments = ids.map((id) => ({ id, author: 0, at: id, moderated: 1 as const, text: `comment ${id}` }));
  const votes: PolisVote[] = ids.flatMap((comment, at) =>
    Array.from({ length: 10 }, (_, voter) => ({ comment, voter, at, vote: voter < 6 === comment <= 5 ? 1 : -1 })),
  );
  return { comments, votes } as unknown as Polis;
}

describe('a Polis conversation as it came', () => {
  it('[S16] covers both camps by the slate, and the larger alone by most votes', () => {
    expect(playedLive(conversation(), 5)).toEqual({ mostVotes: 0.6, amplify: 1 });
  });

  it('[S16] knows only the votes until then, and puts nothing twice', () => {
    const { votes, ...rest } = conversation();
    // The smaller camp speaks first: what it likes is all there is to put after the first half.
    const turned = [...votes.filter(({ comment }) => comment > 5), ...votes.filter(({ comment }) => comment <= 5)];
    expect(playedLive({ ...rest, votes: turned }, 2)).toEqual({ mostVotes: 1, amplify: 1 });
    expect(playedLive({ ...rest, votes: turned }, 1)).toEqual({ mostVotes: 0.6, amplify: 0.6 });
  });

  it('[S16] leaves out declined comments and people with fewer than five votes', () => {
    const { comments, votes, ...rest } = conversation();
    const fleeting = { comment: 6, voter: 99, at: 0, vote: 1 } as const;
    const declined = comments.map((one) => (one.id <= 5 ? { ...one, moderated: -1 as const } : one));
    expect(playedLive({ ...rest, comments: declined, votes: [fleeting, ...votes] }, 1)).toEqual({
      mostVotes: 1,
      amplify: 1,
    });
  });
});
