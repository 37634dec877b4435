import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

/** For pages without a connection of their own; panels tell more exactly how theirs is. */
export function OfflineBar() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);

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

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
