import { useTranslation } from 'react-i18next';
import type { Phase } from '../../domain/panel/state.js';

/** What a panel is doing, in a word; a live one has a dot besides. */
export function PhaseMark({ phase }: { readonly phase: Phase }) {
  const { t } = useTranslation();
  return <span className={`phase ${phase}`}>{t(`phase_${phase}`)}</span>;
}
