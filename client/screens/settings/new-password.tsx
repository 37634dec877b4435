import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../domain/panel/refusals.js';
import { setPassword } from '../../connection/api.js';
import '../../parts/introduction.css';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toasts.js';

type Field = 'email' | 'password' | 'current';
const NOTHING: Readonly<Record<Field, string>> = { email: '', password: '', current: '' };

interface Fault {
  readonly field: string | null;
  readonly text: string;
}

/** For those who have one, and those who host, moderate, interpret or speak here. */
export function NewPassword({ hasOne }: { readonly hasOne: boolean }) {
  const { t } = useTranslation('doors');
  const [values, setValues] = useState(NOTHING);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const { email, password, current } = values;
    const reply = await setPassword({
      password,
      ...(email ? { email: email.trim() } : {}),
      ...(current ? { current } : {}),
    });
    setBusy(false);
    if (!reply?.ok) {
      const text = reply ? textOf(reply.refusal) : t('unreachable', { ns: 'common' });
      return setFault({ field: reply?.refusal.field ?? null, text });
    }
    setFault(null);
    setValues(NOTHING);
    toast({ id: 'password', text: t('password-set') });
  };
  const textOf = (refusal: Refusal) => {
    if (refusal.field === 'current') return t('fault-current');
    if (refusal.field === 'email') return t('fault-email');
    if (refusal.field === 'password') return t('fault-password');
    return refusal.code === 'not-allowed' ? t('fault-no-password') : refusalText(refusal);
  };
  const field = (name: Field) => ({
    name,
    dir: 'ltr',
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: fault?.field === name ? fault.text : null,
  });

  return (
    <details className="fold">
      <summary>{hasOne ? t('password-change') : t('password-new')}</summary>
      <form className="fold-body" noValidate onSubmit={(event) => void save(event)}>
        {hasOne ? (
          <TextField
            label={t('password-current')}
            type="password"
            autoComplete="current-password"
            {...field('current')}
          />
        ) : (
          <TextField label={t('email')} type="email" autoComplete="username" {...field('email')} />
        )}
        <TextField
          label={t('password-next')}
          description={t('password-hint')}
          type="password"
          autoComplete="new-password"
          {...field('password')}
        />
        {fault && !fault.field && <Notice tone="harm">{fault.text}</Notice>}
        <div className="row">
          <Button type="submit" isBusy={isBusy}>
            {t('save', { ns: 'common' })}
          </Button>
        </div>
      </form>
    </details>
  );
}
