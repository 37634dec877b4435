import { useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { TextField } from './fields.js';

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

export function Confirm(props: ConfirmProps) {
  const {
    isOpen,
    title,
    children,
    action,
    cancel,
    look = 'danger',
    typed,
    isBusy = false,
    onConfirm,
    onCancel,
  } = props;
  const [word, setWord] = useState('');
  const isTyped = !typed || word.trim().toLocaleLowerCase() === typed.word.toLocaleLowerCase();

  return (
    <Dialog isOpen={isOpen} onClose={onCancel} title={title} closeLabel={cancel} kind="alert">
      <div>{children}</div>
      {typed && <TextField label={typed.label} value={word} onChange={setWord} autoComplete="off" />}
      <div className="dialog-actions">
        <Button onPress={onCancel} autoFocus={!typed}>
          {cancel}
        </Button>
        <Button look={look} onPress={onConfirm} isDisabled={!isTyped} isBusy={isBusy}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
