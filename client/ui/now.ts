import { useSyncExternalStore } from 'react';

const STEP_MS = 15_000;

/** The time in steps of 15 s, so that what is said relative to it stays true. Milliseconds since 1970. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / STEP_MS) * STEP_MS);
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, STEP_MS);
  return () => clearInterval(timer);
}
