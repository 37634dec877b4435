import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInElsewhere, waysToSignIn } from '../../connection/api.js';
import { useAnswer } from '../../connection/use-answer.js';
import { useSession } from '../../connection/use-session.js';
import { SignOutButton } from '../../parts/sign-out.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Loading } from '../../ui/waiting.js';
import './doors.css';
import { PasswordForm } from './password-form.js';
import { isFailed, wayBack } from './way-back.js';

export function SignInScreen() {
  const { t } = useTranslation('doors');
  const { session, state } = useSession();
  const [back] = useState(() => wayBack(location.search));
  const [failed] = useState(() => isFailed(location.search));
  if (state === 'asking') return <Loading label={t('loading', { ns: 'common' })} />;

  return (
    <Page className="door">
      <ScreenTitle>{t('sign-in', { ns: 'common' })}</ScreenTitle>
      {session ? (
        <SignedIn name={session.name} back={back} />
      ) : (
        <>
          {failed && <Notice tone="harm">{t('provider-failed')}</Notice>}
          <PasswordForm onDone={() => location.replace(back)} />
          <Provider back={back} />
          <p className="or">{t('sign-in-hint')}</p>
        </>
      )}
    </Page>
  );
}

function SignedIn({ name, back }: { readonly name: string; readonly back: string }) {
  const { t } = useTranslation('doors');
  return (
    <>
      <p>
        {t('signed-in-here')} <bdi>{name}</bdi>
      </p>
      <div className="row">
        <Button look="primary" onPress={() => location.replace(back)}>
          {t('go-on')}
        </Button>
        <SignOutButton />
      </div>
    </>
  );
}

/** Only where the operator set one up. */
function Provider({ back }: { readonly back: string }) {
  const { t } = useTranslation('doors');
  const { reply } = useAnswer('', waysToSignIn);
  const [isBusy, setBusy] = useState(false);
  const [isLost, setLost] = useState(false);
  const provider = reply?.ok ? reply.value.provider : null;
  if (provider === null) return null;

  const go = async () => {
    setBusy(true);
    const asked = await signInElsewhere(back);
    if (asked?.ok) return location.assign(asked.value.url);
    setBusy(false);
    setLost(true);
  };
  return (
    <>
      <p className="or">{t('or')}</p>
      <Button icon={LogIn} isBusy={isBusy} onPress={() => void go()}>
        {t('sign-in-with', { provider })}
      </Button>
      {isLost && <Notice tone="harm">{t('provider-failed')}</Notice>}
    </>
  );
}
