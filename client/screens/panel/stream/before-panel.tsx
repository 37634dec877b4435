import { useTranslation } from 'react-i18next';
import { useLocale } from 'react-aria-components';
import type { Contribution, Posed } from '../../../../domain/panel/state.js';
import type { Words } from '../../../../domain/panel/events.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { Author } from '../../../parts/author.js';
import { Said } from '../../../parts/said.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { duration, listed } from '../../../ui/formats.js';
import { useNow } from '../../../ui/now.js';
import { useActsHere, type Here } from '../here.js';

/** The question before the panel: the latest one large, the others folded below it. */
export function BeforePanel({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { contributions, posed } = here.record;
  const open = posed.flatMap((one) => {
    const contribution = contributions.get(one.contributionId);
    return one.answered || !contribution?.words ? [] : [{ posed: one, contribution, words: contribution.words }];
  });
  const [latest, ...others] = open.toReversed();
  if (!latest) return null;

  return (
    <section className="before-panel" aria-label={t('before-panel')} data-posed={latest.contribution.id}>
      <p className="before-title">
        {t('before-panel')} <TimeLeft answerBy={latest.posed.answerBy} />
      </p>
      <Question here={here} {...latest} />
      {others.length > 0 && (
        <details>
          <summary>{t('also-before-panel', { count: others.length })}</summary>
          <ul>
            {others.map((one) => (
              <li key={one.contribution.id}>
                <Question here={here} {...one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface QuestionProps {
  readonly here: Here;
  readonly posed: Posed;
  readonly contribution: Contribution;
  readonly words: Words;
}

function Question({ here, posed, contribution, words }: QuestionProps) {
  const { t } = useTranslation('panel');
  const { show, ask } = useActsHere();
  const { people } = here.shown;

  return (
    <div className="question">
      <div className="question-words">
        <Said contribution={{ ...contribution, words }} people={people} />
      </div>
      <p className="question-facts">
        <Author words={words} people={people} />
        <To posed={posed} here={here} />
        <Button look="quiet" onPress={() => show(contribution.id)}>
          {t('in-its-place')}
        </Button>
        {here.may.answer && <Button onPress={() => ask({ kind: 'answer', contribution })}>{t('answer-this')}</Button>}
      </p>
    </div>
  );
}

function To({ posed: { respondents }, here }: Pick<QuestionProps, 'posed' | 'here'>) {
  const { t } = useTranslation('panel');
  const { locale } = useLocale();
  if (respondents.length === 0) return <span>{t('to-whole-panel')}</span>;
  const names = respondents.map((seat) => here.shown.people[seat]?.name ?? t('somebody-else'));
  return <bdi>{t('to', { names: listed(locale, names) })}</bdi>;
}

function TimeLeft({ answerBy }: { readonly answerBy: number | null }) {
  const { t } = useTranslation('panel');
  const { locale } = useLocale();
  const now = useNow();
  if (answerBy === null) return null;
  return (
    <span className="time-left">
      {answerBy > now ? t('time-left', { time: duration(locale, answerBy - now) }) : t('time-over')}
    </span>
  );
}

const PINNED_GRAPHEMES = 90;

/** One slim line that leads to what the hosts pinned. */
export function PinnedLine({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { show } = useActsHere();
  const pinned = here.record.pinned.flatMap((id) => here.record.contributions.get(id) ?? []).toReversed();
  if (pinned.length === 0) return null;

  return (
    <ul className="pinned-line" aria-label={t('mark-pinned')}>
      {pinned.map(({ id, words }) => (
        <li key={id}>
          <Button look="quiet" onPress={() => show(id)}>
            <bdi lang={words?.lang}>
              <Written text={firstGraphemes(words?.text ?? '', PINNED_GRAPHEMES).replaceAll(/\s+/g, ' ')} />
            </bdi>
          </Button>
        </li>
      ))}
    </ul>
  );
}
