import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/now.js';

const HOUR = 3_600_000;

/** In whose time all times here are: said once. */
export function Zone() {
  const { t } = useTranslation('doors');
  const { locale } = useLocale();
  const now = useNow(HOUR);
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'long' }).formatToParts(now);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return <p className="zone">{t('zone', { zone: `\u2068${zone}\u2069` })}</p>;
}
