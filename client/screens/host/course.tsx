import { Archive, CirclePause, CirclePlay, DoorClosed, DoorOpen } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../domain/wire/views.js';
import { lazyScreen } from '../../shell/lazy-screen.js';
import { Button } from '../../ui/button.js';
import { Checklist } from './checklist.js';
import { Entry } from './entry.js';
import { HeldNotice, isHeld } from './held-notice.js';
import type { Host } from './host.js';
import { Pace } from './pace.js';
import type { Step } from './step-dialog.js';
import { TheReport } from './the-report.js';

const Treatment = lazyScreen(['treatment'], async () => (await import('./treatment/treatment.js')).Treatment);

interface CourseProps {
  readonly host: Host;
  readonly desk: DeskView | null;
  readonly onStep: (step: Step) => void;
}

/** From the draft to the archive: what can be done now, and what it will do. */
export function Course({ host, desk, onStep }: CourseProps) {
  const { t } = useTranslation(['host', 'common']);
  const { phase, pauseReason } = host.record;

  return (
    <>
      <HeldNotice host={host} />
      <section className="host-block" aria-labelledby="course">
        <h2 id="course">{t('part-course')}</h2>
        <p>{t(`phase-text-${phase === 'none' ? 'draft' : phase}`)}</p>
        {phase === 'paused' && pauseReason && (
          <p>
            {t('pause-reason')} <bdi>{pauseReason}</bdi>
          </p>
        )}
        {(phase === 'draft' || phase === 'scheduled') && <Checklist host={host} />}
        <NextStep host={host} onStep={onStep} />
      </section>
      {host.may('setSlowMode') && <Pace host={host} />}
      <Suspense fallback={null}>
        <Treatment host={host} desk={desk} />
      </Suspense>
      <Entry host={host} />
      <Ending host={host} onStep={onStep} />
      {phase === 'archived' && <TheReport host={host} />}
    </>
  );
}

function NextStep({ host, onStep }: Omit<CourseProps, 'desk'>) {
  const { t } = useTranslation(['host', 'common']);
  const { isLive } = host;
  if (host.may('openPanel')) {
    return (
      <Button look="primary" icon={DoorOpen} isDisabled={!isLive} onPress={() => onStep('openPanel')}>
        {t('open')}
      </Button>
    );
  }
  if (host.may('pausePanel')) {
    return (
      <Button icon={CirclePause} keyName="p" isDisabled={!isLive} onPress={() => onStep('pausePanel')}>
        {t('pause')}
      </Button>
    );
  }
  // Held, the way back stands above, in its order.
  if (host.may('resumePanel') && !isHeld(host.record)) {
    return (
      <Button look="primary" icon={CirclePlay} keyName="p" isDisabled={!isLive} onPress={() => onStep('resumePanel')}>
        {t('resume')}
      </Button>
    );
  }
  return null;
}

/** What ends something stands apart. */
function Ending({ host, onStep }: Omit<CourseProps, 'desk'>) {
  const { t } = useTranslation(['host', 'common']);
  const step = host.may('closePanel') ? 'closePanel' : host.may('archivePanel') ? 'archivePanel' : null;
  if (!step) return null;

  return (
    <section className="host-block host-ending" aria-labelledby="ending">
      <h2 id="ending">{t('ending')}</h2>
      <p>{t(`${step}-text`)}</p>
      <Button
        look="danger"
        icon={step === 'closePanel' ? DoorClosed : Archive}
        isDisabled={!host.isLive}
        onPress={() => onStep(step)}
      >
        {t(`${step}-do`)}
      </Button>
    </section>
  );
}
