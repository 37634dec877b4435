import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from '../../domain/wire/protocol.js';

export interface Answered<T> {
  /** undefined: not answered yet. null: the forum could not be reached. */
  readonly reply: Reply<T> | null | undefined;
  again(): void;
}

/** Asks once for each key; an answer that is late for its key is dropped. null asks all the same: the asker knows what to do. */
export function useAnswer<T>(key: string | null, ask: () => Promise<Reply<T> | null>): Answered<T> {
  const [answered, setAnswered] = useState<{ key: string | null; reply: Reply<T> | null } | null>(null);
  const [round, setRound] = useState(0);
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });

  useEffect(() => {
    let isLate = false;
    void asking.current().then((reply) => {
      if (!isLate) setAnswered({ key, reply });
    });
    return () => void (isLate = true);
  }, [key, round]);

  const again = useCallback(() => setRound((n) => n + 1), []);
  return { reply: answered && answered.key === key ? answered.reply : undefined, again };
}
