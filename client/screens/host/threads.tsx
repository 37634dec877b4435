import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../domain/panel/limits.js';
import type { Thread } from '../../../domain/panel/state.js';
import { acceptLine } from '../../../domain/text/body.js';
import type { DeskView } from '../../../domain/wire/views.js';
import { nameOf } from '../../parts/languages.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { Empty } from '../../ui/waiting.js';
import { say, type Host } from './host.js';
import { Proposal } from './proposal.js';

export interface ThreadsProps {
  readonly host: Host;
  readonly proposals: DeskView['proposals'];
}

export function Threads({ host, proposals }: ThreadsProps) {
  const { t } = useTranslation(['host', 'common']);
  const threads = [...host.record.threads.values()];

  return (
    <>
      {proposals.length > 0 && (
        <section className="host-block" aria-labelledby="proposals">
          <h2 id="proposals">{t('proposals')}</h2>
          <ul className="host-list">
            {proposals.map((one) => (
              <Proposal key={one.threadId} host={host} proposal={one} />
            ))}
          </ul>
        </section>
      )}
      <section className="host-block" aria-labelledby="threads">
        <h2 id="threads">{t('part-threads')}</h2>
        {threads.length === 0 && (
          <Empty title={t('no-threads')}>
            <p>{t('no-threads-text')}</p>
          </Empty>
        )}
        <ul className="host-list">
          {threads.map((thread) => (
            <OneThread key={thread.id} host={host} thread={thread} />
          ))}
        </ul>
        {host.may('openThread') && <NewThread host={host} />}
      </section>
    </>
  );
}

function OneThread({ host, thread }: { readonly host: Host; readonly thread: Thread }) {
  const { t } = useTranslation(['host', 'common']);
  const [isRenaming, setRenaming] = useState(false);
  const { id: threadId, title, lang, closed, published } = thread;
  const isOff = !host.isLive;

  const close = async () => {
    if (!(await host.act('closeThread', { threadId }))) return;
    say(t('thread-closed', { title }), {
      label: t('thread-reopen'),
      run: () => void host.act('reopenThread', { threadId }),
    });
  };

  return (
    <li className={closed ? 'is-closed' : undefined}>
      <div>
        <p className="host-list-title" lang={lang} dir="auto">
          <Written text={title} />
        </p>
        <p className="hint">
          {t('common:contributions', { count: published })}
          {closed && ` · ${t('closed')}`}
        </p>
      </div>
      {host.may('renameThread') && (
        <div className="row">
          <Button look="quiet" isDisabled={isOff} onPress={() => setRenaming(true)}>
            {t('rename')}
          </Button>
          {closed ? (
            <Button isDisabled={isOff} onPress={() => void host.act('reopenThread', { threadId })}>
              {t('thread-reopen')}
            </Button>
          ) : (
            <Button isDisabled={isOff} onPress={() => void close()}>
              {t('thread-close')}
            </Button>
          )}
        </div>
      )}
      {isRenaming && <RenameDialog host={host} thread={thread} onDone={() => setRenaming(false)} />}
    </li>
  );
}

interface RenameProps {
  readonly host: Host;
  readonly thread: Thread;
  readonly onDone: () => void;
}

function RenameDialog({ host, thread, onDone }: RenameProps) {
  const { t } = useTranslation(['host', 'common']);
  const [title, setTitle] = useState(thread.title);
  const isGood = acceptLine(title, TITLE_MAX).ok;
  const rename = async () => {
    if (title === thread.title || (await host.act('renameThread', { threadId: thread.id, title }))) onDone();
  };

  return (
    <Dialog isOpen onClose={onDone} title={t('rename-title')} closeLabel={t('common:close')}>
      <form
        className="host-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) void rename();
        }}
      >
        <TextField
          label={t('thread-title')}
          value={title}
          onChange={setTitle}
          autoFocus
          error={isGood ? undefined : t('line-error')}
        />
        <div className="dialog-actions">
          <Button look="primary" type="submit" isDisabled={!isGood || !host.isLive}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NewThread({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const { languages } = host.record;
  const [title, setTitle] = useState('');
  const [lang, setLang] = useState(languages[0] ?? '');
  const isGood = title !== '' && acceptLine(title, TITLE_MAX).ok;
  const open = async () => {
    if (await host.act('openThread', { title, ...(lang ? { lang } : {}) })) setTitle('');
  };

  return (
    <form
      className="host-new-thread"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood && host.isLive) void open();
      }}
    >
      <TextField
        label={t('new-thread')}
        value={title}
        onChange={setTitle}
        error={title === '' || isGood ? undefined : t('line-error')}
      />
      {languages.length > 1 && (
        <Select
          label={t('common:language')}
          value={lang}
          onChange={setLang}
          options={languages.map((tag) => ({ value: tag, label: nameOf(tag), lang: tag }))}
        />
      )}
      <Button type="submit" icon={Plus} isDisabled={!isGood || !host.isLive}>
        {t('thread-open')}
      </Button>
    </form>
  );
}
