import { useTranslation } from 'react-i18next';
import type { RecordState, Speech } from '../../../domain/panel/state.js';
import type { FloorView } from '../../../domain/wire/floor.js';
import type { People } from '../../../domain/wire/views.js';
import { useSlot } from '../../parts/use-slot.js';
import { useVoiceName, Voice, voiceOf } from '../../parts/voice.js';
import { clockTime } from '../../ui/formats.js';
import { FitText } from './fit-text.js';
import { Ring } from './ring.js';

interface FloorSceneProps {
  readonly record: RecordState;
  readonly speaking: Speech;
  readonly people: People;
}

/** Who speaks, as large as the hall needs it. */
export function FloorScene({ record, speaking, people }: FloorSceneProps) {
  const { t } = useTranslation('stage');
  const nameOf = useVoiceName();
  const who = voiceOf(speaking, people);
  const name = nameOf(who);
  const thread = speaking.threadId === null ? undefined : record.threads.get(speaking.threadId);

  return (
    <section className="stage-question stage-floor" aria-label={t('speaks')}>
      <p className="stage-which">
        {t('speaks')}
        {speaking.kind !== 'topic' && <span className="stage-kind">{t(`kind-${speaking.kind}`)}</span>}
      </p>
      <FitText as="h1" of={name} whenCut="">
        {name}
      </FitText>
      <footer className="stage-terms">
        {who.affiliation && (
          <p className="stage-author">
            <bdi>{who.affiliation}</bdi>
          </p>
        )}
        {thread && (
          <p className="stage-to">
            <bdi lang={thread.lang}>{thread.title}</bdi>
          </p>
        )}
        <SlotLeft record={record} speaking={speaking} />
      </footer>
    </section>
  );
}

/** Below the question at hand: who speaks to it, and for how much longer. */
export function SpeakingLine({ record, speaking, people }: FloorSceneProps) {
  const { t } = useTranslation('stage');
  return (
    <p className="stage-speaking">
      <span className="stage-speaking-label">{t('speaks')}</span> <Voice who={voiceOf(speaking, people)} />
      <SlotLeft record={record} speaking={speaking} />
    </p>
  );
}

/** Known to everybody between speeches; while somebody speaks, to a host’s screen alone. */
export function NextSpeaker({ view }: { readonly view: FloorView | null }) {
  const { t } = useTranslation('stage');
  const next = view?.hosting?.coming[0] ?? view?.next;
  if (!next) return null;
  return (
    <p className="stage-next">
      {t('next-speaker')} <Voice who={next.who} />
    </p>
  );
}

function SlotLeft({ record, speaking }: Pick<FloorSceneProps, 'record' | 'speaking'>) {
  const { t } = useTranslation('stage');
  const { left, share } = useSlot(speaking, record);
  return (
    <span className={left > 0 ? 'stage-time' : 'stage-time is-over'} role="timer">
      <Ring share={share} />
      <span className="unseen">{t('time-left')}</span>
      <span dir="ltr">{left > 0 ? clockTime(left) : t('speech-over')}</span>
    </span>
  );
}
