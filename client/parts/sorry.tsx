import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../ui/button.js';
import { Page, ScreenTitle } from '../ui/screen.js';

export function NoSuchPage() {
  return <Missing what="page" />;
}

export function NoSuchForum() {
  return <Missing what="forum" />;
}

export function NoSuchPanel() {
  return <Missing what="panel" />;
}

function Missing({ what }: { readonly what: 'page' | 'forum' | 'panel' }) {
  const { t } = useTranslation();
  return (
    <Page className="sorry">
      <ScreenTitle>{t(`no-${what}-title`)}</ScreenTitle>
      <p>{t(`no-${what}-text`)}</p>
      <div className="row">
        <Link href="/" className="button primary">
          {t('home')}
        </Link>
        <Link href="/search" className="button">
          {t('search')}
        </Link>
      </div>
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
      <p role="alert">{t(`${kind}-text`)}</p>
      <div className="row">
        <Button look="primary" onPress={() => location.reload()}>
          {t('reload')}
        </Button>
        <Link href="/" className="button">
          {t('home')}
        </Link>
      </div>
    </Page>
  );
}

/** Browsers word it differently; Vite names it by an event only. */
function isUnloaded(error: unknown): boolean {
  return error instanceof Error && /import|fetch|load|module/i.test(error.message);
}
