import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { useFigures } from './use-figures.js';

/** Four numbers that anybody can act on. */
export function KeyFigures({ report }: { readonly report: PanelReport }) {
  const { t } = useTranslation('report');
  const { percent, minutes, number } = useFigures();
  const { people, waits, topThree, overrides } = report;
  const spread = waits.hidden || waits.value.spread.hidden ? null : waits.value.spread.value;

  return (
    <dl className="key-figures">
      <Figure title={t('heard-rate')} value={people.hidden ? null : percent(people.value.rate)}>
        {!people.hidden && t('heard-of', { count: people.value.asked, heard: people.value.heard })}
      </Figure>
      <Figure
        title={t('median-wait')}
        value={waits.hidden ? null : waits.value.median === null ? t('not-reached') : minutes(waits.value.median)}
      >
        {spread &&
          (spread.ninety === null ? t('ninety-unreached') : t('ninety-within', { time: minutes(spread.ninety) }))}
      </Figure>
      <Figure title={t('top-three')} value={topThree.hidden ? null : percent(topThree.value)}>
        {t('top-three-of')}
      </Figure>
      <Figure title={t('overrides')} value={number(overrides.count)}>
        {t('overrides-of', { count: overrides.of, share: percent(overrides.share) })}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly title: string;
  /** null: hidden. */
  readonly value: string | null;
  readonly children: ReactNode;
}

function Figure({ title, value, children }: FigureProps) {
  const { t } = useTranslation('report');
  return (
    <div>
      <dt>{title}</dt>
      <dd className={value === null ? 'is-hidden' : 'figure'}>{value ?? t('hidden')}</dd>
      {value !== null && children && <dd className="beside">{children}</dd>}
    </div>
  );
}
