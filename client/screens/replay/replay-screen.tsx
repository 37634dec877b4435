import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RecordState, Thread } from '../../../domain/panel/state.js';
import type { Axis } from '../../connection/replay-axis.js';
import type { ReplayShown } from '../../connection/replay-shown.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import type { Moment } from '../../connection/replay-tape.js';
import { useReplay } from '../../connection/use-replay.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchPanel } from '../../parts/sorry.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Empty, Loading } from '../../ui/waiting.js';
import { CopyLink, useCopyLink } from './copy-link.js';
import { Dock } from './dock.js';
import { FilterBar, ReplayHead } from './head.js';
import { Help } from './help.js';
import { linesAt, type View } from './lines.js';
import { BeforeThePanel } from './posed.js';
import { Stream } from './stream.js';
import { ThreadList, ThreadSelect } from './threads.js';
import { useAddress, useOpening } from './use-address.js';
import { useDensities } from './use-densities.js';
import { useMoves, useReplayKeys } from './use-moves.js';
import { useArrival, useSummaries } from './use-summaries.js';
import './replay.css';

/** A panel as it was, growing again. */
export function ReplayScreen({ panelId }: { readonly panelId: string }) {
  const [shown, store] = useReplay(panelId, useOpening());
  const { status, refusal, panel, axis, moment } = shown;
  const { t } = useTranslation('replay');

  if (status === 'refused') {
    if (!refusal || refusal.code === 'no-such-panel') return <NoSuchPanel />;
    return (
      <Page>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <Notice tone="harm">{refusalText(refusal)}</Notice>
      </Page>
    );
  }
  if (status === 'empty' && panel) return <NothingToReplay title={panel.title} panelId={panelId} />;
  if (!axis || !moment || !panel) return <Opening isReached={shown.isReached} />;
  return <Replay {...{ shown, store, axis, moment }} />;
}

interface ReplayProps {
  readonly shown: ReplayShown;
  readonly store: ReplayStore;
  readonly axis: Axis;
  readonly moment: Moment;
}

function Replay({ shown, store, axis, moment }: ReplayProps) {
  const { panel, filter, player, people, item } = shown;
  const { record } = moment;
  const [view, setView] = useView(filter.threadId !== null);
  const [isHelping, setHelping] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const copy = useCopyLink(store);
  const moves = useMoves({ store, copyLink: copy.copy, help: useCallback(() => setHelping(true), []) });
  const densities = useDensities(shown, store.tape);
  const arrival = useArrival(shown);
  useAddress(store);
  useReplayKeys(
    store,
    moves,
    useCallback(() => search.current?.focus(), []),
  );
  useSummaries(store, player.isPlaying);

  const lines = linesAt(store.tape, shown, view);
  const isFiltered = densities.found !== null || shown.isScanning;
  const threads = {
    threads: useThreads(record),
    indexOf: densities.indexOf,
    published: record.published,
    chosen: filter.threadId,
    onChoose: (threadId: string | null) => store.setFilter({ ...filter, threadId }),
  };
  if (!panel) return null;

  return (
    <div className="replay">
      <ReplayHead {...{ panel, record, store, axis }} isExact={moment.isExact} />
      <FilterBar
        words={filter.words}
        onWords={(words) => store.setFilter({ ...filter, words })}
        isTree={view === 'tree'}
        onTree={(isTree) => setView(isTree ? 'tree' : 'flow')}
        inputRef={search}
        found={filter.words.trim() === '' ? null : lines.count}
      >
        <ThreadSelect {...threads} />
      </FilterBar>
      <ThreadList {...threads} />
      <BeforeThePanel record={record} people={people} onGoTo={moves.goTo} />
      <Stream
        {...lines}
        {...{ record, people, item, filter, isFiltered }}
        origin={axis.origin}
        isExact={moment.isExact}
        indexOf={densities.indexOf}
        showsTally={panel.phase === 'closed' || panel.phase === 'archived'}
        onGoTo={moves.goTo}
      />
      <Dock {...{ shown, store, axis, moves, densities }} />
      <p className="unseen" role="status">
        {arrival}
      </p>
      <Help isOpen={isHelping} onClose={() => setHelping(false)} />
      <CopyLink {...copy} />
    </div>
  );
}

/** One thread is read as exchanges, all of them as they came, unless the reader wants it otherwise. */
function useView(isOneThread: boolean): readonly [View, (view: View) => void] {
  const [chosen, choose] = useState<View | null>(null);
  return [chosen ?? (isOneThread ? 'tree' : 'flow'), choose];
}

function useThreads({ threads }: RecordState): readonly Thread[] {
  return useMemo(() => [...threads.values()].sort((a, b) => a.seq - b.seq), [threads]);
}

function Opening({ isReached }: { readonly isReached: boolean }) {
  const { t } = useTranslation(['replay', 'common']);
  return (
    <>
      {!isReached && (
        <Page>
          <Notice tone="harm">{t('common:unreachable')}</Notice>
        </Page>
      )}
      <Loading label={t('opening')} lines={6} />
    </>
  );
}

function NothingToReplay({ title, panelId }: { readonly title: string; readonly panelId: string }) {
  const { t } = useTranslation('replay');
  return (
    <Page>
      <ScreenTitle>{title}</ScreenTitle>
      <Empty title={t('empty-title')}>
        <p>{t('empty-text')}</p>
        <Link href={`/panels/${panelId}`} className="button">
          {t('the-panel')}
        </Link>
      </Empty>
    </Page>
  );
}
