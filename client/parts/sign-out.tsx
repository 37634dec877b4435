import { LogOut } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../connection/use-session.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/confirm.js';
import { toast } from '../ui/toasts.js';

export interface SigningOutProps {
  readonly isLeaving: boolean;
  /** They thought better of it, or it could not be done. */
  readonly onStay: () => void;
}

/** Begins when somebody wants to leave. */
export function SigningOut({ isLeaving, onStay }: SigningOutProps) {
  const { start, question } = useSigningOut(onStay);
  const begin = useEffectEvent(start);
  useEffect(() => {
    if (isLeaving) begin();
  }, [isLeaving]);
  return question;
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

interface Leaving {
  /** Asks first where something of theirs was not sent yet. */
  start(): void;
  readonly question: ReactNode;
}

function useSigningOut(onStay?: () => void): Leaving {
  const { t } = useTranslation();
  const { signOut, unsent } = useSession();
  const [count, setCount] = useState(0);
  const [isBusy, setBusy] = useState(false);

  const stay = () => {
    setCount(0);
    onStay?.();
  };
  const leave = async (): Promise<void> => {
    setBusy(true);
    // Loaded anew, so that nothing of theirs is left in this tab.
    if (await signOut()) return location.assign('/');
    setBusy(false);
    toast({ id: 'sign-out', text: t('sign-out-failed'), tone: 'harm' });
    stay();
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
      onCancel={stay}
    >
      {t('sign-out-unsent', { count })}
    </Confirm>
  );
  return { start: () => void start(), question };
}
