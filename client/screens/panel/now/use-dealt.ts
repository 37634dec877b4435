import { useEffect, useRef, useState } from 'react';
import type { Contribution } from '../../../../domain/panel/state.js';
import type { People } from '../../../../domain/wire/views.js';
import type { Here } from '../here.js';

/** The one that is asked about, and one ahead. */
const AT_HAND = 2;
const AGAIN_MS = 5_000;
/** What is published to a thousand who have voted on everything is not asked for by all of them at once. */
const SPREAD_MS = 1_000;
const HOLDING_MAX = 500;

export interface Dealt {
  /** What the forum asks this reader about, the first one now. */
  readonly cards: readonly Contribution[];
  readonly people: People;
  /** `asking`: for the first of them. `alone`: the forum cannot be asked, and what is at hand has to do. */
  readonly state: 'asking' | 'dealt' | 'alone';
}

/** What is asked about next is for the forum to say: only it knows what was shown least. */
export function useDealt(
  { shown, record, store }: Here,
  isPassed: (id: string) => boolean,
  sent: Iterable<string>,
): Dealt {
  const [dealt, setDealt] = useState<readonly Contribution[]>([]);
  const [people, setPeople] = useState<People>({});
  const [emptyAt, setEmptyAt] = useState<number | null>(null);
  const [isAlone, setIsAlone] = useState(false);
  const isAsking = useRef(false);
  const [answers, setAnswers] = useState(0);

  const cards = dealt
    .map((one) => record.contributions.get(one.id) ?? one)
    .filter(({ id, words, mergedInto }) => words && mergedInto === undefined && !isPassed(id));
  const isLive = shown.connection === 'live' && shown.mine !== null;
  const wants = isLive && !isAlone && cards.length < AT_HAND && emptyAt !== record.published;
  const holding = [...cards.map(({ id }) => id), ...sent].slice(0, HOLDING_MAX).join(' ');

  useEffect(() => {
    if (!wants || isAsking.current) return;
    isAsking.current = true;
    const spread = emptyAt === null ? 0 : Math.random() * SPREAD_MS;
    void later(spread)
      .then(() => store.nextCard(holding === '' ? [] : holding.split(' ')))
      .then((reply) => {
        isAsking.current = false;
        setAnswers((n) => n + 1);
        if (!reply?.ok) return setIsAlone(true);
        const { contribution } = reply.value;
        if (!contribution) return setEmptyAt(record.published);
        setEmptyAt(null);
        setPeople((known) => ({ ...known, ...reply.value.people }));
        setDealt((known) => [...known.filter(({ id }) => id !== contribution.id), contribution].slice(-AT_HAND * 2));
      });
  }, [wants, holding, emptyAt, store, record.published, answers]);

  useEffect(() => {
    if (!isAlone) return undefined;
    const timer = setTimeout(() => setIsAlone(false), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isAlone]);

  const state = !isLive || isAlone ? 'alone' : wants && cards.length === 0 ? 'asking' : 'dealt';
  return { cards, people, state };
}

function later(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, ms));
}
