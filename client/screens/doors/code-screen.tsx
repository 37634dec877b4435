import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/waiting.js';

export function CodeScreen(_: { readonly code: string }) {
  const { t } = useTranslation();
  return <Loading label={t('loading')} />;
}
