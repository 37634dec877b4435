import { Check, Languages, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isLanguage, LANGUAGES, type Language } from '../i18n/languages.js';
import { changeSettings, useSettings } from '../settings/settings.js';
import { IconButton } from '../ui/button.js';
import { Menu } from '../ui/menu.js';

/** The language, near at hand for whoever came in a wrong one, and the way to the other settings. */
export function Speaking() {
  const { t } = useTranslation();
  const { language } = useSettings();
  const [, navigate] = useLocation();
  const languages = Object.keys(LANGUAGES).filter(isLanguage);

  return (
    <Menu
      label={t('language-and-settings')}
      button={<IconButton icon={Languages} label={t('language-and-settings')} />}
      actions={[
        ...languages.map((one: Language) => ({
          id: one,
          label: LANGUAGES[one],
          ...(one === language ? { icon: Check } : {}),
          run: () => changeSettings({ language: one }),
        })),
        { id: 'settings', label: t('settings'), icon: SlidersHorizontal, run: () => navigate('/settings') },
      ]}
    />
  );
}
