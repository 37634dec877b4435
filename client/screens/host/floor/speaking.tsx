import { MicOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../../../../domain/panel/state.js';
import { useSlot } from '../../../parts/use-slot.js';
import { Voice, voiceOf } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { clockTime } from '../../../ui/formats.js';
import { useKeys } from '../../../ui/use-keys.js';
import type { Host } from '../host.js';

interface SpeakingProps {
  readonly host: Host;
  readonly speaking: Speech;
}

/** Whoever has the floor, with the running clock of their turn. */
export function Speaking({ host, speaking }: SpeakingProps) {
  const { t } = useTranslation('floor');
  const { spoken, left, share } = useSlot(speaking, host.record.floor);
  const end = host.isLive && host.may('endSpeech') ? () => void host.act('endSpeech', {}) : undefined;
  useKeys({ e: end });

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
      <Button icon={MicOff} keyName="e" isDisabled={!end} onPress={() => end?.()}>
        {t('end')}
      </Button>
    </div>
  );
}
