import { can } from '../../../domain/panel/policy.js';
import type { IntentBodies, IntentType } from '../../../domain/panel/intents.js';
import type { Actor } from '../../../domain/panel/roles.js';
import type { RecordState } from '../../../domain/panel/state.js';
import type { PanelShown, PanelStore } from '../../connection/panel-store.js';
import { refusalText } from '../../parts/refusal-text.js';
import { toast } from '../../ui/toasts.js';

type Body<K extends IntentType> = Omit<IntentBodies[K], 'intentId' | 'panelId'>;

/** What every part of the console is given. */
export interface Host {
  readonly panelId: string;
  readonly record: RecordState;
  readonly shown: PanelShown;
  readonly store: PanelStore;
  /** Nothing can be done while it is false; what is typed stays. */
  readonly isLive: boolean;
  /** As far as role and phase go. */
  may(action: IntentType): boolean;
  /** Whether it is so now; a refusal is shown. */
  act<K extends IntentType>(type: K, body: Body<K>): Promise<boolean>;
}

export function hostOf(shown: PanelShown, store: PanelStore, record: RecordState): Host {
  const actor = actorOf(shown);

  return {
    panelId: store.panelId,
    record,
    shown,
    store,
    isLive: shown.connection === 'live',
    may: (action) => can(actor, action, { record }),
    act: async (type, body) => {
      const reply = await store.intend(type, body);
      if (reply.ok || reply.refusal.code === 'already-so') return true;
      toast({ id: `refused-${type}`, text: refusalText(reply.refusal), tone: 'harm' });
      return false;
    },
  };
}

export function actorOf({ you }: Pick<PanelShown, 'you'>): Actor {
  return { seat: you?.seat ?? null, roles: you?.roles ?? [] };
}

/** Says what was done and for a while offers to take it back. */
export function say(text: string, undo?: { readonly label: string; readonly run: () => void }): void {
  toast({ id: 'host-done', text, ...(undo ? { action: undo, lasts: 10_000 } : {}) });
}
