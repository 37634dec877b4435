import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../domain/panel/state.js';
import type { People } from '../../domain/wire/views.js';
import { Time } from '../ui/time.js';
import { Author } from './author.js';
import { Said } from './said.js';

export interface ContributionCardProps {
  readonly contribution: Contribution;
  readonly people: People;
  /** What became of it, where that is not plain: “Answered”. */
  readonly note?: ReactNode;
  /** Buttons below it. */
  readonly actions?: ReactNode;
  /** Instead of the time of day; a replay shows how far into the panel it was said. */
  readonly time?: ReactNode;
  /** Words beside its kind: that it is pinned, put to the panel, answered. */
  readonly marks?: ReactNode;
  /** The title of the rule under which it is no longer shown. */
  readonly rule?: string | undefined;
  /** A line above it in its list: a new day, or where the unread begins. */
  readonly divider?: ReactNode;
  /** In a feed: its place, and whether the keyboard finds it. */
  readonly place?: { readonly index: number; readonly of: number; readonly isActive: boolean };
  /** A link led here. */
  readonly isMarked?: boolean;
}

/** One contribution, live or replayed. Its words are drawn as text, whatever they contain. */
export function ContributionCard(props: ContributionCardProps) {
  const { contribution, people, note, actions, time, marks, rule, divider, place, isMarked = false } = props;
  const { t } = useTranslation();
  const headId = useId();
  const { id, words, kind, at } = contribution;

  return (
    <article
      className={`contribution ${isMarked ? 'marked' : ''}`}
      data-contribution={id}
      data-kind={kind}
      aria-labelledby={headId}
      {...(place ? placed(place) : {})}
    >
      {divider}
      <header id={headId}>
        {words && <Author words={words} people={people} />}
        <span className="kind">{t(`kind_${kind}`)}</span>
        <span className="when">{time ?? <Time at={at} />}</span>
        {marks}
      </header>
      {words ? (
        <Said contribution={{ ...contribution, words }} people={people} />
      ) : (
        <p className="tombstone">{rule ? t('tombstone-rule', { rule }) : t('tombstone')}</p>
      )}
      {note && <p className="note">{note}</p>}
      {actions && <footer>{actions}</footer>}
    </article>
  );
}

function placed({ index, of, isActive }: NonNullable<ContributionCardProps['place']>) {
  return { tabIndex: isActive ? 0 : -1, 'aria-posinset': index + 1, 'aria-setsize': of };
}
