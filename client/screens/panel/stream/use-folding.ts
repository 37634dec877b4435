import { useEffect, useRef, useState, type RefObject } from 'react';
import { useSettings } from '../../../settings/settings.js';

export interface Folding {
  readonly isFolded: boolean;
  readonly unfold: () => void;
}

/** From the hand to what it scrolls. */
const HAND_MS = 1_000;
const REST_MS = 200;

/**
 * What stands above the stream folds once its reader reads on below it. Only then: a list that scrolls by itself, to begin
 * somewhere or to hold its place, folds nothing. It waits until the list rests and has as much above it as it is given, so
 * that the words that are read stay where they are.
 */
export function useFolding(section: RefObject<HTMLElement | null>, id: string): Folding {
  const [folded, setFolded] = useState<string | null>(null);
  const { textOnly } = useSettings();
  const usedAt = useRef(-Infinity);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const column = section.current?.parentElement;
    if (!column || textOnly) return;
    const used = ({ target, timeStamp }: Event) => {
      if (target instanceof Element && !target.closest(FIELDS)) usedAt.current = timeStamp;
    };
    const scrolled = ({ target, timeStamp }: Event) => {
      if (!(target instanceof Element) || !target.matches('.stream-scroller')) return;
      if (rest.current === undefined && timeStamp - usedAt.current > HAND_MS) return;
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        rest.current = undefined;
        const { current } = section;
        if (!current || current.contains(document.activeElement)) return;
        if (target.scrollTop > current.offsetHeight) setFolded(id);
      }, REST_MS);
    };

    const ending = new AbortController();
    const { signal } = ending;
    for (const name of ['wheel', 'touchmove', 'pointerdown']) {
      column.addEventListener(name, used, { signal, passive: true });
    }
    addEventListener('keydown', used, { signal });
    column.addEventListener('scroll', scrolled, { signal, passive: true, capture: true });
    return () => {
      clearTimeout(rest.current);
      rest.current = undefined;
      ending.abort();
    };
  }, [section, id, textOnly]);

  const unfold = () => {
    // The list gives way below it and so scrolls by itself, perhaps right after the hand did.
    usedAt.current = -Infinity;
    clearTimeout(rest.current);
    rest.current = undefined;
    setFolded(null);
  };
  return { isFolded: folded === id && !textOnly, unfold };
}

const FIELDS = 'input, textarea, select, .before-panel';
