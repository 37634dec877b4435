import { Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HostedCall } from '../../../../domain/wire/floor.js';
import { useVoiceName } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { useKeys } from '../../../ui/use-keys.js';
import type { Host } from '../host.js';
import { CallFacts } from './call-facts.js';
import { DeclineRequest } from './decline-request.js';
import { once, type OneTap } from './use-one-tap.js';

interface GiveNextProps {
  readonly host: Host;
  readonly next: HostedCall;
  readonly tap: OneTap;
  readonly onGiven: () => void;
}

/** One tap. Whoever speaks until then has spoken, and who is next is chosen after their time is charged. */
export function GiveNext({ host, next, tap, onGiven }: GiveNextProps) {
  const { t } = useTranslation('floor');
  const nameOf = useVoiceName();
  const isOff = !host.isLive || !host.may('giveFloor');
  const { speaking } = host.record.floor;
  const give = () =>
    tap.run(async () => {
      await host.act('giveFloor', { after: speaking?.requestId ?? null });
      onGiven();
    });
  useKeys({ g: isOff ? undefined : once(give) });

  return (
    <div className="floor-next">
      <Button
        look="primary"
        icon={Mic}
        keyName="g"
        className="floor-give"
        isBusy={tap.isBusy}
        isDisabled={isOff}
        onPress={give}
      >
        <bdi>{t('give', { name: nameOf(next.who) })}</bdi>
      </Button>
      <CallFacts host={host} call={next} />
      {speaking && !isOff && <p className="hint">{t('give-ends')}</p>}
      <DeclineRequest key={next.requestId} host={host} call={next} onDone={onGiven} />
    </div>
  );
}
