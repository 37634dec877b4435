import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MineTurn } from '../../../../domain/wire/views.js';
import { duration } from '../../../ui/formats.js';
import { useNow } from '../../../ui/now.js';
import type { Here } from '../here.js';

export interface MyTurnProps {
  readonly here: Here;
  readonly turn: MineTurn;
}

/** Why somebody stands where they stand: for their own eyes, in the words of the rule that everybody can read. */
export function MyTurn({ here: { record }, turn: { since, first, owed } }: MyTurnProps) {
  const { t } = useTranslation('panel');
  const { locale } = useLocale();
  const waited = Math.max(0, useNow() - since);
  const titles = new Map(record.queue.groups.map(({ id, title }) => [id, title]));

  return (
    <p className="my-turn">
      {t('turn-waited', { time: duration(locale, waited) })} {first && <>{t('turn-first')} </>}
      {owed.map(({ group, turns }) => (
        <span key={group}>
          {t('turn-counts', { group: titles.get(group) ?? group })}{' '}
          {turns !== null && <>{t('turn-owed', { count: turns })} </>}
        </span>
      ))}
      <Link href="/order">{t('turn-rule')}</Link>
    </p>
  );
}
