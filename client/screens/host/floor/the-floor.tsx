import { useTranslation } from 'react-i18next';
import { useFloor } from '../../../connection/use-floor.js';
import { Toggle } from '../../../ui/choices.js';
import { Empty } from '../../../ui/waiting.js';
import { isOver } from '../../panel/is-over.js';
import type { Host } from '../host.js';
import { ComingNext } from './coming-next.js';
import { FairnessWords } from './fairness-words.js';
import './floor.css';
import { GiveNext } from './give-next.js';
import { SlotLength } from './slot-length.js';
import { Speaking } from './speaking.js';
import { useOneTap } from './use-one-tap.js';

/** Who speaks aloud: the next by the order in one tap, everybody else behind a question. */
export function TheFloor({ host }: { readonly host: Host }) {
  const { t } = useTranslation('floor');
  const { view, again } = useFloor(host.panelId, host.shown);
  const tap = useOneTap();
  const { floor } = host.record;
  const hosting = view?.hosting ?? null;
  const [next, ...coming] = hosting?.coming ?? [];
  const isQuiet = (!floor.open || isOver(host.record.phase)) && !floor.speaking && !next;
  if (isQuiet && !host.may('setFloor')) return null;

  return (
    <section className="host-floor" aria-labelledby="the-floor">
      <div className="host-floor-head">
        <h2 id="the-floor">{t('floor')}</h2>
        {host.may('setFloor') && (
          <Toggle
            label={t('open')}
            isOn={floor.open}
            isDisabled={!host.isLive}
            onChange={(open) => void host.act('setFloor', { open })}
          />
        )}
      </div>
      {isQuiet ? (
        <p className="hint">{t('open-hint')}</p>
      ) : (
        <>
          {floor.speaking && <Speaking host={host} speaking={floor.speaking} tap={tap} />}
          {host.record.phase === 'paused' && <p className="hint">{t('paused')}</p>}
          {next ? (
            <GiveNext host={host} next={next} tap={tap} onGiven={again} />
          ) : (
            !floor.speaking && (
              <Empty title={t('nobody-waits')}>
                <p>{t(floor.open ? 'nobody-waits-open' : 'nobody-waits-closed')}</p>
              </Empty>
            )
          )}
          {hosting && <ComingNext host={host} coming={coming} others={hosting.others} tap={tap} onGiven={again} />}
          {hosting && <FairnessWords host={host} hosting={hosting} />}
          {host.may('setFloor') && <SlotLength host={host} />}
        </>
      )}
    </section>
  );
}
