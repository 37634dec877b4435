import { useTranslation } from 'react-i18next';
import type { DeclineFigures, PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { DeclinesPlot, useRatio } from './declines-plot.js';
import { NotShown, Section } from './section.js';
import { hiddenTitles, shownRows, type ShownRow } from './shown.js';
import { FoldedTable } from './table.js';
import { useFigures } from './use-figures.js';

/** How much more often a group’s contributions were declined than everybody else’s, with its interval. */
export function Declines({ report }: { readonly report: PanelReport }) {
  const { t } = useTranslation('report');
  const { percent } = useFigures();
  const { all, groups } = report.declines;
  const rows = shownRows(groups);

  return (
    <Section
      id="declines"
      title={t('declines-title')}
      lead={
        all.hidden
          ? t('declines-few')
          : t('declines-lead', { count: all.value.decisions, declined: percent(all.value.declined) })
      }
      method={[t('declines-method-1'), t('declines-method-2'), t('declines-method-3'), t('declines-method-4')]}
    >
      <DeclinesPlot rows={rows} />
      <NotShown titles={hiddenTitles(groups)} />
      {rows.length > 0 && <DeclinesTable rows={rows} />}
    </Section>
  );
}

function DeclinesTable({ rows }: { readonly rows: readonly ShownRow<DeclineFigures>[] }) {
  const { t } = useTranslation('report');
  const { percent, number } = useFigures();
  const told = useRatio();
  return (
    <FoldedTable
      caption={t('declines-title')}
      head={[t('group'), t('decisions'), t('declined'), t('ratio'), t('interval'), t('verdict')]}
      rows={rows.map(({ title, value }) => {
        const times = value.ratio && told(value);
        return [
          title,
          number(value.decisions),
          value.flag === 'insufficient' || value.declined === null ? null : percent(value.declined),
          times?.ratio ?? null,
          times?.interval ?? null,
          t(`flag-${value.flag}`),
        ];
      })}
    />
  );
}
