import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { keyOf, type Item } from './items.js';

interface Anchor {
  readonly key: string;
  readonly index: number;
  /** How far below the upper edge it begins. */
  readonly below: number;
}

/**
 * When the list grows above what is read because the reader asked for it, what is read keeps its place on the screen.
 * Returns what to call whenever something scrolled.
 */
export function useAnchor(
  items: readonly Item[],
  list: RefObject<VirtualizerHandle | null>,
  scroller: RefObject<HTMLElement | null>,
): () => void {
  const anchor = useRef<Anchor | null>(null);
  const latest = useRef(items);

  useLayoutEffect(() => {
    latest.current = items;
    const held = anchor.current;
    const here = held ? items[held.index] : undefined;
    if (!held || !list.current || (here && keyOf(here) === held.key)) return;
    const index = items.findIndex((item) => keyOf(item) === held.key);
    if (index === -1) return;
    anchor.current = { ...held, index };
    list.current.scrollToIndex(index, { align: 'start', offset: -held.below });
  }, [items, list]);

  return useCallback(() => {
    anchor.current = topmost(latest.current, list, scroller) ?? anchor.current;
  }, [list, scroller]);
}

function topmost(
  items: readonly Item[],
  list: RefObject<VirtualizerHandle | null>,
  scroller: RefObject<HTMLElement | null>,
): Anchor | null {
  const top = scroller.current?.scrollTop ?? 0;
  const index = list.current?.findItemIndex(top + 1) ?? -1;
  const item = items[index];
  return list.current && item ? { key: keyOf(item), index, below: list.current.getItemOffset(index) - top } : null;
}
