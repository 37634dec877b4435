import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../../domain/wire/views.js';
import { Notice } from '../../../ui/notice.js';

/** Where everything that is left is for somebody else, a moderator who is alone is told so. */
export function LooksNotice({ forOthers }: Pick<DeskView, 'forOthers'>) {
  const { t } = useTranslation('treatment');
  return forOthers > 0 && <Notice>{t('looks-alone', { count: forOthers })}</Notice>;
}
