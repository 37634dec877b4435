import { ChevronDown } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from 'react-aria-components';
import type { Contribution, Posed } from '../../../../domain/panel/state.js';
import type { Words } from '../../../../domain/panel/events.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { Author } from '../../../parts/author.js';
import { Said } from '../../../parts/said.js';
import { useTimeLeft } from '../../../parts/use-time-left.js';
import { wordsFor } from '../../../parts/words-for.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { duration, listed } from '../../../ui/formats.js';
import { useActsHere, type Here } from '../here.js';
import { isOver } from '../is-over.js';
import { useFolding } from './use-folding.js';

/** The question before the panel: the latest one large, the others folded below it. */
export function BeforePanel({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { contributions, posed, phase } = here.record;
  const open = posed.flatMap((one) => {
    const contribution = contributions.get(one.contributionId);
    return one.answered || !contribution?.words ? [] : [{ posed: one, contribution, words: contribution.words }];
  });
  const [latest, ...others] = open.toReversed();
  if (!latest || isOver(phase)) return null;

  return (
    <Foldable latest={latest} pausedAt={here.record.pausedAt}>
      <p className="before-title">
        {t('before-panel')} <TimeLeft posed={latest.posed} pausedAt={here.record.pausedAt} />
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
    </Foldable>
  );
}

interface FoldableProps {
  readonly pausedAt: number | null;
  readonly latest: { readonly posed: Posed; readonly contribution: Contribution };
  readonly children: ReactNode;
}

const LINE_GRAPHEMES = 120;

/** Gives its room to what is read below it, and keeps one line of its own. */
function Foldable({ latest: { posed, contribution }, pausedAt, children }: FoldableProps) {
  const { t, i18n } = useTranslation('panel');
  const section = useRef<HTMLElement>(null);
  const { isFolded, unfold } = useFolding(section, contribution.id);
  const words = wordsFor(contribution, i18n.language);

  return (
    <section
      ref={section}
      className={`before-panel ${isFolded ? 'slim' : ''}`}
      aria-label={t('before-panel')}
      data-posed={contribution.id}
    >
      {isFolded ? (
        <button type="button" className="before-line" aria-expanded={false} onClick={unfold}>
          <strong>{t('before-panel')}</strong>
          <bdi lang={words?.lang}>
            <Written text={firstGraphemes(words?.text ?? '', LINE_GRAPHEMES).replaceAll(/\s+/g, ' ')} />
          </bdi>
          <TimeLeft posed={posed} pausedAt={pausedAt} />
          <ChevronDown aria-hidden size="1.15em" />
        </button>
      ) : (
        children
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

function TimeLeft({ posed, pausedAt }: { readonly posed: Posed; readonly pausedAt: number | null }) {
  const { t } = useTranslation('panel');
  const { locale } = useLocale();
  const left = useTimeLeft(posed, pausedAt);
  if (left === null) return null;
  return (
    <span className="time-left">{left > 0 ? t('time-left', { time: duration(locale, left) }) : t('time-over')}</span>
  );
}
