import { Check, PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import type { RecordState } from '../../../../domain/panel/state.js';
import type { DeskAppeal } from '../../../../domain/wire/views.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { Select, TextArea } from '../../../ui/fields.js';
import type { Room } from '../use-acts.js';
import type { AppealOutcome } from '../work/decisions.js';

export interface AppealFormProps {
  readonly appeal: DeskAppeal;
  readonly room: Room;
  readonly record: RecordState;
}

const SAME = 'same';

/** The earlier decision, what its author says to it, and a written answer without which nothing can be done. */
export function AppealForm({ appeal, room, record }: AppealFormProps) {
  const { t } = useTranslation('treatment');
  const [ruleId, setRuleId] = useState(SAME);
  const [hasTried, setTried] = useState(false);
  const { shown, work, notes, isLive } = room;
  const id = shown.item?.contributionId ?? '';
  const answer = notes.of(id).note;
  const isRunning = record.phase === 'open' || record.phase === 'paused';
  const isOver = record.phase === 'archived';
  const isMissing = answer.trim() === '';

  const decide = async (outcome: AppealOutcome) => {
    if (isMissing) return setTried(true);
    const chosen = ruleId === SAME ? null : ruleId;
    // It may come back to the same moderator, whose next note would begin with this answer.
    if (await work.decide({ type: 'answerAppeal', outcome, ruleId: chosen, answer })) notes.forget(id);
  };
  const button = { isDisabled: !isLive || shown.isBusy };

  return (
    <section className="desk-appeal" aria-labelledby="desk-appeal-title" data-appeal={id}>
      <h3 id="desk-appeal-title">{t('appeal-title')}</h3>
      <p>{t('appeal-intro')}</p>
      <Decided appeal={appeal} />
      <TextArea
        label={t('answer')}
        description={t('answer-hint')}
        {...(hasTried && isMissing ? { error: t('answer-needed') } : {})}
        value={answer}
        onChange={(note) => notes.keep(id, { note })}
        maxLength={NOTE_MAX}
        rows={4}
        required
      />
      <Select
        label={t('answer-rule')}
        value={ruleId}
        onChange={setRuleId}
        options={[
          { value: SAME, label: t('answer-rule-same') },
          ...record.rules.map(({ id: value, title }) => ({ value, label: title })),
        ]}
      />
      <div className="row" role="group" aria-label={t('appeal-title')}>
        <Button icon={X} {...button} onPress={() => void decide('confirmed')}>
          {t('outcome_confirmed')}
        </Button>
        <Button icon={PencilLine} {...button} onPress={() => void decide('modified')}>
          {t(isRunning ? 'outcome_modified' : 'outcome-late_modified')}
        </Button>
        <Button icon={Check} {...button} onPress={() => void decide('overturned')}>
          {t('outcome_overturned')}
        </Button>
      </div>
      <p className="hint">{t(isOver ? 'outcome-hint-late' : 'outcome-hint')}</p>
    </section>
  );
}

function Decided({ appeal: { note, decision } }: Pick<AppealFormProps, 'appeal'>) {
  const { t } = useTranslation(['treatment', 'desk']);
  const { verdict, rule } = decision;

  return (
    <dl className="desk-decided">
      <div>
        <dt>{t('appeal-decision')}</dt>
        <dd>
          <p>
            <strong>{t(`desk:verdict_${verdict}`)}</strong>
          </p>
          {rule ? (
            <p dir="auto">
              <strong>
                <Written text={rule.title} />
              </strong>
              <br />
              <Written text={rule.text} />
            </p>
          ) : (
            <p>{t('appeal-no-rule')}</p>
          )}
          {decision.note && (
            <p dir="auto">
              <Written text={decision.note} />
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('appeal-says')}</dt>
        <dd dir="auto">{note ? <Written text={note} /> : t('appeal-no-words')}</dd>
      </div>
    </dl>
  );
}
