import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../connection/api.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';

export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('doors');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fault]);

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const reply = await signIn(email.trim(), password);
    setBusy(false);
    if (reply?.ok) return onDone();
    const isTooMany = reply?.refusal.code === 'too-many' || reply?.refusal.code === 'unavailable';
    // Nothing tells a wrong address from a wrong password.
    if (reply && !isTooMany) setFault(t('sign-in-wrong'));
    else setFault(reply ? refusalText(reply.refusal) : t('unreachable', { ns: 'common' }));
  };

  return (
    <form ref={form} className="sign-in" noValidate onSubmit={(event) => void enter(event)}>
      <TextField
        label={t('email')}
        type="email"
        dir="ltr"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={t('password')}
        type="password"
        dir="ltr"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={fault}
      />
      <div className="row">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t('sign-in', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
