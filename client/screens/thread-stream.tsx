import { useMemo, useState, type ReactNode } from 'react';
import type { Contribution, RecordState, Thread } from '../../domain/panel/state.js';
import type { People } from '../../domain/wire/views.js';
import { ContributionCard } from '../ui/contribution-card.js';
import { exchangeOf, type Exchange } from './exchange.js';
import { Written } from './written.js';

export interface ThreadStreamProps {
  readonly record: RecordState;
  readonly thread: Thread;
  readonly people: People;
  /** undefined: nobody can reply here now. */
  readonly onReply: ((contributionId: string) => void) | undefined;
}

/** A page must stay readable and quick with 100,000 entries: the latest are drawn, the earlier ones on request. */
const AT_ONCE = 100;
/** Deeper replies stay at this indent. */
const DEEPEST = 2;

export function ThreadStream({ record, thread, people, onReply }: ThreadStreamProps) {
  const [drawn, setDrawn] = useState(AT_ONCE);
  const { contributions } = record;
  const exchange = useMemo(() => exchangeOf({ contributions }, thread.id), [contributions, thread.id]);
  const earlier = Math.max(0, exchange.roots.length - drawn);

  return (
    <section className="stream" role="log" aria-label={thread.title}>
      <h2>
        <bdi lang={thread.lang}>{thread.title}</bdi>
        {thread.closed && <small> closed</small>}
      </h2>
      {earlier > 0 && (
        <button type="button" className="quiet" onClick={() => setDrawn(drawn + AT_ONCE)}>
          Show {Math.min(AT_ONCE, earlier)} of {earlier} earlier
        </button>
      )}
      {exchange.roots.length === 0 && <p className="empty">Nothing is published in this thread yet.</p>}
      {exchange.roots.slice(earlier).map((root) => (
        <Branch key={root.id} contribution={root} depth={0} {...{ record, people, exchange, onReply }} />
      ))}
    </section>
  );
}

interface BranchProps extends Omit<ThreadStreamProps, 'thread'> {
  readonly contribution: Contribution;
  readonly exchange: Exchange;
  readonly depth: number;
}

function Branch({ contribution, depth, ...rest }: BranchProps) {
  const { people, exchange, onReply } = rest;
  const { id, kind, at, words, renderings } = contribution;
  const below = exchange.repliesTo(id);
  const replies = below.map((reply) => <Branch key={reply.id} contribution={reply} depth={depth + 1} {...rest} />);

  const card = (inside: ReactNode) => (
    <ContributionCard
      author={words ? (people[words.author]?.name ?? 'Somebody') : ''}
      kind={kind}
      at={at}
      words={words && { text: <Written text={words.text} />, lang: words.lang }}
      renderings={Object.entries(renderings).map(([lang, { text }]) => ({ lang, text: <Written text={text} /> }))}
      onReply={onReply && words ? () => onReply(id) : undefined}
    >
      {inside}
    </ContributionCard>
  );
  if (below.length === 0) return card(null);
  if (depth < DEEPEST) return card(<div className="replies">{replies}</div>);
  return (
    <>
      {card(null)}
      {replies}
    </>
  );
}
