import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { redeemCode, type OwnForum } from '../../../connection/claims.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { toast } from '../../../ui/toasts.js';

export interface CodeFormProps {
  readonly forums: readonly OwnForum[];
  readonly onChanged: () => void;
}

/** A code comes in typed, or behind the `#` of the address on a printed sheet. */
export function CodeForm({ forums, onChanged }: CodeFormProps) {
  const { t } = useTranslation(['claims', 'common']);
  const [code, setCode] = useState(() => new URLSearchParams(location.hash.slice(1)).get('code') ?? '');
  const [refused, setRefused] = useState('');
  const [isBusy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '' || isBusy) return;
    setBusy(true);
    const reply = await redeemCode(code);
    setBusy(false);
    setRefused(reply?.ok ? '' : reply ? refusalText(reply.refusal) : t('common:unreachable'));
    if (!reply?.ok) return;

    setCode('');
    history.replaceState(history.state, '', location.pathname);
    const title = forums.flatMap(({ groups }) => groups).find(({ id }) => id === reply.value.group)?.title;
    toast({ id: 'claims', text: title ? t('code-good-for', { title }) : t('code-good') });
    onChanged();
  };

  return (
    <form className="claims-code" onSubmit={(event) => void send(event)}>
      <TextField
        label={t('code')}
        value={code}
        onChange={setCode}
        aria-invalid={refused !== '' || undefined}
        aria-describedby="claims-code-about"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        dir="ltr"
      />
      <Button type="submit" look="primary" isBusy={isBusy} isDisabled={code.trim() === ''}>
        {t('code-use')}
      </Button>
      <p id="claims-code-about" className={refused ? 'error' : 'hint'} role={refused ? 'alert' : undefined}>
        {refused || t('code-hint')}
      </p>
    </form>
  );
}
