import { useTranslation } from 'react-i18next';
import { highestOf } from '../../../../domain/panel/roles.js';
import { choices, nameOf } from '../../../parts/languages.js';
import { Select } from '../../../ui/fields.js';
import type { Here } from '../here.js';
import type { DraftHeld } from './use-draft.js';

export interface ChosenWithProps {
  readonly here: Here;
  readonly held: DraftHeld;
  readonly lang: string;
}

/** Its kind, how its author is shown, its language. */
export function ChosenWith({ here, held, lang }: ChosenWithProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { draft, change } = held;
  const { you } = here.shown;
  const role = common(`role_${highestOf(you?.roles ?? [])}`);
  const attribution = draft.attribution ?? 'named';

  return (
    <>
      <div className="chosen-with">
        {!draft.parentId && (
          <Select
            label={t('kind')}
            isLabelUnseen
            value={draft.kind === 'comment' ? 'comment' : 'question'}
            onChange={(kind) => change({ kind })}
            options={[
              { value: 'question', label: common('kind_question') },
              { value: 'comment', label: common('kind_comment') },
            ]}
          />
        )}
        <Select
          label={common('language')}
          isLabelUnseen
          value={lang}
          onChange={(chosen) => change({ lang: chosen })}
          options={choices(here.record.languages).map((tag) => ({ value: tag, label: nameOf(tag), lang: tag }))}
        />
        <Select
          label={t('attribution')}
          isLabelUnseen
          value={attribution}
          onChange={(chosen) => change({ attribution: chosen })}
          options={[
            { value: 'named', label: t('as-named', { name: you?.name ?? '' }) },
            { value: 'role', label: t('as-role', { role }) },
          ]}
        />
      </div>
      <p className="hint">{t(attribution === 'role' ? 'as-role-means' : 'as-named-means')}</p>
    </>
  );
}
