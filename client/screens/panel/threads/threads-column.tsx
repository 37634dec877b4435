import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../../domain/panel/state.js';
import { Written } from '../../../parts/written.js';
import { Empty } from '../../../ui/waiting.js';
import type { Here } from '../here.js';
import { ProposeThread } from './propose-thread.js';
import { ThreadHue } from './thread-hue.js';

export interface ThreadsColumnProps {
  readonly here: Here;
  readonly threads: readonly Thread[];
  readonly chosen: string | null;
  readonly onChoose: (threadId: string) => void;
}

export function ThreadsColumn({ here, threads, chosen, onChoose }: ThreadsColumnProps) {
  const { t } = useTranslation('panel');
  const { shown } = here;

  return (
    <nav className="threads" aria-label={t('threads')}>
      <h2>{t('threads')}</h2>
      {threads.length === 0 && (
        <Empty title={t('no-threads')}>
          <p>{t('no-threads-hint')}</p>
        </Empty>
      )}
      <ul>
        {threads.map((thread, index) => (
          <ThreadButton
            key={thread.id}
            thread={thread}
            index={index}
            isChosen={thread.id === chosen}
            unread={unreadOf(thread, here)}
            opener={thread.author === null ? null : (shown.people[thread.author]?.name ?? null)}
            onChoose={onChoose}
          />
        ))}
      </ul>
      <ProposeThread here={here} />
    </nav>
  );
}

/** Of a thread somebody never opened, all is unread, also what is not loaded. */
export function unreadOf(thread: Thread, { log, shown }: Pick<Here, 'log' | 'shown'>): number {
  return log.hasBegun(thread.id) ? log.unread(thread.id, shown.rowsOf(thread.id)) : thread.published;
}

interface ThreadButtonProps {
  readonly thread: Thread;
  readonly index: number;
  readonly isChosen: boolean;
  readonly unread: number;
  readonly opener: string | null;
  readonly onChoose: (threadId: string) => void;
}

const ThreadButton = memo(function ThreadButton(props: ThreadButtonProps) {
  const { thread, index, isChosen, unread, opener, onChoose } = props;
  const { t } = useTranslation('panel');

  return (
    <li>
      <button
        type="button"
        className="thread"
        data-thread={thread.id}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(thread.id)}
      >
        <ThreadHue index={index} />
        <span className="thread-words">
          <span className="thread-title">
            <bdi lang={thread.lang}>
              <Written text={thread.title} />
            </bdi>
          </span>
          <small>
            {thread.closed && (
              <>
                <Lock aria-hidden size="1em" /> {t('thread-closed')} ·{' '}
              </>
            )}
            {opener === null ? (
              t('thread-count', { count: thread.published })
            ) : (
              <bdi>{t('opened-by', { name: opener })}</bdi>
            )}
          </small>
        </span>
        {unread > 0 && (
          <span className="badge" data-unread={unread}>
            <span aria-hidden>{t('number', { n: unread })}</span>
            <span className="unseen">{t('unread', { count: unread })}</span>
          </span>
        )}
      </button>
    </li>
  );
});
