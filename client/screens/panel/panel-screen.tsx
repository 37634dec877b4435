import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/waiting.js';

export function PanelScreen(_: { readonly panelId: string }) {
  const { t } = useTranslation();
  return <Loading label={t('loading')} />;
}
