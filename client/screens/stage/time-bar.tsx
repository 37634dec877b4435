import { useTranslation } from 'react-i18next';
import type { Posed } from '../../../domain/panel/state.js';
import { useTimeLeft } from '../../parts/use-time-left.js';
import { clockTime } from '../../ui/formats.js';

const AROUND = 2 * Math.PI * 16;

export interface TimeBarProps {
  readonly posed: Posed;
  readonly pausedAt: number | null;
}

/** A ring that empties and the time in digits; both stand still while the panel is paused. */
export function TimeBar({ posed, pausedAt }: TimeBarProps) {
  const { t } = useTranslation('stage');
  const left = useTimeLeft(posed, pausedAt, 1000);
  if (left === null || posed.answerBy === null) return null;
  const share = Math.min(1, left / Math.max(1, posed.answerBy - posed.at));
  const stands = pausedAt !== null && left > 0;

  return (
    <p className={stands ? 'stage-time stands' : 'stage-time'} role="timer">
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
      {stands && <span className="stage-stands">{t('time-stands')}</span>}
    </p>
  );
}
