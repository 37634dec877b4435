import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { OfflineBar } from './offline-bar.js';
import { Speaking } from './speaking.js';
import { Who } from './who.js';

export interface ShellProps {
  /** The stage has the whole screen for itself. */
  readonly isBare: boolean;
  readonly children: ReactNode;
}

const TELLS_ITSELF = /^\/panels\/[^/]+(\/(desk|host))?\/?$/;

export function Shell({ isBare, children }: ShellProps) {
  const { t } = useTranslation();
  const [path] = useLocation();
  if (isBare) return <main id="content">{children}</main>;

  return (
    <>
      <header className="top">
        <a href="#content" className="skip">
          {t('skip-to-content')}
        </a>
        <Link href="/" className="home">
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span>{t('forum')}</span>
        </Link>
        <nav aria-label={t('forum')}>
          <Link href="/search" className="button icon" aria-label={t('search')}>
            <Search aria-hidden size="1.25em" />
            <span className="tip" aria-hidden>
              {t('search')}
            </span>
          </Link>
          <Speaking />
          <Who />
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {!TELLS_ITSELF.test(path) && <OfflineBar />}
        {children}
      </main>
    </>
  );
}
