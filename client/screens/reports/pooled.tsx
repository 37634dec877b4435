import { useId } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PooledFigures } from '../../../domain/amplify/report/panel-report.js';
import type { PanelName, PublishedPool } from '../../../domain/wire/reports.js';
import { DeclinesPlot, useRatio } from '../report/declines-plot.js';
import { Folded, Methods, NotShown } from '../report/section.js';
import { hiddenTitles, shownRows, type ShownRow } from '../report/shown.js';
import { FoldedTable } from '../report/table.js';
import { useFigures } from '../report/use-figures.js';
import { PooledHeadline } from './pooled-headline.js';

/** How groups were treated over several panels: a sentence, a picture, and what stands behind them one click away. */
export function Pooled({ pool: { publishedAt, panels, report } }: { readonly pool: PublishedPool }) {
  const { t } = useTranslation(['reports', 'report']);
  const { locale } = useLocale();
  const id = useId();
  const rows = shownRows(report.groups);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(publishedAt);

  return (
    <section className="report-part pooled" aria-labelledby={id}>
      <h2 id={id}>{t('over', { count: report.panels })}</h2>
      <p className="not-shown">{t('published', { date, method: report.method })}</p>
      <PooledHeadline headline={report.headline} />
      <p className="report-text">{t('lead')}</p>
      <DeclinesPlot rows={rows} />
      <NotShown titles={hiddenTitles(report.groups)} />
      {rows.length > 0 && <PooledTable rows={rows} />}
      <Folded summary={t('panels')}>
        <PanelLinks panels={panels} />
      </Folded>
      <Methods
        sentences={[
          t('method-within'),
          t('method-one'),
          t('method-concern'),
          t('method-enough'),
          t('report:declines-method-4'),
          t('method-small'),
        ]}
      />
    </section>
  );
}

function PooledTable({ rows }: { readonly rows: readonly ShownRow<PooledFigures>[] }) {
  const { t } = useTranslation(['reports', 'report']);
  const { number, percent, chance } = useFigures();
  const told = useRatio();
  return (
    <FoldedTable
      caption={t('report:declines-title')}
      head={[
        t('report:group'),
        t('panels-count'),
        t('report:decisions'),
        t('report:declined'),
        t('report:ratio'),
        t('report:interval'),
        t('p'),
        t('report:holm'),
        t('report:verdict'),
      ]}
      rows={rows.map(({ title, value }) => {
        const times = value.ratio && told(value);
        const isCompared = value.flag !== 'insufficient';
        return [
          title,
          number(value.panels),
          number(value.decisions),
          isCompared && value.declined !== null ? percent(value.declined) : null,
          times?.ratio ?? null,
          times?.interval ?? null,
          isCompared ? chance(value.p) : null,
          isCompared ? chance(value.holm) : null,
          t(`report:flag-${value.flag}`),
        ];
      })}
    />
  );
}

function PanelLinks({ panels }: { readonly panels: readonly PanelName[] }) {
  return (
    <ul className="caveats">
      {panels.map(({ panelId, title }) => (
        <li key={panelId}>
          <Link href={`/panels/${panelId}/report`}>
            <bdi>{title}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
