import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SeatId } from '../../../domain/panel/roles.js';
import type { People } from '../../../domain/wire/views.js';
import { listed } from '../../ui/formats.js';

export interface ToWhomProps {
  readonly respondents: readonly SeatId[];
  readonly people: People;
}

export function ToWhom({ respondents, people }: ToWhomProps) {
  const { t } = useTranslation(['host', 'common']);
  const { locale } = useLocale();
  if (respondents.length === 0) return <span>{t('to-all')}</span>;
  const names = respondents.map((seat) => people[seat]?.name ?? t('common:somebody'));
  return <span>{t('to-them', { names: listed(locale, names) })}</span>;
}
