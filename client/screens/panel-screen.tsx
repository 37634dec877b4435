import { useState } from 'react';
import { POLICY } from '../../domain/panel/policy.js';
import type { RecordState, Thread } from '../../domain/panel/state.js';
import type { PanelShown } from '../connection/panel-store.js';
import { usePanel } from '../connection/use-panel.js';
import { Link } from '../router.js';
import { ConnectionMark } from '../ui/connection-mark.js';
import { Notice } from '../ui/notice.js';
import { Time } from '../ui/time.js';
import { Composer } from './composer.js';
import { MineList } from './mine-list.js';
import { SpeakHere } from './speak-here.js';
import { PosedList } from './posed-list.js';
import { ThreadStream } from './thread-stream.js';
import { counted, PHASES } from './words.js';

/** One panel, followed live or read to its end. */
export function PanelScreen({ panelId }: { readonly panelId: string }) {
  const [shown, store] = usePanel(panelId);
  const [chosen, choose] = useState<string | null>(null);
  const [replyTo, setReplyTo] = useState<string | null>(null);
  const { record, refusal, people, mine } = shown;

  if (refusal) return <Unreadable sentence={refusal.message} />;
  if (!record) {
    return (
      <section className="page">
        <ConnectionMark state={shown.connection} />
      </section>
    );
  }

  const threads = [...record.threads.values()].sort((a, b) => a.seq - b.seq);
  const thread = threads.find(({ id }) => id === chosen) ?? liveliest(threads);
  const parent = replyTo === null ? undefined : record.contributions.get(replyTo);
  const maySubmit = mayNow(shown, record, 'submit');

  return (
    <section className="panel">
      <PanelHead shown={shown} record={record} onReadWhole={() => void store.readWhole()} />
      <PosedList record={record} people={people} />
      {threads.length > 1 && <ThreadChoice threads={threads} chosen={thread?.id} onChoose={choose} />}
      {thread ? (
        <ThreadStream
          key={thread.id}
          record={record}
          thread={thread}
          people={people}
          onReply={maySubmit && !thread.closed ? setReplyTo : undefined}
        />
      ) : (
        <p className="empty">Nothing has been said yet. Contributions appear here as soon as they are published.</p>
      )}
      {maySubmit && thread && !thread.closed && (
        <Composer
          store={store}
          threadId={thread.id}
          languages={record.languages}
          replyTo={parent?.threadId === thread.id && parent.words ? { id: parent.id, text: parent.words.text } : null}
          onForgetReply={() => setReplyTo(null)}
        />
      )}
      {record.phase === 'open' && shown.you?.seat === null && <SpeakHere panelId={panelId} />}
      {mine && mine.items.length > 0 && <MineList items={mine.items} />}
    </section>
  );
}

interface PanelHeadProps {
  readonly shown: PanelShown;
  readonly record: RecordState;
  readonly onReadWhole: () => void;
}

function PanelHead({ shown, record, onReadWhole }: PanelHeadProps) {
  const { connection, here, complete } = shown;

  return (
    <header className="panel-head">
      <h1 dir="auto">{record.title}</h1>
      {record.description && <p dir="auto">{record.description}</p>}
      <p className="facts">
        <span className={`phase ${record.phase}`}>{PHASES[record.phase]}</span>
        {record.openedAt !== null && (
          <span>
            opened <Time at={record.openedAt} />
          </span>
        )}
        {record.closedAt !== null && (
          <span>
            closed <Time at={record.closedAt} />
          </span>
        )}
        <span data-published={record.published}>{counted(record.published, 'contribution', 'contributions')}</span>
        {here !== null && <span>{counted(here, 'reader', 'readers')} here</span>}
        <ConnectionMark state={connection} />
      </p>
      {record.phase === 'paused' && (
        <Notice tone="now">Paused{record.pauseReason ? `: ${record.pauseReason}` : '.'}</Notice>
      )}
      {connection === 'ended' && (
        <Notice tone="harm">
          Your sign-in ended or your role changed. What you wrote stays in this tab.{' '}
          <button type="button" onClick={() => location.reload()}>
            Load again
          </button>
        </Notice>
      )}
      {!complete && (
        <button type="button" className="quiet" onClick={onReadWhole}>
          Earlier contributions are not loaded. Load them all
        </button>
      )}
    </header>
  );
}

interface ThreadChoiceProps {
  readonly threads: readonly Thread[];
  readonly chosen: string | undefined;
  readonly onChoose: (threadId: string) => void;
}

function ThreadChoice({ threads, chosen, onChoose }: ThreadChoiceProps) {
  return (
    <nav className="threads" aria-label="Threads">
      {threads.map((thread) => (
        <button
          key={thread.id}
          type="button"
          aria-current={thread.id === chosen ? 'true' : undefined}
          onClick={() => onChoose(thread.id)}
        >
          <bdi lang={thread.lang}>{thread.title}</bdi> <span className="count">{thread.published}</span>
        </button>
      ))}
    </nav>
  );
}

function Unreadable({ sentence }: { readonly sentence: string }) {
  return (
    <section className="page">
      <h1>This panel cannot be shown</h1>
      <Notice tone="harm">{sentence}</Notice>
      <p>
        If you have an invitation link, open it again. <Link to="/">See the panels</Link>
      </p>
    </section>
  );
}

/** The one most was said in; the first of equals. */
function liveliest(threads: readonly Thread[]): Thread | undefined {
  return threads.reduce<Thread | undefined>(
    (best, thread) => (best && best.published >= thread.published ? best : thread),
    undefined,
  );
}

function mayNow({ you }: PanelShown, record: RecordState, intent: 'submit'): boolean {
  const { roles, phases } = POLICY[intent];
  return phases.includes(record.phase) && (you?.roles.some((role) => roles.includes(role)) ?? false);
}
