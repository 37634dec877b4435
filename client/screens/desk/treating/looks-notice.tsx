import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../../domain/wire/views.js';
import { Notice } from '../../../ui/notice.js';

/** Where everything that is due is for somebody else, a moderator who is alone is told so. */
export function LooksNotice({ looks }: Pick<DeskView, 'looks'>) {
  const { t } = useTranslation('treatment');
  const elsewhere = looks.due - looks.forYou;
  if (elsewhere === 0 || looks.forYou > 0) return null;
  return <Notice>{t('looks-alone', { count: elsewhere })}</Notice>;
}
