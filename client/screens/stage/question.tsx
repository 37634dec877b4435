import { CirclePause } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../../domain/panel/events.js';
import type { Contribution, Posed } from '../../../domain/panel/state.js';
import type { People } from '../../../domain/wire/views.js';
import { Author } from '../../parts/author.js';
import { Written } from '../../parts/written.js';
import { listed } from '../../ui/formats.js';
import { FitText } from './fit-text.js';
import { versionsOf } from './stage-view.js';
import { TimeBar } from './time-bar.js';

export interface QuestionProps {
  readonly contribution: Contribution;
  readonly words: Words;
  readonly posed: Posed;
  readonly people: People;
  readonly languages: readonly string[];
  /** null unless paused. */
  readonly pausedAt: number | null;
  /** How many are before the panel, and which of them this is. */
  readonly count: number;
  readonly index: number;
}

export function Question(props: QuestionProps) {
  const { contribution, words, posed, people, languages, pausedAt, count, index } = props;
  const { t } = useTranslation('stage');
  const versions = versionsOf(contribution, languages);

  return (
    <section className="stage-question" aria-label={t('before-the-panel')}>
      {count > 1 && <p className="stage-which">{t('which', { index, count })}</p>}
      <div className={versions.length > 1 ? 'stage-versions two' : 'stage-versions'}>
        {versions.map(({ text, lang }) => (
          <FitText key={lang} lang={lang} of={text} whenCut={t('cut')}>
            <Written text={text} />
          </FitText>
        ))}
      </div>
      <footer className="stage-terms">
        {pausedAt !== null && (
          <p className="stage-paused">
            <CirclePause aria-hidden size="1.1em" />
            {t('paused')}
          </p>
        )}
        <p className="stage-author">
          <Author words={words} people={people} />
        </p>
        <Respondents posed={posed} people={people} />
        <TimeBar posed={posed} pausedAt={pausedAt} />
      </footer>
    </section>
  );
}

function Respondents({ posed, people }: Pick<QuestionProps, 'posed' | 'people'>) {
  const { t } = useTranslation('stage');
  const { locale } = useLocale();
  const names = posed.respondents.flatMap((seat) => people[seat]?.name ?? []);
  if (names.length === 0) return null;
  return (
    <p className="stage-to">
      <bdi>{t('to', { names: listed(locale, names) })}</bdi>
    </p>
  );
}
