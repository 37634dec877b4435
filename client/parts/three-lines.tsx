import { Archive, Eye, HardDrive } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What is kept, who sees it, for how long: read before somebody takes part. */
export function ThreeLines() {
  const { t } = useTranslation('doors');
  return (
    <ul className="three-lines">
      <li>
        <HardDrive aria-hidden size="1.15em" />
        <span>{t('line-kept')}</span>
      </li>
      <li>
        <Eye aria-hidden size="1.15em" />
        <span>{t('line-seen')}</span>
      </li>
      <li>
        <Archive aria-hidden size="1.15em" />
        <span>{t('line-long')}</span>
      </li>
    </ul>
  );
}
