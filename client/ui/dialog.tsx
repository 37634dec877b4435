import { lazy, Suspense, useState, type ReactNode } from 'react';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** `sheet`: rises from the bottom on a phone. `alert`: must be answered. */
  readonly kind?: 'plain' | 'sheet' | 'alert';
  readonly isWide?: boolean;
}

/** What holds the focus weighs something: it comes with the first dialog, not with the first load. */
const OpenDialog = lazy(async () => ({ default: (await import('./dialog-open.js')).OpenDialog }));

/** Floats above the page, holds the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  const [wanted, want] = useState(false);
  if (props.isOpen && !wanted) want(true);
  if (!wanted && !props.isOpen) return null;

  return (
    <Suspense fallback={null}>
      <OpenDialog {...props} />
    </Suspense>
  );
}
