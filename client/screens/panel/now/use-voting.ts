import { useCallback, useMemo, useState } from 'react';
import type { Choice, Words } from '../../../../domain/panel/events.js';
import type { Contribution } from '../../../../domain/panel/state.js';
import type { Here } from '../here.js';
import { nextToVote, votesOf } from './voting.js';

export interface Voting {
  readonly current: (Contribution & { readonly words: Words }) | null;
  readonly votes: ReadonlyMap<string, Choice>;
  /** What was voted on last here. */
  readonly last: string | null;
  vote(id: string, choice: Choice): void;
}

/** The card stays the same while entries come in, until it is voted on or no longer shown. */
export function useVoting({ shown, record, store }: Here): Voting {
  const { mine, outbox } = shown;
  const [cast, setCast] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const votes = useMemo(() => votesOf({ mine, outbox }, cast), [mine, outbox, cast]);
  const own = useMemo(() => new Set(mine?.items.map(({ contributionId }) => contributionId)), [mine]);

  const isPassed = (id: string) => votes.has(id) || own.has(id);
  const held = chosen === null ? null : (record.contributions.get(chosen) ?? null);
  const isHeld = held?.words && !isPassed(held.id);
  // Nothing is looked for in a hundred thousand while there is one to vote on.
  const current = mine === null ? null : isHeld ? held : nextToVote(record.contributions.values(), isPassed);
  if (current && current.id !== chosen) setChosen(current.id);

  const vote = useCallback(
    (id: string, choice: Choice) => {
      setCast((before) => new Map(before).set(id, choice));
      setLast(id);
      void store.send('castVote', { contributionId: id, choice });
    },
    [store],
  );
  return { current: current?.words ? { ...current, words: current.words } : null, votes, last, vote };
}
