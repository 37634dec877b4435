import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VList, type VListHandle } from 'virtua';
import type { RecordState } from '../../../domain/panel/state.js';
import type { People } from '../../../domain/wire/views.js';
import type { Filter } from '../../connection/replay-stops.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/waiting.js';
import { idOf, type Line, type Lines } from './lines.js';
import { DEEPEST, ReplayRow, type ReplayRowProps } from './row.js';
import { SpeechRow } from './speech-row.js';
import { Swatch } from './swatch.js';

export interface StreamProps extends Lines {
  readonly record: RecordState;
  readonly people: People;
  readonly origin: number;
  readonly item: string | null;
  readonly isExact: boolean;
  readonly filter: Filter;
  readonly isFiltered: boolean;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly showsTally: boolean;
  readonly onGoTo: (contributionId: string) => void;
}

/** Everything said up to this moment. It follows the newest until the reader scrolls away from it. */
export function Stream(props: StreamProps) {
  const { lines, record, newest, item, isExact, filter, isFiltered } = props;
  const { t } = useTranslation('replay');
  const list = useRef<VListHandle>(null);
  const frame = useRef<HTMLElement>(null);
  const height = useHeight(frame);
  const follow = useFollowing(list, { lines, target: item ?? newest, filter, height });
  const standings = useStandings(record);

  return (
    <section ref={frame} className="stream" aria-label={t('stream')}>
      {!isExact && <p className="earlier">{t('earlier-loading')}</p>}
      {lines.length === 0 ? (
        <Empty title={t(isFiltered ? 'nothing-found' : 'nothing-yet')}>
          <p>{t(isFiltered ? 'nothing-found-hint' : 'nothing-yet-hint')}</p>
        </Empty>
      ) : (
        <VList ref={list} className="lines" data={lines} tabIndex={0} {...follow.listeners}>
          {(line: Line, i) => <OneLine key={keyOf(line, i)} line={line} {...props} standings={standings} />}
        </VList>
      )}
      {!follow.isOn && lines.length > 0 && (
        <Button className="pill" icon={ArrowDown} onPress={follow.resume}>
          {t('follow')}
        </Button>
      )}
    </section>
  );
}

type Standings = ReadonlyMap<string, ReplayRowProps['standing']>;

function OneLine({ line, standings, ...props }: StreamProps & { readonly line: Line; readonly standings: Standings }) {
  const { record, people, origin, item, newest, indexOf, showsTally, onGoTo } = props;
  const id = idOf(line);
  if ('speech' in line && line.speech) {
    return (
      <SpeechRow stop={line} speech={line.speech} {...{ record, people, origin }} isNow={id === (item ?? newest)} />
    );
  }
  if (id === null) {
    return 'threadId' in line && <ThreadHead threadId={line.threadId ?? ''} record={record} indexOf={indexOf} />;
  }

  const contribution = record.contributions.get(id);
  if (!contribution) return null;
  const isTree = 'depth' in line;
  const depth = isTree ? line.depth : 0;
  const showsParent = contribution.parentId !== null && (!isTree || depth > DEEPEST);
  return (
    <ReplayRow
      contribution={contribution}
      thread={record.threads.get(contribution.threadId)}
      threadIndex={isTree || indexOf.size < 2 ? null : (indexOf.get(contribution.threadId) ?? 0)}
      parent={showsParent ? record.contributions.get(contribution.parentId ?? '') : undefined}
      isNow={id === (item ?? newest)}
      standing={standings.get(id) ?? null}
      {...{ people, origin, depth, showsTally, onGoTo }}
    />
  );
}

interface ThreadHeadProps {
  readonly threadId: string;
  readonly record: RecordState;
  readonly indexOf: ReadonlyMap<string, number>;
}

function ThreadHead({ threadId, record, indexOf }: ThreadHeadProps) {
  const thread = record.threads.get(threadId);
  return (
    <h2 className="thread-head">
      <Swatch index={indexOf.get(threadId) ?? 0} />
      <bdi lang={thread?.lang}>{thread?.title}</bdi>
    </h2>
  );
}

function keyOf(line: Line, i: number): string {
  return idOf(line) ?? ('threadId' in line ? `thread-${line.threadId}` : String(i));
}

function useStandings({ posed }: RecordState): Standings {
  return useMemo(() => {
    const standings = new Map<string, ReplayRowProps['standing']>();
    for (const { contributionId, answered, answers } of posed) {
      standings.set(contributionId, answered ? 'answered' : 'posed');
      for (const { answerId } of answers) if (answerId !== null) standings.set(answerId, 'answers');
    }
    return standings;
  }, [posed]);
}

/** Nearer to the end than this is at the end. */
const NEAR_PX = 96;

interface Followed {
  readonly lines: readonly Line[];
  readonly target: string | null;
  /** With another one, the reader is where they were in nothing that is still there. */
  readonly filter: Filter;
  readonly height: number;
}

function useFollowing(list: React.RefObject<VListHandle | null>, { lines, target, filter, height }: Followed) {
  const [isOn, setOn] = useState(true);
  const [followed, setFollowed] = useState(filter);
  if (followed !== filter) {
    setFollowed(filter);
    setOn(true);
  }
  const moved = useRef(false);
  const isAtEnd = target === null || idOf(lines.at(-1) ?? { threadId: '' }) === target;

  useEffect(() => {
    if (!isOn || target === null || !list.current) return;
    const index = isAtEnd ? lines.length - 1 : lines.findLastIndex((line) => idOf(line) === target);
    if (index >= 0) list.current.scrollToIndex(index, { align: isAtEnd ? 'end' : 'nearest' });
    // Where it grows lower, what stood at its end would be covered.
  }, [list, lines, target, isAtEnd, isOn, height]);

  const byReader = () => void (moved.current = true);
  return {
    isOn,
    resume: () => setOn(true),
    listeners: {
      onWheel: byReader,
      onTouchMove: byReader,
      onPointerDown: byReader,
      onKeyDown: byReader,
      onScroll: () => {
        if (!list.current || !moved.current) return;
        const { scrollOffset, scrollSize, viewportSize } = list.current;
        setOn(scrollOffset + viewportSize > scrollSize - NEAR_PX);
      },
      onScrollEnd: () => void (moved.current = false),
    },
  };
}

function useHeight(frame: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(([entry]) => setHeight(Math.round(entry?.contentRect.height ?? 0)));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [frame]);
  return height;
}
