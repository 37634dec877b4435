import { useTranslation } from 'react-i18next';
import type { Headline as Facts, PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { isolated, useFigures } from './use-figures.js';

export interface HeadlineProps {
  readonly headline: Facts;
  readonly turnsAre: PanelReport['turnsAre'];
}

/** One sentence that may be quoted as it stands: it says as much as is known, and how well. */
export function Headline({ headline, turnsAre }: HeadlineProps) {
  const { t } = useTranslation('report');
  const heard = useHeard(headline, turnsAre);
  const clauses = [heard, useShares(headline), useDeclines(headline)].filter((one) => one !== null);

  return <p className="headline">{t('sentence', { clauses: clauses.join(t('between-clauses')) })}</p>;
}

function useHeard({ heard }: Facts, turnsAre: PanelReport['turnsAre']): string {
  const { t } = useTranslation('report');
  const { percent } = useFigures();
  if (heard.hidden) return t('said-few');
  const { asked, heard: had, rate } = heard.value;
  return t(`said-heard-${turnsAre}`, { count: asked, heard: had, rate: percent(rate) });
}

function useShares({ shares }: Facts): string | null {
  const { t } = useTranslation('report');
  const { list } = useFigures();
  if (shares.kind === 'none-shown') return null;
  if (shares.kind === 'kept') return t('said-kept', { count: shares.groups });
  return t('said-missed', { count: shares.groups, short: shares.short, titles: list(shares.titles) });
}

function useDeclines({ declines }: Facts): string {
  const { t } = useTranslation('report');
  const concern = useConcern(declines);
  return concern ?? t(declines.kind === 'too-few' ? 'said-too-few' : 'said-no-difference');
}

/** Where groups stand out, the words for it. */
export function useConcern(declines: Facts['declines']): string | null {
  const { t } = useTranslation('report');
  const { number } = useFigures();
  if (declines.kind !== 'concern') return null;

  const { titles, ratio } = declines;
  const title = isolated(titles[0] ?? '');
  const low = number(ratio.low, 1);
  const most =
    ratio.value === null || ratio.high === null
      ? t('said-concern-open', { title, low })
      : t('said-concern', { title, low, ratio: number(ratio.value, 1), high: number(ratio.high, 1) });
  return titles.length === 1 ? most : t('said-concerns', { count: titles.length, most });
}
