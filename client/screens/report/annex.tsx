import { useTranslation } from 'react-i18next';
import type { Annex as AnnexFigures } from '../../../domain/amplify/report/panel-report.js';
import { Folded } from './section.js';
import { shownRows } from './shown.js';
import { Table } from './table.js';
import { useFigures } from './use-figures.js';

/** What specialists ask for. */
export function Annex({ annex: { evenness, theil, tests } }: { readonly annex: AnnexFigures }) {
  const { t } = useTranslation('report');
  const { number, list } = useFigures();

  return (
    <section className="report-part annex" aria-labelledby="annex">
      <h2 id="annex">{t('annex-title')}</h2>
      <Folded summary={t('evenness-title')}>
        <p className="report-text">{t('evenness-text')}</p>
        <Table
          caption={t('evenness-title')}
          head={[t('measure'), t('value')]}
          rows={[
            [t('gini'), evenness.hidden ? t('hidden') : number(evenness.value.gini)],
            [t('jain'), evenness.hidden ? t('hidden') : number(evenness.value.jain)],
          ]}
        />
      </Folded>
      <Folded summary={t('theil-title')}>
        <p className="report-text">{t('theil-text')}</p>
        <Table
          caption={t('theil-title')}
          head={[t('groups'), t('theil-total'), t('theil-between'), t('theil-within')]}
          rows={theil.map(({ titles, figures }) => {
            const cell = (key: 'total' | 'between' | 'within') =>
              figures.hidden ? t('hidden') : number(figures.value[key], 3);
            return [list(titles), cell('total'), cell('between'), cell('within')];
          })}
        />
      </Folded>
      <Folded summary={t('tests-title')}>
        <p className="report-text">{t('tests-text')}</p>
        <TestsTable tests={tests} />
      </Folded>
    </section>
  );
}

function TestsTable({ tests }: Pick<AnnexFigures, 'tests'>) {
  const { t } = useTranslation('report');
  const { number, signed, minutes, chance } = useFigures();
  const told = (time: number | null) => (time === null ? t('not-reached') : minutes(time));
  return (
    <Table
      caption={t('tests-title')}
      head={[
        t('group'),
        t('difference'),
        t('fisher'),
        t('mid-p'),
        t('holm'),
        t('approval-ratio'),
        t('decision-time'),
        t('log-rank'),
      ]}
      rows={shownRows(tests).map(({ title, value }) => [
        title,
        t('from-to', { from: signed(value.difference.low), to: signed(value.difference.high) }),
        chance(value.fisher),
        chance(value.midP),
        chance(value.holm),
        value.approvalRatio === null ? null : number(value.approvalRatio),
        t('against', { mine: told(value.time.median), others: told(value.time.others) }),
        chance(value.time.p),
      ])}
    />
  );
}
