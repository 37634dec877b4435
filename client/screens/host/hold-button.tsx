import { OctagonPause } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { useKeys } from '../../ui/use-keys.js';
import { isHeld } from './held-notice.js';
import { say, type Host } from './host.js';

const ARMED_MS = 3_000;
const LONG_MS = 800;

/** Pressed twice within three seconds, or held down: everything stops. One press alone does nothing. */
export function HoldButton({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const [isArmed, setArmed] = useState(false);
  const holding = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wasLong = useRef(false);
  useEffect(() => {
    if (!isArmed) return;
    const timer = setTimeout(() => setArmed(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isArmed]);

  const hold = async () => {
    setArmed(false);
    if (await host.act('holdEverything', {})) say(t('held-now'));
  };
  const press = () => (isArmed ? void hold() : setArmed(true));
  const begin = () => {
    wasLong.current = false;
    holding.current = setTimeout(() => {
      wasLong.current = true;
      void hold();
    }, LONG_MS);
  };
  const end = () => {
    if (holding.current) clearTimeout(holding.current);
  };
  const isOff = !host.isLive || isHeld(host.record);
  useKeys({ h: isOff ? undefined : press });

  return (
    <div className={`host-hold ${isArmed ? 'armed' : ''}`}>
      <Button
        look="danger"
        icon={OctagonPause}
        keyName="h"
        isDisabled={isOff}
        onPress={() => !wasLong.current && press()}
        onPressStart={begin}
        onPressEnd={end}
        aria-describedby="hold-hint"
      >
        <span className="long">{t(isArmed ? 'hold-again' : 'hold-everything')}</span>
        <span className="short">{t(isArmed ? 'hold-again-short' : 'hold-short')}</span>
      </Button>
      <p id="hold-hint" className={isArmed ? 'hold-hint' : 'unseen'} role={isArmed ? 'status' : undefined}>
        {t(isArmed ? 'hold-armed' : 'hold-hint')}
      </p>
    </div>
  );
}
