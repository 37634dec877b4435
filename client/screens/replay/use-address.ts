import { useEffect, useState } from 'react';
import type { Axis } from '../../connection/replay-axis.js';
import type { Opening, ReplayShown } from '../../connection/replay-shown.js';
import type { Filter } from '../../connection/replay-stops.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { readInstant, writeInstant } from './instant.js';

const EVERY_MS = 500;
const WORDS_MAX = 200;

/** Where the address of this page led, when it was opened. */
export function useOpening(): Opening {
  const [opening] = useState(() => {
    const query = new URLSearchParams(location.search);
    return { into: readInstant(query.get('t')), item: query.get('at') ?? (location.hash.slice(1) || null) };
  });
  return opening;
}

/** The address names the instant and what is looked for, always; at most twice a second it is written anew. */
export function useAddress(store: ReplayStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const write = () => {
      timer = null;
      const query = queryOf(store.snapshot(), store.time());
      if (query !== null && query !== location.search) history.replaceState(history.state, '', query);
    };
    const soon = () => void (timer ??= setTimeout(write, EVERY_MS));
    const filter = filterIn(location.search, store.snapshot());
    if (filter) store.setFilter(filter);
    // What the address asked for may lie beyond the end, or not be there.
    if (location.search !== '') soon();
    const stop = store.subscribeTime(soon);
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [store]);
}

export function linkTo(store: ReplayStore): string {
  return new URL(queryOf(store.snapshot(), store.time()) ?? '', location.href).href;
}

/** null where the address asks for everything. */
export function filterIn(search: string, { histogram }: Pick<ReplayShown, 'histogram'>): Filter | null {
  const query = new URLSearchParams(search);
  const words = (query.get('words') ?? '').slice(0, WORDS_MAX);
  const asked = query.get('thread');
  const threadId = asked !== null && histogram && Object.hasOwn(histogram.threads, asked) ? asked : null;
  return threadId === null && words.trim() === '' ? null : { threadId, words };
}

export function queryOf(
  { axis, item, status, filter }: Pick<ReplayShown, 'axis' | 'item' | 'status' | 'filter'>,
  time: number,
): string | null {
  if (!axis || status !== 'ready') return null;
  const words = filter.words.trim();
  const parts = [
    ['at', item],
    ['thread', filter.threadId],
    ['words', words === '' ? null : words],
  ] as const;
  const rest = parts.flatMap(([name, value]) => (value === null ? [] : [`&${name}=${encodeURIComponent(value)}`]));
  return `?t=${writeInstant(wholeSecond(axis, time))}${rest.join('')}`;
}

/** The second the clock shows; at the very end the one after it, so that nothing is left out there. */
function wholeSecond({ origin, end }: Axis, time: number): number {
  const seconds = (time - origin) / 1000;
  return (time >= end ? Math.ceil(seconds) : Math.floor(seconds)) * 1000;
}
