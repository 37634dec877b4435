import { useEffect, type RefObject } from 'react';

/**
 * What appears above the list (a question put to the panel, a notice) takes room from it. The list then scrolls by as much,
 * so that the words somebody reads stay where they are on the screen.
 */
export function useSteady(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    let top = current.getBoundingClientRect().top;
    let width = current.clientWidth;
    const observer = new ResizeObserver(() => {
      const moved = current.getBoundingClientRect().top - top;
      const isSameWindow = current.clientWidth === width;
      top += moved;
      width = current.clientWidth;
      if (moved !== 0 && isSameWindow) current.scrollTop += moved;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [scroller]);
}
