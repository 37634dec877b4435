import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextArea } from '../../../ui/fields.js';
import { toast } from '../../../ui/toasts.js';
import type { Room } from '../use-acts.js';

type Open = 'note' | 'recuse' | null;

/** A word for the next moderator, and the way out for whoever knows the author. */
export function ItemAids({ room: { work, isLive, shown } }: { readonly room: Room }) {
  const { t } = useTranslation(['treatment', 'common']);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const isOff = !isLive || shown.isBusy;

  return (
    <>
      <Button look="quiet" isDisabled={isOff} onPress={() => setOpen('note')}>
        {t('note-add')}
      </Button>
      <Button look="quiet" isDisabled={isOff} onPress={() => setOpen('recuse')}>
        {t('recuse')}
      </Button>
      {open === 'note' && <NoteDialog onClose={close} onKeep={(note) => work.note(note)} />}
      <Confirm
        isOpen={open === 'recuse'}
        title={t('recuse-title')}
        action={t('recuse-do')}
        cancel={t('common:cancel')}
        look="primary"
        onConfirm={() => {
          close();
          void work.decide({ type: 'recuse' });
        }}
        onCancel={close}
      >
        <p>{t('recuse-text')}</p>
      </Confirm>
    </>
  );
}

interface NoteDialogProps {
  readonly onClose: () => void;
  readonly onKeep: (note: string) => Promise<boolean>;
}

function NoteDialog({ onClose, onKeep }: NoteDialogProps) {
  const { t } = useTranslation(['treatment', 'common']);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    const isKept = await onKeep(note);
    setBusy(false);
    if (!isKept) return;
    toast({ id: 'note-kept', text: t('note-kept') });
    onClose();
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('note-add')} closeLabel={t('common:close')}>
      <TextArea
        label={t('note-field')}
        description={t('note-hint')}
        value={note}
        onChange={setNote}
        maxLength={NOTE_MAX}
        autoFocus
      />
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button look="primary" isBusy={isBusy} isDisabled={note.trim() === ''} onPress={() => void keep()}>
          {t('note-keep')}
        </Button>
      </div>
    </Dialog>
  );
}
