import { useTranslation } from 'react-i18next';
import type { Told } from '../../../domain/amplify/slate/facts.js';

/** A number of people in words: few enough to be guessed by name are not counted out. */
export function useTold(): (told: Told) => string {
  const { t } = useTranslation('host');
  return (told) => ('count' in told ? t('people', { count: told.count }) : t('people-few', { n: told.fewerThan }));
}
