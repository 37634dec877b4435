import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from '../../../connection/exchanges.js';
import { useSettings } from '../../../settings/settings.js';
import { admitBelow, drawn, everything, type Admitted } from './holding.js';
import { isDeeper, itemsOf, type Item } from './items.js';
import type { InSight } from './news.js';

export interface Window {
  readonly items: readonly Item[];
  readonly inSight: InSight;
  /** Whether a row is let into the list yet. */
  isDrawn(row: Row): boolean;
  admitAll(): void;
  /** Call when anything scrolled or took another size. */
  look(): void;
  rowsInSight(): readonly Row[];
}

/** What of a thread’s rows is drawn, so that nothing that comes in moves what is in sight. */
export function useWindow(
  rows: readonly Row[],
  list: RefObject<VirtualizerHandle | null>,
  scroller: RefObject<HTMLElement | null>,
): Window {
  const { quiet } = useSettings();
  const [admitted, setAdmitted] = useState<Admitted>(() => everything(rows));
  const shown = useMemo(() => drawn(rows, admitted), [rows, admitted]);
  const items = useMemo(() => itemsOf(shown), [shown]);
  const [inSight, setInSight] = useState<InSight>({ first: null, last: null });
  const latest = useRef({ rows, items });
  useLayoutEffect(() => {
    latest.current = { rows, items };
  });

  const look = useCallback(() => {
    const seen = visible(list, scroller, latest.current.items);
    const next = { first: firstId(seen[0]), last: lastId(seen.at(-1)) };
    setInSight((before) => (before.first === next.first && before.last === next.last ? before : next));
    if (!quiet) setAdmitted((before) => admitBelow(latest.current.rows, before, next.last));
  }, [list, scroller, quiet]);
  useLayoutEffect(look, [look, rows, items]);
  // What is measured after it is drawn may have another size than was thought.
  useEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look, items]);

  return {
    items,
    inSight,
    isDrawn: ({ seq, id }) => seq <= admitted.upTo || admitted.besides.has(id),
    admitAll: () => setAdmitted(everything(latest.current.rows)),
    look,
    rowsInSight: () => visible(list, scroller, latest.current.items).flatMap((item) => (isDeeper(item) ? [] : [item])),
  };
}

const SLIVER = 12;

function visible(
  listRef: RefObject<VirtualizerHandle | null>,
  scrollerRef: RefObject<HTMLElement | null>,
  items: readonly Item[],
): readonly Item[] {
  const list = listRef.current;
  const scroller = scrollerRef.current;
  if (!list || !scroller || items.length === 0 || scroller.clientHeight === 0) return [];
  const top = scroller.scrollTop;
  const first = list.findItemIndex(top + SLIVER);
  const last = list.findItemIndex(top + scroller.clientHeight - 1);
  return items.slice(first, last + 1);
}

function firstId(item: Item | undefined): string | null {
  if (!item) return null;
  return isDeeper(item) ? item.deeperBelow.id : item.id;
}

/** Everything that is folded into a line belongs to what is in sight with it. */
function lastId(item: Item | undefined): string | null {
  if (!item) return null;
  return isDeeper(item) ? (item.hidden.at(-1)?.id ?? null) : item.id;
}
