import { useTranslation } from 'react-i18next';
import { BULK_MAX } from '../../../../domain/panel/limits.js';
import { LABELS } from '../../../../domain/panel/screening/labels.js';
import type { Choosable } from '../../../../domain/wire/views.js';
import { Written } from '../../../parts/written.js';
import { excerpt } from '../words.js';

export interface ManyListProps {
  readonly items: readonly Choosable[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

export function ManyList({ items, chosen, onChoose }: ManyListProps) {
  const { t } = useTranslation('treatment');
  const first = items.slice(0, BULK_MAX);
  const hasAll = first.every(({ contributionId }) => chosen.has(contributionId));
  const choose = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChoose(next);
  };

  return (
    <fieldset className="desk-many">
      <legend className="unseen">{t('many')}</legend>
      <label className="desk-many-all">
        <input
          type="checkbox"
          checked={hasAll}
          onChange={() => onChoose(new Set(hasAll ? [] : first.map(({ contributionId }) => contributionId)))}
        />
        <span>{t('many-choose-all')}</span>
      </label>
      <ul>
        {items.map(({ contributionId, text, lang, threadTitle, labels }) => (
          <li key={contributionId}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(contributionId)}
                onChange={(event) => choose(contributionId, event.target.checked)}
              />
              <span>
                <span lang={lang} dir="auto">
                  <Written text={excerpt(text)} />
                </span>
                <small>
                  <bdi>{threadTitle}</bdi>
                  {LABELS.filter((label) => labels.includes(label)).map((label) => ` · ${t(`label_${label}`)}`)}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
