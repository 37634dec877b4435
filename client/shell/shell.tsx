import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Who } from './who.js';

export interface ShellProps {
  /** The stage has the whole screen for itself. */
  readonly isBare: boolean;
  readonly children: ReactNode;
}

export function Shell({ isBare, children }: ShellProps) {
  const { t } = useTranslation();
  if (isBare) return <main id="content">{children}</main>;

  return (
    <>
      <a href="#content" className="skip">
        {t('skip-to-content')}
      </a>
      <header className="top">
        <Link href="/" className="home">
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span>{t('forum')}</span>
        </Link>
        <nav>
          <Link href="/search" className="button icon" aria-label={t('search')}>
            <Search aria-hidden size="1.25em" />
          </Link>
          <Who />
        </nav>
      </header>
      <main id="content">{children}</main>
    </>
  );
}
