import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/waiting.js';

export function SettingsScreen() {
  const { t } = useTranslation();
  return <Loading label={t('loading')} />;
}
