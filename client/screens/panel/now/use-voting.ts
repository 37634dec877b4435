import { useCallback, useMemo, useState } from 'react';
import type { Choice, Words } from '../../../../domain/panel/events.js';
import type { Contribution } from '../../../../domain/panel/state.js';
import type { People } from '../../../../domain/wire/views.js';
import type { Here } from '../here.js';
import { useDealt } from './use-dealt.js';
import { nextToVote, votesOf } from './voting.js';

export interface Voting {
  readonly current: (Contribution & { readonly words: Words }) | null;
  /** The forum is being asked what comes first. */
  readonly isAsking: boolean;
  readonly people: People;
  readonly votes: ReadonlyMap<string, Choice>;
  /** What was voted on last here. */
  readonly last: string | null;
  vote(id: string, choice: Choice): void;
}

/** The card stays the same while entries come in, until it is voted on or no longer shown. */
export function useVoting(here: Here): Voting {
  const { shown, record, store } = here;
  const { mine, outbox } = shown;
  const [cast, setCast] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [chosen, setChosen] = useState<Contribution | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const votes = useMemo(() => votesOf({ mine, outbox }, cast), [mine, outbox, cast]);
  const own = useMemo(() => new Set(mine?.items.map(({ contributionId }) => contributionId)), [mine]);

  const isPassed = (id: string) => votes.has(id) || own.has(id);
  const sent = [...cast.keys()].slice(-SENT_KEPT);
  const dealt = useDealt(here, isPassed, sent);
  const held = chosen === null ? null : (record.contributions.get(chosen.id) ?? chosen);
  const isHeld = held?.words && held.mergedInto === undefined && !isPassed(held.id);
  const current = mine === null ? null : isHeld ? held : (dealt.cards[0] ?? atHand());
  if (current && current.id !== chosen?.id) setChosen(current);

  const vote = useCallback(
    (id: string, choice: Choice) => {
      setCast((before) => new Map([...before].filter(([other]) => other !== id)).set(id, choice));
      setLast(id);
      void store.send('castVote', { contributionId: id, choice });
    },
    [store],
  );
  return {
    current: current?.words ? { ...current, words: current.words } : null,
    isAsking: dealt.state === 'asking',
    people: { ...dealt.people, ...shown.people },
    votes,
    last,
    vote,
  };

  /** Nothing is looked for in a hundred thousand while the forum can be asked. */
  function atHand(): Contribution | null {
    return dealt.state === 'alone' ? nextToVote(record.contributions.values(), isPassed) : null;
  }
}

const SENT_KEPT = 400;
