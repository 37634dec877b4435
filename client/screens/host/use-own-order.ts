import { useState } from 'react';
import { keepOrder, keptOrder } from '../../connection/slates.js';

const CHOSEN_MAX = 50;

export interface OwnOrder {
  readonly ids: readonly string[];
  add(id: string): void;
  remove(id: string): void;
  /** One place to the front. */
  raise(id: string): void;
}

/** The host’s own order of what to put next, over reloads. */
export function useOwnOrder(panelId: string): OwnOrder {
  const [ids, setIds] = useState(() => keptOrder(panelId));
  const set = (next: readonly string[]) => {
    setIds(next);
    keepOrder(panelId, next);
  };
  return {
    ids,
    add: (id) => set([...ids.filter((other) => other !== id), id].slice(-CHOSEN_MAX)),
    remove: (id) => set(ids.filter((other) => other !== id)),
    raise: (id) => {
      const at = ids.indexOf(id);
      if (at > 0) set([...ids.slice(0, at - 1), id, ...ids.slice(at - 1, at), ...ids.slice(at + 1)]);
    },
  };
}
