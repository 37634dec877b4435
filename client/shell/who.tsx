import { LogOut, MessageSquareText, Settings, User } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSession } from '../connection/use-session.js';
import type { SigningOutProps } from '../parts/sign-out.js';
import { Button } from '../ui/button.js';
import { Late } from '../ui/late.js';
import { Later } from '../ui/later.js';
import { Menu } from '../ui/menu.js';

/** Who the forum takes this reader for, at every moment, and the way to their own pages. */
export function Who() {
  const { t } = useTranslation();
  const { session, state } = useSession();
  const [path] = useLocation();
  if (state === 'asking') return <span className="who-asking" aria-hidden />;
  if (session) return <SignedIn name={session.name} />;

  const back = path === '/' || path === '/sign-in' || path === '/join' ? '' : `?to=${encodeURIComponent(path)}`;
  return (
    <Link href={`/sign-in${back}`} className="button sign-in" data-who="">
      <User aria-hidden size="1.15em" />
      <span>{t('sign-in')}</span>
    </Link>
  );
}

const signingOut = new Later<SigningOutProps>(async () => (await import('../parts/sign-out.js')).SigningOut);

function SignedIn({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isLeaving, setIsLeaving] = useState(false);
  const stay = () => setIsLeaving(false);

  return (
    <>
      <Menu
        label={t('signed-in-as', { name: isolated(name) })}
        button={
          <Button look="quiet" className="who">
            <Initial name={name} />
            <span className="unseen">{t('signed-in-as', { name: isolated(name) })}</span>
            <bdi className="who-name" aria-hidden>
              {name}
            </bdi>
          </Button>
        }
        actions={[
          { id: 'me', label: t('own-page'), icon: MessageSquareText, run: () => navigate('/me') },
          { id: 'settings', label: t('settings'), icon: Settings, run: () => navigate('/settings') },
          { id: 'sign-out', label: t('sign-out'), icon: LogOut, run: () => setIsLeaving(true) },
        ]}
      />
      <Late later={signingOut} props={{ isLeaving, onStay: stay }} isWanted={isLeaving} onLeave={stay} />
    </>
  );
}

/** The first letter as its script writes it, marks and all. */
function Initial({ name }: { readonly name: string }) {
  const [first] = new Intl.Segmenter().segment(name);
  return (
    <span className="initial" aria-hidden>
      {first?.segment.toLocaleUpperCase()}
    </span>
  );
}

/** A name in a sentence keeps its own direction. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
