import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SPEECH_NOTE_MAX } from '../../../../domain/panel/limits.js';
import type { SpeechKind } from '../../../../domain/panel/events.js';
import { hasMoreGraphemesThan } from '../../../../domain/text/count.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Choices, Toggle } from '../../../ui/choices.js';
import { Select, TextField } from '../../../ui/fields.js';
import { Notice } from '../../../ui/notice.js';
import type { Here } from '../here.js';

const KINDS = ['topic', 'reply', 'order'] as const satisfies readonly SpeechKind[];

interface AskFormProps {
  readonly here: Here;
  /** Kinds this person waits for already. */
  readonly taken: readonly SpeechKind[];
  readonly onDone: () => void;
}

/** What for, on which thread, in one line; and by name or by role. */
export function AskForm({ here, taken, onDone }: AskFormProps) {
  const { t } = useTranslation(['floor', 'common']);
  const { record, store, shown } = here;
  const kinds = KINDS.filter((kind) => !taken.includes(kind) && (kind !== 'reply' || record.floor.spoken > 0));
  const [chosen, setKind] = useState<SpeechKind>('topic');
  const [threadId, setThread] = useState('');
  const [note, setNote] = useState('');
  const [isByRole, setByRole] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const kind = kinds.includes(chosen) ? chosen : kinds[0];
  const isLong = hasMoreGraphemesThan(note, SPEECH_NOTE_MAX);

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (!kind || isLong || isBusy) return;
    setBusy(true);
    const reply = await store.intend('askToSpeak', {
      kind,
      ...(threadId ? { threadId } : {}),
      ...(note.trim() ? { note } : {}),
      ...(isByRole ? { attribution: 'role' } : {}),
    });
    setBusy(false);
    if (reply.ok) onDone();
    else setFault(refusalText(reply.refusal));
  };
  const threads = [...record.threads.values()].filter(({ closed }) => !closed).sort((a, b) => a.seq - b.seq);

  return (
    <form className="ask-to-speak" onSubmit={(event) => void ask(event)} aria-label={t('ask')}>
      <Choices
        label={t('ask-kind')}
        shape="list"
        value={kind ?? null}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: t(`kind-${value}`), hint: t(`order-${value}`) }))}
      />
      <Select
        label={t('ask-thread')}
        value={threadId}
        onChange={setThread}
        options={[
          { value: '', label: t('ask-no-thread') },
          ...threads.map(({ id, title, lang }) => ({ value: id, label: title, lang })),
        ]}
      />
      <TextField
        label={t('ask-note')}
        description={t('ask-note-hint')}
        value={note}
        onChange={setNote}
        error={isLong ? t('ask-note-long', { count: SPEECH_NOTE_MAX }) : undefined}
      />
      <Toggle label={t('ask-by-role')} hint={t('ask-by-role-hint')} isOn={isByRole} onChange={setByRole} />
      {fault && <Notice tone="harm">{fault}</Notice>}
      <p className="row">
        <Button look="primary" type="submit" isBusy={isBusy} isDisabled={shown.connection !== 'live'}>
          {t('ask')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </p>
    </form>
  );
}
