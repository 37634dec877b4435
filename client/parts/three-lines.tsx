import { Archive, Eye, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What is kept, who sees it, for how long: read before somebody takes part. */
export function ThreeLines() {
  const { t } = useTranslation('doors');
  return (
    <div className="three-lines">
      <ul>
        <li>
          <UserRound aria-hidden size="1.15em" />
          <span>{t('line-name')}</span>
        </li>
        <li>
          <Archive aria-hidden size="1.15em" />
          <span>{t('line-kept')}</span>
        </li>
        <li>
          <Eye aria-hidden size="1.15em" />
          <span>{t('line-seen')}</span>
        </li>
      </ul>
      <details>
        <summary>{t('lines-more')}</summary>
        <ul>
          <li>{t('more-kept')}</li>
          <li>{t('more-seen')}</li>
          <li>{t('more-long')}</li>
        </ul>
      </details>
    </div>
  );
}
