import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { Button } from '../../../ui/button.js';
import { say, type Host } from '../host.js';
import { isSame } from './draft.js';

export interface InThisPanelProps {
  readonly host: Host;
  /** As saved for the forum; null where they may not be known. */
  readonly groups: readonly GroupTerms[] | null;
}

/** The shares a panel has are its own: those of the forum are taken over by a word, and stand once people wait. */
export function InThisPanel({ host, groups }: InThisPanelProps) {
  const { t } = useTranslation('groups');
  const { locale } = useLocale();
  const [isBusy, setBusy] = useState(false);
  const held = host.record.queue.groups;
  const isTaken = groups !== null && isSame(groups, held);
  const percent = (floor: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(floor / 10_000);

  const take = async (wanted: readonly GroupTerms[]) => {
    setBusy(true);
    if (await host.act('setQueue', { groups: wanted })) say(t('panel-taken'));
    setBusy(false);
  };

  return (
    <section className="host-block" aria-labelledby="groups-here">
      <h2 id="groups-here">{t('panel-title')}</h2>
      <p>{t(isTaken ? 'panel-same' : held.length === 0 ? 'panel-none' : 'panel-other')}</p>
      {!isTaken && held.length > 0 && (
        <ul className="groups-held">
          {held.map(({ id, title, floor }) => (
            <li key={id}>
              <span dir="auto">{title}</span> <span>{percent(floor)}</span>
            </li>
          ))}
        </ul>
      )}
      {groups !== null && !isTaken && host.may('setQueue') && (
        <>
          <p className="hint">{t('panel-take-hint')}</p>
          <div className="row">
            <Button isBusy={isBusy} isDisabled={!host.isLive} onPress={() => void take(groups)}>
              {t('panel-take')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
