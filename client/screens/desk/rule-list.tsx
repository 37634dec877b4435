import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../domain/panel/events.js';
import { Written } from '../../parts/written.js';
import { Kbd } from '../../ui/kbd.js';

export interface RuleListProps {
  readonly rules: readonly HouseRule[];
  readonly chosen: string | null;
  readonly onChoose: (ruleId: string | null) => void;
  /** It can also be none of them. */
  readonly isOptional?: boolean;
}

/** The house rules with their words; the first nine have a digit. */
export function RuleList({ rules, chosen, onChoose, isOptional = false }: RuleListProps) {
  const { t } = useTranslation(['desk', 'common']);
  const name = useId();

  return (
    <fieldset className="desk-rules">
      <legend className="label">
        {t('rule')} {isOptional && <small>({t('common:optional')})</small>}
      </legend>
      {isOptional && (
        <label className="desk-rule">
          <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
          <span>{t('rule-none')}</span>
        </label>
      )}
      {rules.map(({ id, title, text }, i) => (
        <label key={id} className="desk-rule">
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span dir="auto">
            <strong>
              <Written text={title} />
            </strong>
            <small>
              <Written text={text} />
            </small>
          </span>
          {i < 9 && <Kbd name={String(i + 1)} />}
        </label>
      ))}
    </fieldset>
  );
}
