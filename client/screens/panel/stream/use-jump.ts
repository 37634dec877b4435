import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { keyOf, type Item } from './items.js';

export interface Target {
  readonly id: string;
  readonly focuses: boolean;
  readonly align: 'start' | 'nearest';
}

/** Scrolls to an item once it is in the list, and focuses it once it is drawn. */
export function useJump(
  items: readonly Item[],
  list: RefObject<VirtualizerHandle | null>,
  scroller: RefObject<HTMLElement | null>,
): (target: Target) => void {
  const [target, setTarget] = useState<Target | null>(null);
  const done = useRef<Target | null>(null);

  useEffect(() => {
    if (!target || done.current === target) return;
    const index = items.findIndex((item) => keyOf(item) === target.id);
    if (index === -1) return;
    done.current = target;
    bring(list.current, scroller.current, index, target);
    if (target.focuses) focusSoon(scroller.current, target.id, TRIES);
  }, [target, items, list, scroller]);

  return useCallback((next) => setTarget({ ...next }), []);
}

const TRIES = 30;
const AIR = 12;

function bring(list: VirtualizerHandle | null, scroller: HTMLElement | null, index: number, { align }: Target): void {
  if (!list || !scroller) return;
  const top = list.getItemOffset(index);
  const isInSight =
    top >= scroller.scrollTop && top + list.getItemSize(index) <= scroller.scrollTop + scroller.clientHeight;
  if (align === 'nearest' && isInSight) return;
  list.scrollToIndex(index, { align, ...(align === 'start' ? { offset: -AIR } : {}) });
}

/** It is drawn some frames after the list scrolled there. */
function focusSoon(scroller: HTMLElement | null, id: string, tries: number): void {
  const article = scroller?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] > [tabindex]`);
  if (article) article.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusSoon(scroller, id, tries - 1));
}
