import type { ReactNode } from 'react';
import { Time } from './time.js';

export interface ContributionCardProps {
  readonly author: string;
  readonly kind: string;
  readonly at: number;
  /** null: redacted or erased. */
  readonly words: { readonly text: ReactNode; readonly lang: string } | null;
  readonly renderings: readonly { readonly text: ReactNode; readonly lang: string }[];
  /** What became of it, where that is not plain: "Answered", "Redacted under rule 2". */
  readonly note?: string;
  readonly onReply?: (() => void) | undefined;
  /** The replies. */
  readonly children?: ReactNode;
}

/** One contribution. Its words are drawn as text, whatever they contain. */
export function ContributionCard(props: ContributionCardProps) {
  const { author, kind, at, words, renderings, note, onReply, children } = props;

  return (
    <article className="contribution">
      <header>
        <bdi className="author">{author}</bdi> <span className="kind">{kind}</span> <Time at={at} />
      </header>
      {words ? (
        <p lang={words.lang} dir="auto">
          {words.text}
        </p>
      ) : (
        <p className="tombstone">This contribution is no longer shown.</p>
      )}
      {words &&
        renderings.map(({ text, lang }) => (
          <p key={lang} className="rendering" lang={lang} dir="auto">
            {text}
          </p>
        ))}
      <footer>
        {note && <span>{note}</span>}
        {onReply && (
          <button type="button" className="quiet" onClick={onReply}>
            Reply
          </button>
        )}
      </footer>
      {children}
    </article>
  );
}
