import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PATIENCE_MS = 10_000;

/** The hall need not know at once: only a connection that stays away shows, as a dot. */
export function LostDot({ isLost }: { readonly isLost: boolean }) {
  const { t } = useTranslation('stage');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isLost) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLost]);

  return isLong ? <span className="stage-lost" role="img" aria-label={t('lost')} /> : null;
}
