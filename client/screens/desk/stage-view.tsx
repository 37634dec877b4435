import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../domain/wire/views.js';
import { Button } from '../../ui/button.js';
import { Toggle } from '../../ui/choices.js';
import { Loading } from '../../ui/waiting.js';
import { useFocusOn } from './item-view.js';
import type { DeskWork, Stage, WorkShown } from './work/desk-work.js';

export interface StageViewProps {
  readonly shown: WorkShown;
  readonly desk: DeskView;
  readonly work: DeskWork;
  readonly isLive: boolean;
}

/** What is said where no item is on the table, and the one thing to do then. */
export function StageView({ shown, desk, work, isLive }: StageViewProps) {
  const { t } = useTranslation('desk');
  const { stage, loss } = shown;
  if (stage === 'taking') return <Loading label={t('taking')} />;

  const said = stage === 'before' && desk.waiting === 0 ? 'none' : stage;
  const lapsed = stage === 'lapsed' && loss?.how === 'lapsed' ? loss.item.contributionId : null;
  return (
    <div className="desk-stage" data-stage={said}>
      <StageHeading stage={said} />
      <p>{t(said === 'none' && desk.waiting > 0 ? 'stage-text_none-free' : `stage-text_${said}`)}</p>
      <div className="row">
        {said !== 'none' && (
          <Button
            look="primary"
            keyName="j"
            isDisabled={!isLive || shown.isBusy}
            onPress={() => void (said === 'all-passed' ? work.startOver() : work.next())}
          >
            {t(`stage-do_${said}`)}
          </Button>
        )}
        {lapsed !== null && (
          <Button isDisabled={!isLive || shown.isBusy} onPress={() => void work.takeAgain(lapsed)}>
            {t('take-again')}
          </Button>
        )}
      </div>
      {(said === 'none' || said === 'all-passed') && (
        <Toggle
          label={t('as-it-comes')}
          hint={t('as-it-comes-hint')}
          isOn={shown.asItComes}
          onChange={(isOn) => work.takeAsItComes(isOn)}
        />
      )}
    </div>
  );
}

function StageHeading({ stage }: { readonly stage: Exclude<Stage, 'taking'> }) {
  const { t } = useTranslation('desk');
  return (
    <h2 ref={useFocusOn(stage)} tabIndex={-1}>
      {t(`stage_${stage}`)}
    </h2>
  );
}
