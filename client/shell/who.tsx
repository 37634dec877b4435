import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** Who the forum takes this reader for, and the way to their own pages. */
export function Who() {
  const { t } = useTranslation();
  return (
    <Link href="/settings" className="button">
      {t('settings')}
    </Link>
  );
}
