import { ArrowLeft } from 'lucide-react';
import { useMemo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../../domain/panel/state.js';
import { Written } from '../../../parts/written.js';
import { useSettings } from '../../../settings/settings.js';
import { Button } from '../../../ui/button.js';
import { Empty, Progress } from '../../../ui/waiting.js';
import { goTo, type Address } from '../address.js';
import type { Here } from '../here.js';
import { ThreadHue } from '../threads/thread-hue.js';
import { BeforePanel } from './before-panel.js';
import { exchangeOf } from './items.js';
import { Pinned } from './pinned.js';
import { PlainList } from './plain-list.js';
import { StreamList, type StreamHandle } from './stream-list.js';

export interface StreamColumnProps {
  readonly here: Here;
  readonly threads: readonly Thread[];
  readonly thread: Thread | null;
  readonly address: Address;
  readonly handle: Ref<StreamHandle>;
}

export function StreamColumn({ here, threads, thread, address, handle }: StreamColumnProps) {
  const { shown } = here;
  return (
    <>
      <BeforePanel here={here} />
      {thread && <StreamHead here={here} thread={thread} index={threads.indexOf(thread)} exchange={address.exchange} />}
      {shown.earlier !== 'none' && <Earlier here={here} />}
      {thread ? <OfThread here={here} thread={thread} address={address} handle={handle} /> : <NoThreads here={here} />}
    </>
  );
}

interface StreamHeadProps {
  readonly here: Here;
  readonly thread: Thread;
  readonly index: number;
  readonly exchange: string | null;
}

function StreamHead({ here, thread, index, exchange }: StreamHeadProps) {
  const { t } = useTranslation('panel');
  const back = () => goTo({ thread: thread.id, exchange: null, marked: exchange });
  return (
    <header className="stream-head">
      <ThreadHue index={index} />
      <h2 lang={thread.lang} dir="auto">
        <Written text={thread.title} />
      </h2>
      {thread.closed && <span className="thread-closed">{t('thread-closed')}</span>}
      {!exchange && <Pinned here={here} />}
      {exchange && (
        <Button look="quiet" icon={ArrowLeft} className="back" onPress={back}>
          {t('whole-thread')}
        </Button>
      )}
    </header>
  );
}

function OfThread({
  here,
  thread,
  address,
  handle,
}: Omit<StreamColumnProps, 'threads' | 'thread'> & { thread: Thread }) {
  const { t } = useTranslation('panel');
  const { textOnly } = useSettings();
  const { shown, record, may } = here;
  const all = shown.rowsOf(thread.id);
  const { exchange } = address;
  const rows = useMemo(() => (exchange ? exchangeOf(all, exchange) : all), [all, exchange]);
  if (rows.length === 0) {
    return (
      <div className="stream-scroller">
        <Empty title={t('empty-thread')}>
          <p>{t(record.phase === 'open' && !thread.closed ? 'empty-thread-open' : 'empty-thread-hint')}</p>
        </Empty>
      </div>
    );
  }

  const List = textOnly ? PlainList : StreamList;
  return (
    <List
      key={`${thread.id}/${exchange ?? ''}`}
      here={here}
      threadId={thread.id}
      rows={rows}
      marked={address.marked}
      mayReply={may.submit && !thread.closed}
      isExchange={exchange !== null}
      handle={handle}
    />
  );
}

function NoThreads({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  return (
    <div className="stream-scroller">
      <Empty title={t('no-threads')}>
        <p>{t(here.may.proposeThread ? 'no-threads-propose' : 'no-threads-hint')}</p>
      </Empty>
    </div>
  );
}

function Earlier({ here: { shown, record, store } }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { loading } = shown;
  if (loading) {
    return (
      <div className="earlier">
        <Progress label={t('earlier-loading')} value={loading.read} of={loading.of} />
      </div>
    );
  }
  const count = Math.max(0, record.published - record.contributions.size);
  return (
    <div className="earlier">
      <span>{t('earlier-hint')}</span>
      <Button look="quiet" isBusy={shown.earlier === 'loading'} onPress={() => void store.loadWhole()}>
        {count > 0 ? t('earlier-load', { count }) : t('earlier-load-all')}
      </Button>
    </div>
  );
}
