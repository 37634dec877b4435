import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../domain/panel/refusals.js';
import type { Reply } from '../../domain/wire/protocol.js';

export interface Polled<T> {
  /** The last that was answered, kept while the forum cannot be reached. */
  readonly value: T | null;
  /** When that was; ms since 1970. */
  readonly at: number | null;
  readonly refusal: Refusal | null;
  /** The last attempt brought no answer. */
  readonly isUnreachable: boolean;
  again(): void;
}

type Held<T> = Omit<Polled<T>, 'again'>;
const NOTHING = { value: null, at: null, refusal: null, isUnreachable: false };
/** However often it is asked for: a burst of news is one question more. */
const SOONEST_MS = 1_000;

/** Asks at once, then again and again while the page is in sight, and when it comes back into sight or onto the network. */
export function usePolled<T>(ask: () => Promise<Reply<T> | null>, everyMs: number): Polled<T> {
  const [held, setHeld] = useState<Held<T>>(NOTHING);
  const [round, setRound] = useState(0);
  const asking = useRef(ask);
  const askedAt = useRef(-Infinity);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    asking.current = ask;
  });
  useEffect(() => () => clearTimeout(soon.current), []);

  useEffect(() => {
    let isOver = false;
    const look = async () => {
      if (document.visibilityState === 'hidden') return;
      askedAt.current = performance.now();
      const reply = await asking.current();
      if (!isOver) setHeld((before) => after(before, reply));
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    const now = () => void look();
    document.addEventListener('visibilitychange', now);
    addEventListener('online', now);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', now);
      removeEventListener('online', now);
    };
  }, [everyMs, round]);

  const again = useCallback(() => {
    clearTimeout(soon.current);
    const wait = askedAt.current + SOONEST_MS - performance.now();
    soon.current = setTimeout(() => setRound((n) => n + 1), Math.max(0, wait));
  }, []);
  return { ...held, again };
}

function after<T>(before: Held<T>, reply: Reply<T> | null): Held<T> {
  if (reply === null) return { ...before, isUnreachable: true };
  if (!reply.ok && reply.refusal.code === 'too-many') return before;
  if (!reply.ok) return { ...NOTHING, refusal: reply.refusal };
  return { value: reply.value, at: Date.now(), refusal: null, isUnreachable: false };
}
