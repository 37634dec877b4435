import { useTranslation } from 'react-i18next';
import type { MineItem } from '../../domain/wire/views.js';

/** What was not decided, or not looked at again, before the panel was over. */
export function Lapsed({ item: { lapsed, standing, statement } }: { readonly item: MineItem }) {
  const { t } = useTranslation('treatment');
  if (standing === 'lapsed') return <p>{t('lapsed')}</p>;
  return lapsed && statement ? <p>{t('lapsed-look')}</p> : null;
}
