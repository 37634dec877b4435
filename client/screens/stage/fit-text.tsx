import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

export interface FitTextProps {
  readonly children: ReactNode;
  /** What is written in it: measured anew when it changes. */
  readonly of: string;
  readonly lang?: string;
  /** Said below where not all of it fits. */
  readonly whenCut: string;
  readonly as?: 'p' | 'h1';
}

/** At 20 m nothing smaller is read: parts of the height of the screen. */
const SMALLEST = 0.035;
const LARGEST = 0.15;
/** A phone that looks at the stage is held in the hand. */
const SMALLEST_PX = 16;

/** The largest letters with which all of it fits its box; cut at whole lines where even the smallest are too large. */
export function FitText({ children, of, lang, whenCut, as: Tag = 'p' }: FitTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement & HTMLHeadingElement>(null);
  const [isCut, setCut] = useState(false);

  useLayoutEffect(() => {
    const [around, text] = [box.current, words.current];
    if (!around || !text) return;
    const fit = () => setCut(fitted(around, text));
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(around);
    return () => watch.disconnect();
  }, [of, lang]);

  return (
    <div className="fit" lang={lang}>
      <div className="fit-box" ref={box}>
        <Tag className="fit-text" ref={words} dir="auto">
          {children}
        </Tag>
      </div>
      {isCut && <p className="fit-cut">{whenCut}</p>}
    </div>
  );
}

/** Whether it had to be cut. */
function fitted(box: HTMLElement, text: HTMLElement): boolean {
  const set = (name: string, value: string) => text.style.setProperty(name, value);
  const fits = (size: number) => {
    set('font-size', `${size}px`);
    return text.scrollHeight <= box.clientHeight && text.scrollWidth <= box.clientWidth;
  };
  set('overflow-wrap', 'normal');
  set('-webkit-line-clamp', 'none');
  const smallest = Math.max(SMALLEST_PX, innerHeight * SMALLEST);
  if (fits(smallest)) {
    fits(largestThat(fits, smallest, Math.max(smallest, innerHeight * LARGEST)));
    return false;
  }

  set('overflow-wrap', 'anywhere');
  if (fits(smallest)) return false;
  set('-webkit-line-clamp', String(Math.max(1, Math.floor(box.clientHeight / lineOf(text)))));
  return true;
}

function largestThat(fits: (size: number) => boolean, smallest: number, largest: number): number {
  let [good, bad] = [smallest, largest + 1];
  while (bad - good > 1) {
    const size = (good + bad) / 2;
    if (fits(size)) good = size;
    else bad = size;
  }
  return good;
}

function lineOf(text: HTMLElement): number {
  return parseFloat(getComputedStyle(text).lineHeight);
}
