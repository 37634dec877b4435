import { useTranslation } from 'react-i18next';
import type { PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { NotShown, Section } from './section.js';
import { hiddenTitles, shownRows } from './shown.js';
import { FoldedTable } from './table.js';
import { useFigures } from './use-figures.js';

/** Who asked for a decision to be looked at again, and what came of it. */
export function Appeals({ appeals: { all, outcomes, groups } }: Pick<PanelReport, 'appeals'>) {
  const { t } = useTranslation('report');
  const { percent, number } = useFigures();
  const rows = shownRows(groups);

  const lead =
    all.hidden || all.value.appealed === null
      ? t('appeals-few')
      : [
          t('appeals-lead', { appealed: percent(all.value.appealed) }),
          all.value.changed.hidden ? '' : t('appeals-changed', { changed: percent(all.value.changed.value) }),
        ].join(' ');

  return (
    <Section id="appeals" title={t('appeals-title')} lead={lead} method={[t('appeals-method'), t('small-method')]}>
      {!all.hidden && (
        <dl className="outcomes">
          {outcomes.map(({ outcome, count }) => (
            <div key={outcome}>
              <dt>{t(`outcome-${outcome}`)}</dt>
              <dd className={count.hidden ? 'is-hidden' : ''}>{count.hidden ? t('hidden') : number(count.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <NotShown titles={hiddenTitles(groups)} />
      {rows.length > 0 && (
        <FoldedTable
          caption={t('appeals-title')}
          head={[t('group'), t('appealed'), t('changed')]}
          rows={rows.map(({ title, value: { appealed, changed } }) => [
            title,
            appealed === null ? null : percent(appealed),
            changed.hidden ? null : percent(changed.value),
          ])}
        />
      )}
    </Section>
  );
}
