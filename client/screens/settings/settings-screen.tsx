import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGES } from '../../i18n/languages.js';
import { changeSettings, useSettings } from '../../settings/settings.js';
import { Choices, Toggle } from '../../ui/choices.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Account } from './account.js';
import { OnThisDevice } from './on-this-device.js';
import './settings.css';

/** How the forum is shown on this device, and who uses it. Every choice holds at once. */
export function SettingsScreen() {
  const { t } = useTranslation('doors');
  return (
    <Page className="settings">
      <ScreenTitle>{t('settings', { ns: 'common' })}</ScreenTitle>
      <Look />
      <Account />
      <OnThisDevice />
    </Page>
  );
}

function Look() {
  const { t } = useTranslation('doors');
  const { language, theme, quiet, textOnly } = useSettings();
  const languages = Object.keys(LANGUAGES).filter(isLanguage);

  return (
    <section aria-labelledby="look">
      <h2 id="look">{t('look')}</h2>
      <Choices
        label={t('language', { ns: 'common' })}
        value={language}
        onChange={(chosen) => changeSettings({ language: chosen })}
        options={languages.map((one) => ({ value: one, label: LANGUAGES[one], lang: one }))}
      />
      <p className="hint">{t('language-hint')}</p>
      <Choices
        label={t('theme')}
        value={theme}
        onChange={(chosen) => changeSettings({ theme: chosen })}
        options={[
          { value: 'system', label: t('theme_system'), icon: Monitor },
          { value: 'light', label: t('theme_light'), icon: Sun },
          { value: 'dark', label: t('theme_dark'), icon: Moon },
        ]}
      />
      <p className="hint">{t('theme-hint')}</p>
      <TextSize />
      <Toggle
        label={t('quiet')}
        hint={t('quiet-hint')}
        isOn={quiet}
        onChange={(isOn) => changeSettings({ quiet: isOn })}
      />
      <Toggle
        label={t('text-only')}
        hint={t('text-only-hint')}
        isOn={textOnly}
        onChange={(isOn) => changeSettings({ textOnly: isOn })}
      />
    </section>
  );
}

function TextSize() {
  const { t } = useTranslation('doors');
  const { textSize } = useSettings();
  return (
    <>
      <Choices
        label={t('text-size')}
        value={textSize}
        onChange={(chosen) => changeSettings({ textSize: chosen })}
        options={[
          { value: 'normal', label: t('text-size_normal') },
          { value: 'large', label: t('text-size_large') },
          { value: 'largest', label: t('text-size_largest') },
        ]}
      />
      <p className="preview">{t('text-size-preview')}</p>
    </>
  );
}
