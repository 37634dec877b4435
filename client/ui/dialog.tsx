import type { ReactNode } from 'react';
import { Late } from './late.js';
import { Later } from './later.js';

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

/** What holds the focus weighs something: it comes after the first load. */
const openDialog = new Later<DialogProps>(async () => (await import('./dialog-open.js')).OpenDialog);

/** Floats above the page, holds the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  return <Late later={openDialog} props={props} isWanted={props.isOpen} onLeave={props.onClose} />;
}
