import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';

export interface FoldedProps {
  /** Whoever opens this one finds it open when they come back to it. */
  readonly id: string;
  /** How much there is to draw: what is short is not measured. */
  readonly text: string;
  /** There is so little room that even a short text may not fit. */
  readonly isTight?: boolean;
  readonly children: ReactNode;
}

const SHORT = 480;
const FEW_LINES = 8;
const opened = new Set<string>();

/** Some twelve lines of a long text, and the rest when it is asked for. */
export function Folded({ id, text, isTight = false, children }: FoldedProps) {
  const { t } = useTranslation('panel');
  const [isOpen, setIsOpen] = useState(opened.has(id));
  const [isCut, setIsCut] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const mayBeCut = !isOpen && (isTight || !isShort(text));
  useLayoutEffect(() => {
    const { current } = box;
    if (!mayBeCut || !current) return;
    const measure = () => setIsCut(current.scrollHeight > current.clientHeight + 4);
    measure();
    // It may be drawn before it is seen, and its room may change.
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [mayBeCut, text]);

  const open = () => {
    opened.add(id);
    setIsOpen(true);
  };
  return (
    <>
      <div ref={box} className={mayBeCut ? 'folded' : undefined}>
        {children}
      </div>
      {mayBeCut && isCut && (
        <Button look="quiet" className="unfold" onPress={open}>
          {t('show-all')}
        </Button>
      )}
    </>
  );
}

function isShort(text: string): boolean {
  return text.length <= SHORT && text.split('\n', FEW_LINES + 1).length <= FEW_LINES;
}
