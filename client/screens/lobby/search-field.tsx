import { Search } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { useKeys } from '../../ui/use-keys.js';

export interface SearchFieldProps {
  readonly asked?: string;
  readonly isFirst?: boolean;
}

/** `/` goes there from anywhere on the page. */
export function SearchField({ asked = '', isFirst = false }: SearchFieldProps) {
  const { t } = useTranslation('doors');
  const [, navigate] = useLocation();
  const [words, setWords] = useState(asked);
  const form = useRef<HTMLFormElement>(null);
  useKeys({ '/': () => form.current?.querySelector('input')?.focus() });

  const go = (event: FormEvent) => {
    event.preventDefault();
    // An address cannot hold half of a surrogate pair.
    const question = words.trim().replace(/\p{Surrogate}/gu, '\uFFFD');
    if (question) navigate(`/search?q=${encodeURIComponent(question)}`);
  };
  return (
    <form ref={form} role="search" className="search-field" onSubmit={go}>
      <TextField
        label={t('search-label')}
        type="search"
        name="q"
        autoComplete="off"
        maxLength={200}
        autoFocus={isFirst}
        aria-keyshortcuts="/"
        value={words}
        onChange={setWords}
      />
      <Button type="submit" icon={Search}>
        {t('search', { ns: 'common' })}
      </Button>
    </form>
  );
}
