import { useTranslation } from 'react-i18next';
import type { MineItem } from '../../../../domain/wire/views.js';
import { isAfterOwn } from '../../../parts/in-line.js';

export interface StandingProps {
  readonly item: MineItem;
  /** All of the same person’s. */
  readonly all: readonly MineItem[];
}

/** Where it truly stands, and when its turn comes. */
export function Standing({ item, all }: StandingProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { standing, place } = item;
  const said = common(`standing_${standing}`);
  if (standing !== 'waiting' || place === null) return <>{said}</>;
  if (isAfterOwn(item, all)) return <>{t('waiting-after-own', { standing: said })}</>;
  return <>{t('waiting-in-line', { standing: said, place })}</>;
}
