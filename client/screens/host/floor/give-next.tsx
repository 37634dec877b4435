import { Mic } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostedCall } from '../../../../domain/wire/floor.js';
import { useVoiceName } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { useKeys } from '../../../ui/use-keys.js';
import type { Host } from '../host.js';
import { CallFacts } from './call-facts.js';

interface GiveNextProps {
  readonly host: Host;
  readonly next: HostedCall;
  readonly onGiven: () => void;
}

/** One tap. Whoever speaks until then has spoken, and who is next is chosen after their time is charged. */
export function GiveNext({ host, next, onGiven }: GiveNextProps) {
  const { t } = useTranslation('floor');
  const nameOf = useVoiceName();
  const [isBusy, setBusy] = useState(false);
  const isOff = !host.isLive || !host.may('giveFloor');
  const give = async () => {
    setBusy(true);
    await host.act('giveFloor', {});
    setBusy(false);
    onGiven();
  };
  useKeys({ g: isOff || isBusy ? undefined : () => void give() });

  return (
    <div className="floor-next">
      <Button
        look="primary"
        icon={Mic}
        keyName="g"
        className="floor-give"
        isBusy={isBusy}
        isDisabled={isOff}
        onPress={() => void give()}
      >
        <bdi>{t('give', { name: nameOf(next.who) })}</bdi>
      </Button>
      <CallFacts host={host} call={next} />
      {host.record.floor.speaking && <p className="hint">{t('give-ends')}</p>}
    </div>
  );
}
