import { LogOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../connection/use-session.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/confirm.js';
import { toast } from '../ui/toasts.js';

export interface SigningOut {
  /** Asks first where something of theirs was not sent yet. */
  start(): void;
  readonly question: ReactNode;
}

export function useSigningOut(): SigningOut {
  const { t } = useTranslation();
  const { signOut, unsent } = useSession();
  const [count, setCount] = useState(0);
  const [isBusy, setBusy] = useState(false);

  const leave = async (): Promise<void> => {
    setBusy(true);
    // Loaded anew, so that nothing of theirs is left in this tab.
    if (await signOut()) return location.assign('/');
    setBusy(false);
    toast({ id: 'sign-out', text: t('sign-out-failed'), tone: 'harm' });
  };
  const start = async () => {
    const left = await unsent();
    if (left > 0) setCount(left);
    else await leave();
  };

  const question = (
    <Confirm
      isOpen={count > 0}
      title={t('sign-out-title')}
      action={t('sign-out-anyway')}
      cancel={t('cancel')}
      isBusy={isBusy}
      onConfirm={() => void leave()}
      onCancel={() => setCount(0)}
    >
      {t('sign-out-unsent', { count })}
    </Confirm>
  );
  return { start: () => void start(), question };
}

export function SignOutButton() {
  const { t } = useTranslation();
  const { start, question } = useSigningOut();
  return (
    <>
      <Button icon={LogOut} onPress={start}>
        {t('sign-out')}
      </Button>
      {question}
    </>
  );
}
