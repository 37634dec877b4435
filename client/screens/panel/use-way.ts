import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Thread } from '../../../domain/panel/state.js';
import { goTo, useAddress, type Address } from './address.js';
import type { Here } from './here.js';
import { exchangeFor } from './stream/items.js';
import type { StreamHandle } from './stream/stream-list.js';

export interface Way {
  readonly threads: readonly Thread[];
  readonly thread: Thread | null;
  readonly address: Address;
  readonly stream: RefObject<StreamHandle | null>;
  choose(threadId: string): void;
  /** Leads to a contribution wherever it stands; `marks` it as a link does. False where it is not held. */
  reveal(contributionId: string, marks: boolean): boolean;
}

/** Where in the panel the reader is, and how they get elsewhere. */
export function useWay(here: Here): Way {
  const { record } = here;
  const threads = useMemo(() => [...record.threads.values()].sort((a, b) => a.seq - b.seq), [record.threads]);
  const address = useAddress();
  const stream = useRef<StreamHandle>(null);
  const [first] = useState(() => beginning(here, threads));
  const chosen = address.thread ?? first;
  const thread = threads.find(({ id }) => id === chosen) ?? threads[0] ?? null;
  const latest = useRef(here);
  useEffect(() => {
    latest.current = here;
  });

  const [target, setTarget] = useState<{ readonly id: string } | null>(null);
  const reveal = useCallback((id: string, marks: boolean): boolean => {
    const { shown, record: now } = latest.current;
    const contribution = now.contributions.get(id);
    if (!contribution) return false;
    const rows = shown.rowsOf(contribution.threadId);
    const exchange = exchangeFor(rows, id);
    goTo({ thread: contribution.threadId, exchange, marked: marks ? id : null }, marks ? 'push' : 'replace');
    setTarget({ id });
    return true;
  }, []);
  useArrival(target, stream, `${thread?.id}/${address.exchange}`);
  useLink(here, address, reveal);

  const choose = useCallback((id: string) => goTo({ thread: id, exchange: null, marked: null }), []);
  return { threads, thread, address, stream, choose, reveal };
}

/** Where there is most to read now: at the question before the panel, else where somebody spoke last. */
function beginning({ record, shown }: Here, threads: readonly Thread[]): string | null {
  const posed = record.posed.findLast(({ answered }) => !answered);
  const about = posed ? record.contributions.get(posed.contributionId)?.threadId : undefined;
  if (about) return about;
  const latest = (id: string) => shown.rowsOf(id).reduce((most, { seq }) => Math.max(most, seq), 0);
  const [busiest] = threads.map(({ id }) => ({ id, at: latest(id) })).sort((a, b) => b.at - a.at);
  return busiest?.id ?? null;
}

/** The list that has it may be drawn only after the way there was taken. */
function useArrival(
  target: { readonly id: string } | null,
  stream: RefObject<StreamHandle | null>,
  place: string,
): void {
  const done = useRef<object | null>(null);
  useEffect(() => {
    if (!target || done.current === target) return;
    if (stream.current?.show(target.id)) done.current = target;
  }, [target, stream, place]);
}

/** A link leads to a contribution; where that is not loaded, everything is. */
function useLink({ record, shown, store }: Here, { marked }: Address, reveal: Way['reveal']): void {
  const followed = useRef<string | null>(null);
  const isHeld = marked !== null && record.contributions.has(marked);
  useEffect(() => {
    if (marked === null || followed.current === marked) return;
    if (isHeld) {
      followed.current = marked;
      reveal(marked, true);
    } else if (shown.earlier === 'some') {
      void store.loadWhole();
    }
  }, [marked, isHeld, shown.earlier, store, reveal]);
}
