import { useEffect, useState } from 'react';
import type { Opening, ReplayShown } from '../../connection/replay-shown.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { readInstant, writeInstant } from './instant.js';

const EVERY_MS = 500;

/** Where the address of this page led, when it was opened. */
export function useOpening(): Opening {
  const [opening] = useState(() => {
    const query = new URLSearchParams(location.search);
    return { into: readInstant(query.get('t')), item: query.get('at') ?? (location.hash.slice(1) || null) };
  });
  return opening;
}

/** The address names the instant, always; at most twice a second it is written anew. */
export function useAddress(store: ReplayStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const write = () => {
      timer = null;
      const query = queryOf(store.snapshot(), store.time());
      if (query !== null && query !== location.search) history.replaceState(history.state, '', query);
    };
    const stop = store.subscribeTime(() => (timer ??= setTimeout(write, EVERY_MS)));
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [store]);
}

export function linkTo(store: ReplayStore): string {
  return new URL(queryOf(store.snapshot(), store.time()) ?? '', location.href).href;
}

/** While it plays, whole seconds will do. */
function queryOf({ axis, player, item, status }: ReplayShown, time: number): string | null {
  if (!axis || status !== 'ready') return null;
  const into = time - axis.origin;
  const instant = writeInstant(player.isPlaying ? Math.floor(into / 1000) * 1000 : into);
  return item === null ? `?t=${instant}` : `?t=${instant}&at=${encodeURIComponent(item)}`;
}
