import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../ui/use-online.js';

/** For pages without a connection of their own; panels tell more exactly how theirs is. */
export function OfflineBar() {
  const { t } = useTranslation();
  const isOnline = useOnline();

  return (
    <div role="status" className="offline-bar" data-online={isOnline}>
      {!isOnline && (
        <>
          <CloudOff aria-hidden size="1.15em" />
          <span>{t('connection_offline')}</span>
        </>
      )}
    </div>
  );
}
