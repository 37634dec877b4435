import { useId, useState, type FormEvent } from 'react';
import { Notice } from './notice.js';

export interface IntroductionFormProps {
  readonly asksName: boolean;
  /** `email`: the link works with its address only. `may`: an address and a password can be set for later. */
  readonly asksAccount: 'no' | 'email' | 'may';
  readonly fault: string | null;
  readonly submit: string;
  readonly onSubmit: (given: { name?: string; email?: string; password?: string }) => Promise<void>;
}

export function IntroductionForm({ asksName, asksAccount, fault, submit, onSubmit }: IntroductionFormProps) {
  const [busy, setBusy] = useState(false);
  const id = useId();

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    setBusy(true);
    await onSubmit(Object.fromEntries(given));
    setBusy(false);
  };

  return (
    <form className="introduction" onSubmit={(event) => void send(event)}>
      {asksName && (
        <>
          <label htmlFor={`${id}-name`}>Your name, as others will read it</label>
          <input id={`${id}-name`} name="name" dir="auto" autoComplete="name" required maxLength={80} />
        </>
      )}
      {asksAccount !== 'no' && (
        <>
          <label htmlFor={`${id}-email`}>
            E-mail address{asksAccount === 'may' && ', to sign in again later (optional)'}
          </label>
          <input
            id={`${id}-email`}
            name="email"
            type="email"
            autoComplete="username"
            required={asksAccount === 'email'}
          />
        </>
      )}
      {asksAccount === 'may' && (
        <>
          <label htmlFor={`${id}-password`}>Password (optional)</label>
          <input id={`${id}-password`} name="password" type="password" autoComplete="new-password" />
        </>
      )}
      {fault && <Notice tone="harm">{fault}</Notice>}
      <button type="submit" disabled={busy}>
        {submit}
      </button>
    </form>
  );
}
