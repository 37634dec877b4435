import { useTranslation } from 'react-i18next';
import type { PooledHeadline as Facts } from '../../../domain/amplify/report/panel-report.js';
import { useConcern } from '../report/headline.js';

/** One sentence that may be quoted as it stands: it says over how many panels, and whether these are enough. */
export function PooledHeadline({ headline }: { readonly headline: Facts }) {
  const { t } = useTranslation(['reports', 'report']);
  const concern = useConcern(headline.declines);
  const { declines, panels, isEnough } = headline;
  const what = concern ?? (declines.kind === 'too-few' ? t('report:said-too-few') : t('said-no-clear-difference'));
  const over = t('said-over', { count: panels });

  return (
    <p className="headline">
      {t(isEnough || declines.kind === 'too-few' ? 'sentence' : 'sentence-not-enough', { over, what })}
    </p>
  );
}
