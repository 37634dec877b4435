import { useEffect, useRef, type ReactNode } from 'react';

export interface ScreenTitleProps {
  readonly children: string;
  readonly lang?: string;
  readonly className?: string;
}

/** The heading of a screen: names the browser’s tab and takes the focus when the reader comes here from another one. */
export function ScreenTitle({ children, lang, className }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Kurultai`;
  }, [children]);
  useEffect(() => {
    // Not on the first page: the browser begins at its top.
    if (hasMoved) heading.current?.focus({ preventScroll: true });
    hasMoved = true;
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" lang={lang} className={className}>
      {children}
    </h1>
  );
}

let hasMoved = false;

/** A page that scrolls as a whole, with its words at a readable width. */
export function Page({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }) {
  return <div className={`page ${className}`}>{children}</div>;
}
