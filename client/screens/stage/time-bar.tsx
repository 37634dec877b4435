import { useTranslation } from 'react-i18next';
import { clockTime } from '../../ui/formats.js';
import { useNow } from '../../ui/now.js';

const AROUND = 2 * Math.PI * 16;

/** A ring that empties and the time in digits. */
export function TimeBar({ from, until }: { readonly from: number; readonly until: number }) {
  const { t } = useTranslation('stage');
  const left = Math.max(0, until - useNow(1000));
  const share = Math.min(1, left / Math.max(1, until - from));

  return (
    <p className="stage-time" role="timer">
      <svg viewBox="0 0 40 40" aria-hidden>
        <circle cx="20" cy="20" r="16" className="ring" />
        <circle
          cx="20"
          cy="20"
          r="16"
          className="ring-left"
          strokeDasharray={AROUND}
          strokeDashoffset={AROUND * (1 - share)}
        />
      </svg>
      <span className="unseen">{t('time-left')}</span>
      <span dir="ltr">{left > 0 ? clockTime(left) : t('time-over')}</span>
    </p>
  );
}
