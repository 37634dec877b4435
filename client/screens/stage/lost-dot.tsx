import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PATIENCE_MS = 10_000;

/** The hall need not know at once: only a connection that stays away shows, as a dot. Mounted while it is away. */
export function LostDot() {
  const { t } = useTranslation('stage');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  return isLong ? <span className="stage-lost" role="img" aria-label={t('lost')} /> : null;
}
