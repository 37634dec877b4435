import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Posed } from '../../../../domain/panel/state.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { wordsFor } from '../../../parts/words-for.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { Time } from '../../../ui/time.js';
import { useActsHere, type Here } from '../here.js';

/** What was put to the panel: the answers given, the latest question first. */
export function AnsweredList({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const posed = here.record.posed.filter(({ answers }) => answers.length > 0).toReversed();
  if (posed.length === 0) return null;

  return (
    <section className="answered" aria-label={t('answered')}>
      <h2>{t('answered')}</h2>
      <ul>
        {posed.map((one) => (
          <Answered key={one.contributionId} here={here} posed={one} />
        ))}
      </ul>
    </section>
  );
}

const QUOTED = 140;

function Answered({ here, posed }: { readonly here: Here; readonly posed: Posed }) {
  const { t, i18n } = useTranslation('panel');
  const { show } = useActsHere();
  const question = here.record.contributions.get(posed.contributionId);
  const words = question && wordsFor(question, i18n.language);
  return (
    <li>
      <button type="button" className="last-words" onClick={() => show(posed.contributionId)}>
        <bdi lang={words?.lang}>
          <Written text={firstGraphemes(words?.text ?? '', QUOTED).replaceAll(/\s+/g, ' ')} />
        </bdi>
      </button>
      {posed.answers.map(({ at, by, answerId }) => (
        <p key={`${at}/${answerId}`} className="answer-line">
          <CircleCheck aria-hidden size="1.1em" />
          <span>
            {by === null ? (
              t('answered-aloud')
            ) : (
              <bdi>{t('answered-by', { name: here.shown.people[by]?.name ?? '' })}</bdi>
            )}{' '}
            · <Time at={at} />
          </span>
          {answerId && (
            <Button look="quiet" onPress={() => show(answerId)}>
              {t('read-answer')}
            </Button>
          )}
        </p>
      ))}
    </li>
  );
}
