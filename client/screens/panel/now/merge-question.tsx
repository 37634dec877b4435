import { useTranslation } from 'react-i18next';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { useActsHere, type Here } from '../here.js';

export interface MergeQuestionProps {
  readonly here: Here;
  readonly contributionId: string;
  readonly into: string;
}

/** Nothing is merged before its author says yes: both texts, and one tap. */
export function MergeQuestion({ here: { record }, contributionId, into }: MergeQuestionProps) {
  const { t } = useTranslation('panel');
  const { act, show } = useActsHere();
  const words = record.contributions.get(into)?.words;
  const answer = (consents: boolean) => act('answerMerge', { contributionId, consents });

  return (
    <div className="mine-merge" role="group" aria-label={t('merge-asked')}>
      <p>{t('merge-asked')}</p>
      {words ? (
        <q lang={words.lang} dir="auto">
          <Written text={words.text} />
        </q>
      ) : (
        <Button look="quiet" onPress={() => show(into)}>
          {t('read-it')}
        </Button>
      )}
      <p className="hint">{t('merge-hint')}</p>
      <p className="mine-actions">
        <Button onPress={() => answer(true)}>{t('merge-yes')}</Button>
        <Button look="quiet" onPress={() => answer(false)}>
          {t('merge-no')}
        </Button>
      </p>
    </div>
  );
}
