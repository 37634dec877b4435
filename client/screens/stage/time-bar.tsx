import { useTranslation } from 'react-i18next';
import type { Posed } from '../../../domain/panel/state.js';
import { useTimeLeft } from '../../parts/use-time-left.js';
import { clockTime } from '../../ui/formats.js';
import { Ring } from './ring.js';

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
      <Ring share={share} />
      <span className="unseen">{t('time-left')}</span>
      <span dir="ltr">{left > 0 ? clockTime(left) : t('time-over')}</span>
      {stands && <span className="stage-stands">{t('time-stands')}</span>}
    </p>
  );
}
