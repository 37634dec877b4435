import { useState } from 'react';
import { Button } from './button.js';
import type { ConfirmProps } from './confirm.js';
import { Dialog } from './dialog.js';
import { TextField } from './fields.js';

export function OpenConfirm(props: ConfirmProps) {
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
      {typed && <TextField label={typed.label} value={word} onChange={setWord} autoComplete="off" autoFocus />}
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
