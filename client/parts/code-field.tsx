import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { readCode } from '../../domain/panel/short-code.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import './introduction.css';

/** The six characters that a host reads out instead of an address. */
export function CodeField({ typed = '' }: { readonly typed?: string }) {
  const { t } = useTranslation('doors');
  const [, navigate] = useLocation();
  const [text, setText] = useState(typed);
  const [isWrong, setWrong] = useState(false);

  const go = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(text);
    setWrong(code === null);
    if (code !== null) navigate(`/c/${code}`);
  };

  return (
    <form className="code-field" noValidate onSubmit={go}>
      <TextField
        label={t('code-label')}
        value={text}
        onChange={setText}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        error={isWrong ? t('code-shape') : null}
      />
      <Button type="submit">{t('code-go')}</Button>
    </form>
  );
}
