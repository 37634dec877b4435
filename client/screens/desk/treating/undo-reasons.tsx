import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../../domain/panel/events.js';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import { Button } from '../../../ui/button.js';
import { Select, TextArea } from '../../../ui/fields.js';

export interface Reasons {
  readonly ruleId: string;
  readonly note: string;
}

export interface UndoReasonsProps {
  readonly rules: readonly HouseRule[];
  readonly isBusy: boolean;
  readonly onGive: (reasons: Reasons) => void;
}

/** What everybody has been reading is taken out with its reasons, like anything else. */
export function UndoReasons({ rules, isBusy, onGive }: UndoReasonsProps) {
  const { t } = useTranslation('treatment');
  const [ruleId, setRuleId] = useState(rules[0]?.id ?? '');
  const [note, setNote] = useState('');

  return (
    <div role="group" aria-label={t('many-undo')}>
      <p>{t('many-why')}</p>
      <Select
        label={t('answer-rule')}
        value={ruleId}
        onChange={setRuleId}
        options={rules.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextArea label={t('many-note')} value={note} onChange={setNote} maxLength={NOTE_MAX} />
      <Button
        look="danger"
        isBusy={isBusy}
        isDisabled={note.trim() === ''}
        onPress={() => onGive({ ruleId, note: note.trim() })}
      >
        {t('many-undo')}
      </Button>
    </div>
  );
}
