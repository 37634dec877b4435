import { slateOf, type SlateInput } from '../../../domain/amplify/slate/slate.js';
import type { Polis } from '../polis/read.js';

/** How many seats ahead a suggestion looks. */
const HORIZON = 4;
/** Whoever voted less is no voter here, as in a slate of the whole conversation. */
const VOTES_FROM = 5;

/** Shares of the voters with any support who support something that was put, in the end; fractions of 1. */
export interface LiveFigures {
  readonly mostVotes: number;
  readonly amplify: number;
}

/**
 * A conversation as it came. After each of so many equal parts of its votes one comment is put to the panel, chosen from
 * the votes until then: by the slate, or whatever has most votes and was not put yet.
 */
export function playedLive({ comments, votes }: Polis, questions: number): LiveFigures {
  const numbers = new Map(comments.filter(({ moderated }) => moderated !== -1).map(({ id }, number) => [id, number]));
  const cast = votes.flatMap(({ comment, voter, vote }) => {
    const item = numbers.get(comment);
    return item === undefined ? [] : [{ item, voter, vote }];
  });
  const all = electorateOf(cast, numbers.size);
  const coverageBy = (choose: Choose) => {
    const put: number[] = [];
    for (let question = 1; question <= questions; question++) {
      const heard = cast.slice(0, Math.floor((cast.length * question) / questions));
      const next = choose({ ...electorateOf(heard, numbers.size).input, posed: put, seats: HORIZON });
      if (next !== undefined) put.push(next);
    }
    return coverage(all, put);
  };
  return { mostVotes: coverageBy(mostSupported), amplify: coverageBy((input) => slateOf(input)[0]?.item) };
}

type Choose = (input: SlateInput) => number | undefined;

interface Cast {
  readonly item: number;
  readonly voter: number;
  readonly vote: 1 | 0 | -1;
}

function mostSupported({ support, posed }: SlateInput): number | undefined {
  const votes = (item: number) => support[item]?.length ?? 0;
  return [...support.keys()].filter((item) => !posed.includes(item)).sort((a, b) => votes(b) - votes(a) || a - b)[0];
}

/** By everybody’s last vote on each item. `counts`: on how many items each voter voted. */
function electorateOf(votes: readonly Cast[], items: number) {
  const voters = new Map<number, Map<number, Cast['vote']>>();
  for (const { item, voter, vote } of votes) {
    const theirs = voters.get(voter) ?? new Map<number, Cast['vote']>();
    voters.set(voter, theirs.set(item, vote));
  }
  const support: number[][] = Array.from({ length: items }, () => []);
  [...voters.values()].forEach((theirs, voter) => {
    for (const [item, vote] of theirs) if (vote === 1) support[item]?.push(voter);
  });
  const counts = [...voters.values()].map((theirs) => theirs.size);
  return { input: { voters: voters.size, support }, counts };
}

function coverage({ input: { support }, counts }: ReturnType<typeof electorateOf>, put: readonly number[]): number {
  const supporters = (items: readonly number[]) =>
    new Set(items.flatMap((item) => support[item] ?? []).filter((voter) => (counts[voter] ?? 0) >= VOTES_FROM));
  const all = supporters([...support.keys()]).size;
  return all === 0 ? 1 : supporters(put).size / all;
}
