import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import type { Contribution } from '../../../../domain/panel/state.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Select, TextArea } from '../../../ui/fields.js';
import { Notice } from '../../../ui/notice.js';
import type { Here } from '../here.js';

export interface RedactFormProps {
  readonly here: Here;
  readonly contribution: Contribution;
  readonly onDone: () => void;
}

export function RedactForm({ here, contribution, onDone }: RedactFormProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { rules, languages } = here.record;
  const [ruleId, setRuleId] = useState(rules[0]?.id ?? '');
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const body = { contributionId: contribution.id, ruleId, ...(note.trim() ? { note: note.trim() } : {}) };
    const reply = await here.store.intend('redact', body);
    setIsBusy(false);
    if (reply.ok) onDone();
    else setProblem(refusalText(reply.refusal));
  };

  return (
    <form className="asked-form" onSubmit={(event) => void send(event)}>
      <p className="hint">{t('redact-means')}</p>
      <Select
        label={t('rule')}
        value={ruleId}
        onChange={setRuleId}
        options={rules.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextArea
        label={t('note-to-author')}
        description={common('optional')}
        lang={languages[0] ?? 'en'}
        maxLength={NOTE_MAX}
        value={note}
        onChange={setNote}
      />
      {problem && <Notice tone="harm">{problem}</Notice>}
      <div className="dialog-actions">
        <Button onPress={onDone}>{common('cancel')}</Button>
        <Button type="submit" look="danger" isBusy={isBusy}>
          {t('redact-this')}
        </Button>
      </div>
    </form>
  );
}
