import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../../domain/panel/events.js';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import { hasMoreGraphemesThan } from '../../../../domain/text/count.js';
import type { DecisionMade } from '../../../../domain/wire/views.js';
import type { DeskStore } from '../../../connection/desk-store.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/fields.js';
import { Preview } from '../decision-form.js';
import { useDoing } from '../proposals-sheet.js';
import { RuleList } from '../rule-list.js';

/** What a decision can be turned into; `redact` takes words out of the record for ever under a rule. */
export type Otherwise = 'publish' | 'decline' | 'redact';

export interface ReversalFormProps {
  readonly decision: DecisionMade;
  readonly otherwise: Otherwise;
  readonly rules: readonly HouseRule[];
  readonly store: Pick<DeskStore, 'intend'>;
  readonly onLeave: () => void;
  readonly onDone: () => void;
}

export function ReversalForm({ decision, otherwise, rules, store, onLeave, onDone }: ReversalFormProps) {
  const { t } = useTranslation(['desk', 'common']);
  const [ruleId, setRule] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { isBusy, objection, run } = useDoing();
  const isReady =
    (otherwise === 'publish' || ruleId !== null) &&
    (otherwise === 'redact' || note.trim() !== '') &&
    !hasMoreGraphemesThan(note, NOTE_MAX);
  const confirm = async () => {
    if (isReady && (await run(() => sendOtherwise(store, decision.contributionId, otherwise, ruleId, note)))) {
      onLeave();
      onDone();
    }
  };

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (otherwise !== 'publish') heading.current?.focus();
  }, [otherwise]);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const hasModifier = ctrlKey || metaKey || altKey;
    if (key === 'Escape') {
      // It leaves the form, not the history with it.
      event.stopPropagation();
      onLeave();
    } else if (key === 'Enter' && (ctrlKey || metaKey)) void confirm();
    else if (otherwise !== 'publish' && !hasModifier && !(target instanceof HTMLTextAreaElement)) {
      const rule = /^[1-9]$/.test(key) ? rules[Number(key) - 1] : undefined;
      if (rule) setRule(rule.id);
    }
  };

  return (
    <div className="desk-form" onKeyDown={onKeyDown}>
      <h3 ref={heading} tabIndex={-1}>
        {t(`otherwise_${otherwise}`)}
      </h3>
      {otherwise !== 'publish' && <RuleList rules={rules} chosen={ruleId} onChoose={setRule} />}
      <TextArea
        label={t(otherwise === 'publish' ? 'reversal-note' : 'note-to-author')}
        description={t(`otherwise-hint_${otherwise}`)}
        value={note}
        onChange={setNote}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be written in
        autoFocus={otherwise === 'publish'}
      />
      {objection && (
        <p className="error" role="alert">
          {objection}
        </p>
      )}
      {otherwise !== 'publish' && (
        <Preview verdict={otherwise} lang={decision.lang} rules={rules} draft={{ ruleId, note }} />
      )}
      <div className="desk-form-buttons">
        <Button
          look={otherwise === 'redact' ? 'danger' : 'primary'}
          isBusy={isBusy}
          isDisabled={!isReady}
          onPress={() => void confirm()}
        >
          {t(`otherwise_${otherwise}`)}
        </Button>
        <Button onPress={onLeave}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

function sendOtherwise(
  store: Pick<DeskStore, 'intend'>,
  contributionId: string,
  otherwise: Otherwise,
  ruleId: string | null,
  note: string,
) {
  const rule = ruleId === null ? {} : { ruleId };
  if (otherwise !== 'redact') {
    return store.intend('reverseDecision', { contributionId, verdict: otherwise, note, ...rule });
  }
  return store.intend('redact', { contributionId, ruleId: ruleId ?? '', ...(note.trim() ? { note } : {}) });
}
