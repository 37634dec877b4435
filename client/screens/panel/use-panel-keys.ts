import { useTranslation } from 'react-i18next';
import { toast } from '../../ui/toasts.js';
import { useKeys } from '../../ui/use-keys.js';
import type { Acts, Here } from './here.js';
import type { Way } from './use-way.js';

export interface PanelKeys {
  readonly here: Here;
  readonly way: Way;
  readonly acts: Acts;
  readonly onWrite: () => void;
  readonly onHelp: () => void;
  readonly onEscape: () => void;
}

export function usePanelKeys({ here, way, acts, onWrite, onHelp, onEscape }: PanelKeys): void {
  const { t } = useTranslation('panel');
  useKeys({
    j: () => way.stream.current?.step(1),
    k: () => way.stream.current?.step(-1),
    z: () => {
      if (!toNextUnread(here, way)) toast({ id: 'unread', text: t('nothing-unread') });
    },
    r: () => {
      const contribution = here.record.contributions.get(way.stream.current?.current() ?? '');
      if (contribution?.words && here.may.submit) acts.reply(contribution);
    },
    w: onWrite,
    '?': onHelp,
    Escape: onEscape,
  });
}

/** In this thread after the one in use, then from its beginning, then in the next thread that has some. */
function toNextUnread({ log, shown }: Here, { threads, thread, stream, choose, reveal }: Way): boolean {
  if (!thread) return false;
  const rows = shown.rowsOf(thread.id);
  const from = rows.findIndex(({ id }) => id === stream.current?.current());
  const isUnread = (row: (typeof rows)[number]) => log.isUnread(thread.id, row);
  const next = rows.find((row, i) => i > from && isUnread(row)) ?? rows.find(isUnread);
  if (next && log.hasBegun(thread.id)) {
    log.see(thread.id, rows, [next]);
    return reveal(next.id, false);
  }

  const at = threads.indexOf(thread);
  const others = [...threads.slice(at + 1), ...threads.slice(0, at)];
  const other = others.find(({ id, published }) =>
    log.hasBegun(id) ? log.unread(id, shown.rowsOf(id)) > 0 : published > 0,
  );
  if (!other) return false;
  choose(other.id);
  return true;
}
