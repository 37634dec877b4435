import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution, Thread } from '../../../domain/panel/state.js';
import { useSession } from '../../connection/use-session.js';
import { ConnectionBar } from '../../parts/connection-bar.js';
import { Dialog } from '../../ui/dialog.js';
import { Late } from '../../ui/late.js';
import { Later } from '../../ui/later.js';
import { BottomBar, type Pane } from './bottom-bar.js';
import { useDraft } from './compose/use-draft.js';
import { WriteHere } from './compose/write-here.js';
import { FloorPart } from './floor/floor-part.js';
import type { AskedFormProps } from './forms/asked-form.js';
import { ActsProvider, type Asked, type Here } from './here.js';
import { isOver } from './is-over.js';
import type { KeysHelpProps } from './keys-help.js';
import { LatestMine } from './now/latest-mine.js';
import { NowColumn, Voting } from './now/now-column.js';
import { PanelHead } from './panel-head.js';
import { PhaseNotice } from './phase-notice.js';
import { StreamColumn } from './stream/stream-column.js';
import { ThreadsColumn, unreadOf } from './threads/threads-column.js';
import { useActs } from './use-acts.js';
import { useHere, type PanelProps } from './use-here.js';
import { useMedia } from './use-media.js';
import { useArrivals, useMineNews } from './use-news.js';
import { useOpenToAll } from './use-open-to-all.js';
import { usePanelKeys } from './use-panel-keys.js';
import { useWay } from './use-way.js';

const MineList = lazy(async () => ({ default: (await import('./now/mine-list.js')).MineList }));

const askedForm = new Later<AskedFormProps>(async () => (await import('./forms/asked-form.js')).AskedForm);
const keysHelp = new Later<KeysHelpProps>(async () => (await import('./keys-help.js')).KeysHelp);

export function PanelLive(props: PanelProps) {
  const { panelId, shown, record } = props;
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { session } = useSession();
  const here = useHere(props);
  const way = useWay(here);
  const { thread, threads, address } = way;
  const held = useDraft(session?.personId ?? shown.you?.seat ?? 'reader', `panels/${panelId}/${thread?.id ?? ''}`);
  const isPhone = useMedia('(width < 700px)');
  const isOpenToAll = useOpenToAll(panelId, shown.you?.seat === null);
  const [pane, setPane] = useState<Pane | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isHelping, setIsHelping] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const mine = useRef<HTMLDivElement>(null);

  const write = () => {
    if (isPhone) setIsWriting(true);
    else input.current?.focus();
  };
  const reply = ({ id }: Contribution) => {
    held.change({ parentId: id });
    write();
  };
  const leavePane = () => setPane(null);
  const endAsking = () => setAsked(null);
  const endHelping = () => setIsHelping(false);
  const acts = useActs(here, way, { reply, ask: setAsked, leavePane });
  usePanelKeys({ here, way, acts, onWrite: write, onHelp: () => setIsHelping(true), onEscape: leavePane });
  useArrivals(record);
  const showMine = () => {
    setPane('mine');
    mine.current?.scrollIntoView({ block: 'start' });
  };
  useMineNews(shown.mine, (id, news) => (news === 'published' ? acts.show(id) : showMine()));

  const isCovered = isPhone && pane !== null;
  const hasWriting = !isOver(record.phase);
  const writeHere = { here, thread, held, input, isOpenToAll };
  return (
    <ActsProvider value={acts}>
      <div className="panel" data-pane={pane ?? 'stream'} data-phase={record.phase}>
        {record.phase !== 'archived' && <ConnectionBar state={shown.connection} />}
        <PanelHead here={here} onKeys={() => setIsHelping(true)} />
        <PhaseNotice here={here} />
        <div className="panel-columns">
          <div className="column threads-column">
            <ThreadsColumn
              here={here}
              threads={threads}
              chosen={thread?.id ?? null}
              onChoose={(id) => {
                way.choose(id);
                leavePane();
              }}
            />
          </div>
          <div className="column stream-column" inert={isCovered}>
            <StreamColumn {...{ here, threads, thread, address }} handle={way.stream} />
            {!isPhone && hasWriting && (
              <div className="dock">
                <LatestMine here={here} onShow={() => mine.current?.scrollIntoView({ block: 'nearest' })} />
                <WriteHere {...writeHere} />
              </div>
            )}
          </div>
          <aside className="column side-column" aria-label={t('now')}>
            <div className="pane-now">
              <FloorPart here={here} />
              <Voting here={here} />
            </div>
            <div className="pane-mine" ref={mine}>
              <Suspense fallback={null}>
                <MineList here={here} />
              </Suspense>
            </div>
            <div className="pane-now">
              <NowColumn here={here} />
            </div>
          </aside>
        </div>
        {isPhone && (
          <BottomBar
            pane={pane}
            counts={countsOf(here, threads)}
            mayWrite={hasWriting}
            onPane={setPane}
            onWrite={() => setIsWriting(true)}
          />
        )}
      </div>
      <Dialog
        isOpen={isPhone && isWriting}
        onClose={() => setIsWriting(false)}
        title={t('write')}
        closeLabel={common('close')}
        kind="sheet"
      >
        <WriteHere
          {...writeHere}
          onSent={() => {
            setIsWriting(false);
            setPane('mine');
          }}
        />
      </Dialog>
      <Late
        later={askedForm}
        props={{ here, asked, onDone: endAsking }}
        isWanted={asked !== null}
        onLeave={endAsking}
      />
      <Late
        later={keysHelp}
        props={{ isOpen: isHelping, onClose: endHelping }}
        isWanted={isHelping}
        onLeave={endHelping}
      />
    </ActsProvider>
  );
}

function countsOf(here: Here, threads: readonly Thread[]) {
  const { shown, record } = here;
  const backWithMe = shown.mine?.items.filter(({ standing }) => standing === 'revise').length ?? 0;
  return {
    threads: threads.reduce((sum, thread) => sum + unreadOf(thread, here), 0),
    now: isOver(record.phase) ? 0 : record.posed.filter(({ answered }) => !answered).length,
    mine: backWithMe + shown.outbox.filter(({ state }) => state === 'refused').length,
  };
}
