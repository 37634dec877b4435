import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Introduction, Welcome } from '../connection/api.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Notice } from '../ui/notice.js';
import { ClaimCode, settled } from './claim-code.js';
import { faultOf, type Fault, type Field } from './introduction-fault.js';
import './introduction.css';
import { ThreeLines } from './three-lines.js';

export interface IntroductionFormProps {
  /** Where they come in; null for the whole instance. */
  readonly forumId: string | null;
  /** Those who are signed in have a name already. */
  readonly asksName: boolean;
  /** `email`: the link works with its address only. `may`: an address and a password can be set for later. */
  readonly account: 'no' | 'email' | 'may';
  readonly submit: string;
  readonly send: (given: Introduction) => Promise<Reply<Welcome> | null>;
  readonly onWelcome: (welcome: Welcome) => void;
}

type Values = Readonly<Record<Field, string>>;
const NOTHING: Values = { name: '', affiliation: '', email: '', password: '' };

export function IntroductionForm({ forumId, asksName, account, submit, send, onWelcome }: IntroductionFormProps) {
  const [values, setValues] = useState(NOTHING);
  const [fault, setFault] = useState<Fault | null>(null);
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fault?.field) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fault]);

  const come = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const given = filled(values, asksName);
    const reply = await send(given);
    setFault(await faultOf(reply, given));
    const isDone = reply?.ok && (await settled(code));
    setBusy(false);
    if (isDone) onWelcome(reply.value);
  };

  const fields: FieldsProps = { values, fault, onChange: (change) => setValues({ ...values, ...change }) };
  return (
    <form ref={form} className="introduction" noValidate onSubmit={(event) => void come(event)}>
      {asksName && <NameFields {...fields} />}
      {account === 'email' && <EmailField {...fields} />}
      {account === 'may' && <AccountFields {...fields} />}
      {forumId && <ClaimCode forumId={forumId} value={code} onChange={setCode} />}
      <ThreeLines />
      {fault && !fault.field && <Notice tone="harm">{fault.text}</Notice>}
      <Button type="submit" look="primary" isBusy={isBusy}>
        {submit}
      </Button>
    </form>
  );
}

interface FieldsProps {
  readonly values: Values;
  readonly fault: Fault | null;
  readonly onChange: (change: Partial<Values>) => void;
}

function NameFields({ values, fault, onChange }: FieldsProps) {
  const { t } = useTranslation('doors');
  return (
    <>
      <TextField
        label={t('name')}
        description={t('name-hint')}
        name="name"
        autoComplete="name"
        required
        value={values.name}
        onChange={(name) => onChange({ name })}
        error={errorAt('name', fault)}
      />
      <TextField
        label={t('affiliation')}
        description={t('affiliation-hint')}
        name="affiliation"
        autoComplete="organization"
        value={values.affiliation}
        onChange={(affiliation) => onChange({ affiliation })}
        error={errorAt('affiliation', fault)}
      />
    </>
  );
}

function EmailField({ values, fault, onChange, hint }: FieldsProps & { readonly hint?: string }) {
  const { t } = useTranslation('doors');
  return (
    <TextField
      label={t('email')}
      description={hint ?? t('email-hint')}
      name="email"
      type="email"
      dir="ltr"
      autoComplete="username"
      value={values.email}
      onChange={(email) => onChange({ email })}
      error={errorAt('email', fault)}
    />
  );
}

/** Folded away: taking part needs neither. */
function AccountFields(fields: FieldsProps) {
  const { t } = useTranslation('doors');
  const { values, fault, onChange } = fields;
  const isAbout = fault?.field === 'email' || fault?.field === 'password';

  return (
    <details className="fold" open={isAbout || undefined}>
      <summary>{t('account-title')}</summary>
      <div className="fold-body">
        <EmailField {...fields} hint={t('account-hint')} />
        <TextField
          label={t('password')}
          description={t('password-hint')}
          name="password"
          type="password"
          dir="ltr"
          autoComplete="new-password"
          value={values.password}
          onChange={(password) => onChange({ password })}
          error={errorAt('password', fault)}
        />
      </div>
    </details>
  );
}

function errorAt(field: Field, fault: Fault | null): string | null {
  return fault?.field === field ? fault.text : null;
}

/** What was left empty is not sent, but for the name where one is needed. */
function filled(values: Values, asksName: boolean): Introduction {
  const { name, affiliation, email, password } = values;
  return {
    ...(asksName ? { name } : {}),
    ...(asksName && affiliation.trim() ? { affiliation } : {}),
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(password ? { password } : {}),
  };
}
