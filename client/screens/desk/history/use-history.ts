import { useEffect, useState } from 'react';
import type { Reply } from '../../../../domain/wire/protocol.js';
import type { DecisionMade, DeskHistory } from '../../../../domain/wire/views.js';
import type { DeskStore } from '../../../connection/desk-store.js';
import { refusalText } from '../../../parts/refusal-text.js';

export interface Made {
  readonly decisions: readonly DecisionMade[];
  /** Where to go on; null: that was all. */
  readonly next: number | null;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly why: string;
}

const PAGE = 50;
const NOTHING: Made = { decisions: [], next: null, state: 'loading', why: '' };

/** All moderators’ decisions, as far back as they were asked for. */
export function useHistory(store: Pick<DeskStore, 'history'>) {
  const [made, setMade] = useState(NOTHING);

  useEffect(() => {
    let isWanted = true;
    void store.history(undefined, PAGE).then((reply) => isWanted && setMade((held) => after(held, reply, undefined)));
    return () => {
      isWanted = false;
    };
  }, [store]);

  const ask = (before: number | undefined, limit: number) => {
    setMade((held) => ({ ...held, state: 'loading' }));
    void store.history(before, limit).then((reply) => setMade((held) => after(held, reply, before)));
  };
  return {
    made,
    more: () => ask(made.next ?? undefined, PAGE),
    /** As many as are shown, anew. */
    again: () => ask(undefined, Math.min(100, Math.max(PAGE, made.decisions.length))),
  };
}

function after(held: Made, reply: Reply<DeskHistory> | null, before: number | undefined): Made {
  if (!reply?.ok) return { ...held, state: 'failed', why: reply ? refusalText(reply.refusal) : '' };
  const { decisions, next } = reply.value;
  const earlier = before === undefined ? [] : held.decisions;
  return { decisions: [...earlier, ...decisions], next, state: 'ready', why: '' };
}
