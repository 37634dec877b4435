import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../../domain/panel/state.js';
import { refusalText } from '../../parts/refusal-text.js';
import { toast } from '../../ui/toasts.js';
import { goTo } from './address.js';
import type { Acts, Asked, Here } from './here.js';
import type { Way } from './use-way.js';

export interface Wishes {
  readonly reply: (contribution: Contribution) => void;
  readonly ask: (asked: Asked) => void;
  readonly leavePane: () => void;
}

/** The same object for ever, so that cards need not be drawn again for it. */
export function useActs(here: Here, way: Way, wishes: Wishes): Acts {
  const { t } = useTranslation();
  const latest = useRef({ way, wishes, undo: t('undo') });
  useEffect(() => {
    latest.current = { way, wishes, undo: t('undo') };
  });
  const { panelId, store } = here;

  return useMemo<Acts>(
    () => ({
      panelId,
      reply: (contribution) => latest.current.wishes.reply(contribution),
      ask: (asked) => latest.current.wishes.ask(asked),
      show: (id) => {
        latest.current.wishes.leavePane();
        latest.current.way.reveal(id, true);
      },
      openExchange: (id) => goTo({ thread: latest.current.way.thread?.id ?? null, exchange: id, marked: null }),
      act: (type, body, said) => {
        void store.intend(type, body).then((reply) => {
          if (!reply.ok) return toast({ id: 'refused', text: refusalText(reply.refusal), tone: 'harm' });
          if (!said) return;
          const action = said.undo && { label: latest.current.undo, run: said.undo };
          toast({ id: 'done', text: said.text, ...(action ? { action, lasts: 10_000 } : {}) });
        });
      },
    }),
    [panelId, store],
  );
}
