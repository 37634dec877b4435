import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ownPanels, signOutEverywhere } from '../../connection/api.js';
import type { Session } from '../../connection/session-store.js';
import { useAnswer } from '../../connection/use-answer.js';
import { useSession } from '../../connection/use-session.js';
import { refusalText } from '../../parts/refusal-text.js';
import { SignOutButton } from '../../parts/sign-out.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { toast } from '../../ui/toasts.js';
import { NewPassword } from './new-password.js';
import { Places } from './places.js';

export function Account() {
  const { t } = useTranslation('doors');
  const { session, state } = useSession();
  if (state === 'asking') return null;

  return (
    <section aria-labelledby="account">
      <h2 id="account">{t('account')}</h2>
      {session ? <SignedIn session={session} /> : <Stranger />}
    </section>
  );
}

function Stranger() {
  const { t } = useTranslation('doors');
  return (
    <>
      <p>{t('account-none')}</p>
      <p className="row">
        <Link href="/sign-in?to=/settings" className="button">
          {t('sign-in', { ns: 'common' })}
        </Link>
      </p>
    </>
  );
}

function SignedIn({ session }: { readonly session: Session }) {
  const { t } = useTranslation('doors');
  return (
    <>
      <p>
        {t('signed-in-here')} <bdi>{session.name}</bdi>
      </p>
      <p className="hint">{t(`account_${session.kind}`)}</p>
      <div className="row">
        <Link href="/me" className="button">
          {t('own-page', { ns: 'common' })}
        </Link>
        <Link href="/me/claims" className="button">
          {t('to-claims')}
        </Link>
        <SignOutButton />
      </div>
      <Places />
      <Everywhere />
      <Password isMember={session.kind === 'member'} />
    </>
  );
}

function Password({ isMember }: { readonly isMember: boolean }) {
  const { reply } = useAnswer('', ownPanels);
  const roles = reply?.ok ? reply.value.flatMap(({ panel }) => panel.roles) : [];
  const mayHaveOne = isMember || roles.some((role) => role !== 'participant' && role !== 'observer');
  return mayHaveOne && <NewPassword hasOne={isMember} />;
}

function Everywhere() {
  const { t } = useTranslation('doors');
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const leave = async () => {
    setBusy(true);
    const done = await signOutEverywhere();
    if (done?.ok) return location.assign('/');
    setBusy(false);
    setAsking(false);
    const text = done ? refusalText(done.refusal) : t('unreachable', { ns: 'common' });
    toast({ id: 'everywhere', text, tone: 'harm' });
  };
  return (
    <div className="row">
      <Button look="danger" onPress={() => setAsking(true)}>
        {t('everywhere')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('everywhere-title')}
        action={t('everywhere')}
        cancel={t('cancel', { ns: 'common' })}
        isBusy={isBusy}
        onConfirm={() => void leave()}
        onCancel={() => setAsking(false)}
      >
        {t('everywhere-text')}
      </Confirm>
    </div>
  );
}
