import { MicOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../../../../domain/panel/state.js';
import { useSlot } from '../../../parts/use-slot.js';
import { Voice, voiceOf } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { clockTime } from '../../../ui/formats.js';
import { useKeys } from '../../../ui/use-keys.js';
import type { Host } from '../host.js';
import { once, type OneTap } from './use-one-tap.js';

interface SpeakingProps {
  readonly host: Host;
  readonly speaking: Speech;
  readonly tap: OneTap;
}

/** Whoever has the floor, with the running clock of their turn. */
export function Speaking({ host, speaking, tap }: SpeakingProps) {
  const { t } = useTranslation('floor');
  const { spoken, left, share } = useSlot(speaking, host.record);
  const isOff = !host.isLive || !host.may('endSpeech');
  const end = () => tap.run(() => host.act('endSpeech', { requestId: speaking.requestId }));
  useKeys({ e: isOff ? undefined : once(end) });

  return (
    <div className={left < 0 ? 'floor-now is-over' : 'floor-now'}>
      <p className="floor-speaks">{t('speaks')}</p>
      <p className="floor-who">
        <Voice who={voiceOf(speaking, host.shown.people)} />
        {speaking.kind !== 'topic' && <span className="floor-kind">{t(`kind-${speaking.kind}`)}</span>}
      </p>
      <p className="floor-clock" role="timer">
        <bdi>{clockTime(spoken)}</bdi>{' '}
        <span className="floor-left">
          {t(left < 0 ? 'time-over' : 'time-left', { time: clockTime(Math.abs(left)) })}
        </span>
      </p>
      <progress className="floor-share" max={1} value={1 - share} aria-label={t('turn-used')} />
      <Button icon={MicOff} keyName="e" isBusy={tap.isBusy} isDisabled={isOff} onPress={end}>
        {t('end')}
      </Button>
    </div>
  );
}
