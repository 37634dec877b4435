import { useTranslation } from 'react-i18next';
import type { Posed } from '../../../domain/panel/state.js';
import { useTimeLeft } from '../../parts/use-time-left.js';
import { clockTime } from '../../ui/formats.js';

export interface TimeLeftProps {
  readonly posed: Posed;
  readonly pausedAt: number | null;
}

export function TimeLeft({ posed, pausedAt }: TimeLeftProps) {
  const { t } = useTranslation(['host', 'common']);
  const left = useTimeLeft(posed, pausedAt, 1000);
  if (left === null) return null;

  const said = pausedAt === null ? 'time-left' : 'time-left-paused';
  return (
    <span className="time-left" role="timer">
      {left > 0 ? t(said, { time: clockTime(left) }) : t('time-over')}
    </span>
  );
}
