import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../parts/languages.js';
import { IconButton } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';

export interface LanguagesEditorProps {
  readonly languages: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (languages: readonly string[]) => void;
}

const OFFERED = [
  ...['kk', 'ru', 'en', 'ar', 'az', 'de', 'es', 'fa', 'fr', 'hi', 'hy', 'it', 'ja', 'ka', 'ko', 'ky', 'mn', 'pl', 'pt'],
  ...['tg', 'tk', 'tr', 'tt', 'ug', 'uk', 'ur', 'uz', 'zh'],
];

/** The first one is the panel’s main language. */
export function LanguagesEditor({ languages, error, onChange }: LanguagesEditorProps) {
  const { t } = useTranslation(['host', 'common']);
  const offered = OFFERED.filter((tag) => !languages.includes(tag));

  return (
    <div className="host-stack">
      <Select
        label={t('languages')}
        description={t('languages-hint')}
        error={error}
        value=""
        onChange={(tag) => tag && onChange([...languages, tag])}
        options={[
          { value: '', label: t('language-add') },
          ...offered.map((tag) => ({ value: tag, label: nameOf(tag), lang: tag })),
        ]}
      />
      {languages.length > 0 && (
        <ul className="host-chips">
          {languages.map((tag, i) => (
            <li key={tag}>
              <bdi lang={tag}>{nameOf(tag)}</bdi>
              {i === 0 && <small>{t('language-main')}</small>}
              <IconButton
                icon={X}
                label={t('language-remove', { language: nameOf(tag) })}
                onPress={() => onChange(languages.filter((one) => one !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
