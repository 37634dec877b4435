import { useTranslation } from 'react-i18next';
import { clockTime } from '../../ui/formats.js';
import { useNow } from '../../ui/now.js';

export function TimeLeft({ until }: { readonly until: number }) {
  const { t } = useTranslation(['host', 'common']);
  const left = until - useNow(1000);
  return (
    <span className="time-left" role="timer">
      {left > 0 ? t('time-left', { time: clockTime(left) }) : t('time-over')}
    </span>
  );
}
