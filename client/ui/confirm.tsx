import type { ReactNode } from 'react';
import { Late } from './late.js';
import { Later } from './later.js';

export interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly action: string;
  readonly cancel: string;
  readonly look?: 'primary' | 'danger';
  /** To be typed before it can be done, for what cannot be taken back. */
  readonly typed?: { readonly label: string; readonly word: string };
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const openConfirm = new Later<ConfirmProps>(async () => (await import('./confirm-open.js')).OpenConfirm);

/** Asks once more before something is done. */
export function Confirm(props: ConfirmProps) {
  return <Late later={openConfirm} props={props} isWanted={props.isOpen} onLeave={props.onCancel} />;
}
