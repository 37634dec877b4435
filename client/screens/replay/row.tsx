import { CornerDownRight } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution, Thread } from '../../../domain/panel/state.js';
import type { People } from '../../../domain/wire/views.js';
import { ContributionCard } from '../../parts/contribution-card.js';
import { useInto } from './clocks.js';
import { Swatch } from './swatch.js';

export interface ReplayRowProps {
  readonly contribution: Contribution;
  readonly people: People;
  readonly origin: number;
  /** The newest, or the one that was gone to. */
  readonly isNow: boolean;
  readonly depth: number;
  readonly thread: Thread | undefined;
  /** Its place among the threads; null where only one is shown. */
  readonly threadIndex: number | null;
  /** What it answers, where that does not stand right above. */
  readonly parent: Contribution | undefined;
  readonly standing: 'posed' | 'answered' | 'answers' | null;
  readonly showsTally: boolean;
  readonly onGoTo: (contributionId: string) => void;
}

/** Deeper replies stay at this indent and say what they answer. */
export const DEEPEST = 2;

/** One contribution as it was at this moment. */
export const ReplayRow = memo(function ReplayRow(props: ReplayRowProps) {
  const { contribution, people, origin, isNow, depth, thread, threadIndex, parent, standing, onGoTo } = props;
  const { t } = useTranslation(['replay', 'common']);
  const into = useInto();
  const at = into(contribution.at - origin);
  const goTo = (
    <button
      type="button"
      className="moment"
      aria-label={t('go-to-moment', { into: at })}
      onClick={() => onGoTo(contribution.id)}
    >
      <bdi>{at}</bdi>
    </button>
  );

  return (
    <div className={`replay-row ${isNow ? 'now' : ''}`} data-depth={Math.min(depth, DEEPEST)}>
      {threadIndex !== null && thread && <ThreadChip thread={thread} index={threadIndex} />}
      {parent && <ReplyLine parent={parent} people={people} />}
      <ContributionCard
        contribution={contribution}
        people={people}
        time={goTo}
        marks={standing && <span className={`standing is-${standing}`}>{t(`standing-${standing}`)}</span>}
        note={<Tally contribution={contribution} isShown={props.showsTally} />}
      />
    </div>
  );
});

function ThreadChip({ thread, index }: { readonly thread: Thread; readonly index: number }) {
  return (
    <p className="thread-chip">
      <Swatch index={index} />
      <bdi lang={thread.lang}>{thread.title}</bdi>
    </p>
  );
}

function ReplyLine({ parent, people }: { readonly parent: Contribution; readonly people: People }) {
  const { t } = useTranslation(['replay', 'common']);
  const { words } = parent;
  const name = words?.author ? (people[words.author]?.name ?? t('common:somebody')) : '';

  return (
    <p className="reply-line">
      <CornerDownRight aria-hidden size="1em" className="mirrors" />
      <span>
        {words ? (
          <>
            {t('in-reply')} {name && <bdi className="to">{name}</bdi>}{' '}
            <bdi lang={words.lang}>{words.text.slice(0, 140)}</bdi>
          </>
        ) : (
          t('in-reply-gone')
        )}
      </span>
    </p>
  );
}

function Tally({ contribution, isShown }: { readonly contribution: Contribution; readonly isShown: boolean }) {
  const { t } = useTranslation(['replay', 'common']);
  const { tally } = contribution;
  if (!tally || !isShown) return null;
  return (
    <span className="tally">
      <span>{t('agree', { count: tally.agree })}</span>
      <span>{t('pass', { count: tally.pass })}</span>
      <span>{t('disagree', { count: tally.disagree })}</span>
    </span>
  );
}
