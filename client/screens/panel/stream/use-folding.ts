import { useEffect, useState, type RefObject } from 'react';
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

  useEffect(() => {
    const column = section.current?.parentElement;
    if (!column || textOnly) return;
    let usedAt = -Infinity;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const used = ({ target, timeStamp }: Event) => {
      if (target instanceof Element && !target.closest(FIELDS)) usedAt = timeStamp;
    };
    const scrolled = ({ target, timeStamp }: Event) => {
      if (!(target instanceof Element) || !target.matches('.stream-scroller')) return;
      if (rest === undefined && timeStamp - usedAt > HAND_MS) return;
      clearTimeout(rest);
      rest = setTimeout(() => {
        rest = undefined;
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
      clearTimeout(rest);
      ending.abort();
    };
  }, [section, id, textOnly]);

  return { isFolded: folded === id && !textOnly, unfold: () => setFolded(null) };
}

const FIELDS = 'input, textarea, select, .before-panel';
