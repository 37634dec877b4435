import { useSyncExternalStore } from 'react';

/** The time in steps, so that what is said relative to it stays true and nothing is drawn in vain. ms since 1970. */
export function useNow(stepMs = 15_000): number {
  return useSyncExternalStore(
    (listener) => {
      const timer = setInterval(listener, stepMs);
      return () => clearInterval(timer);
    },
    () => Math.floor(Date.now() / stepMs) * stepMs,
  );
}
