import { Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/panel/state.js';
import type { People } from '../../../domain/wire/views.js';
import type { Stop, StopSpeech } from '../../connection/replay-stops.js';
import { useVoiceName, voiceOf } from '../../parts/voice.js';
import { clockTime } from '../../ui/formats.js';
import { useInto } from './clocks.js';

interface SpeechRowProps {
  readonly stop: Stop;
  readonly speech: StopSpeech;
  readonly record: RecordState;
  readonly people: People;
  readonly origin: number;
  readonly isNow: boolean;
}

/** Somebody spoke aloud: what was said was not written down, that they spoke and for how long is in the record. */
export function SpeechRow({ stop, speech, record, people, origin, isNow }: SpeechRowProps) {
  const { t } = useTranslation('replay');
  const into = useInto();
  const nameOf = useVoiceName();
  const name = nameOf(voiceOf(speech.who, people));
  const isSpeaking = record.floor.speaking?.requestId === speech.requestId;
  const seconds = isSpeaking ? null : speech.seconds;

  return (
    <div className={`replay-row speech-row ${isNow ? 'now' : ''}`} data-depth={0}>
      <p>
        <Mic aria-hidden size="1em" />
        <span>
          {seconds === null ? t('speech', { name }) : t('speech-time', { name, time: clockTime(seconds * 1000) })}
        </span>
        {speech.isOverride && <span className="note">{t('speech-override')}</span>}
        <span className="speech-at">
          <bdi>{into(stop.time - origin)}</bdi>
        </span>
      </p>
    </div>
  );
}
