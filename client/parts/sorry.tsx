import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../ui/button.js';
import { Page, ScreenTitle } from '../ui/screen.js';

export function NoSuchPage() {
  const { t } = useTranslation();
  return (
    <Page className="sorry">
      <ScreenTitle>{t('no-page-title')}</ScreenTitle>
      <p>{t('no-page-text')}</p>
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </Page>
  );
}

export function NoSuchPanel() {
  const { t } = useTranslation();
  return (
    <Page className="sorry">
      <ScreenTitle>{t('no-panel-title')}</ScreenTitle>
      <p>{t('no-panel-text')}</p>
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </Page>
  );
}

/** What is drawn where a screen failed: its code could not be loaded, or it has a fault. */
export function Broken({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useTranslation();
  const kind = isUnloaded(error) ? 'unloaded' : 'broken';
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);

  return (
    <Page className="sorry">
      <ScreenTitle>{t(`${kind}-title`)}</ScreenTitle>
      <p>{t(`${kind}-text`)}</p>
      <div className="row">
        <Button look="primary" onPress={() => location.reload()}>
          {t('reload')}
        </Button>
      </div>
    </Page>
  );
}

/** Browsers word it differently; Vite names it by an event only. */
function isUnloaded(error: unknown): boolean {
  return error instanceof Error && /import|fetch|load|module/i.test(error.message);
}
