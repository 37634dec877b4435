import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../domain/panel/state.js';
import type { People } from '../../domain/wire/views.js';
import { Time } from '../ui/time.js';
import { Author } from './author.js';
import { Written } from './written.js';

export interface ContributionCardProps {
  readonly contribution: Contribution;
  readonly people: People;
  /** What became of it, where that is not plain: “Answered”. */
  readonly note?: ReactNode;
  /** Buttons below it. */
  readonly actions?: ReactNode;
  /** Instead of the time of day; a replay shows how far into the panel it was said. */
  readonly time?: ReactNode;
}

/** One contribution, live or replayed. Its words are drawn as text, whatever they contain. */
export function ContributionCard({ contribution, people, note, actions, time }: ContributionCardProps) {
  const { t } = useTranslation();
  const { id, words, kind, at } = contribution;

  return (
    <article className="contribution" data-contribution={id} data-kind={kind}>
      <header>
        {words && <Author words={words} people={people} />}
        <span className="kind">{t(`kind_${kind}`)}</span>
        <span className="when">{time ?? <Time at={at} />}</span>
      </header>
      {words ? (
        <p className="words" lang={words.lang} dir="auto">
          <Written text={words.text} />
        </p>
      ) : (
        <p className="tombstone">{t('tombstone')}</p>
      )}
      {note && <p className="note">{note}</p>}
      {actions && <footer>{actions}</footer>}
    </article>
  );
}
