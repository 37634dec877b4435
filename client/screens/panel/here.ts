import { createContext, useContext } from 'react';
import type { Contribution, RecordState } from '../../../domain/panel/state.js';
import type { IntentBodies, IntentType } from '../../../domain/panel/intents.js';
import { can, isOnlyParticipant } from '../../../domain/panel/policy.js';
import type { Actor } from '../../../domain/panel/roles.js';
import type { PanelShown, PanelStore } from '../../connection/panel-store.js';
import type { ReadingLog } from './stream/reading-log.js';

/** The panel as this reader has it before them. */
export interface Here {
  readonly panelId: string;
  readonly shown: PanelShown;
  readonly record: RecordState;
  readonly store: PanelStore;
  readonly log: ReadingLog;
  readonly may: May;
}

const ASKED = [
  'submit',
  'proposeThread',
  'castVote',
  'redact',
  'pose',
  'unpose',
  'pin',
  'unpin',
  'markAnswered',
  'reopenQuestion',
  'answer',
  'render',
] as const satisfies readonly IntentType[];

/** What this reader may do here now. */
export type May = Readonly<Record<(typeof ASKED)[number], boolean>> & { readonly isSlowed: boolean };

export function mayDo(actor: Actor, record: RecordState): May {
  const each = Object.fromEntries(ASKED.map((action) => [action, can(actor, action, { record })]));
  return { ...(each as Record<(typeof ASKED)[number], boolean>), isSlowed: isOnlyParticipant(actor) };
}

/** A form that one opens on a contribution. */
export interface Asked {
  readonly kind: 'redact' | 'render' | 'answer';
  readonly contribution: Contribution;
}

/** What cards may ask of the screen around them; stays the same while entries come in. */
export interface Acts {
  readonly panelId: string;
  reply(contribution: Contribution): void;
  /** Leads to it wherever it stands, and marks it. */
  show(contributionId: string): void;
  openExchange(contributionId: string): void;
  ask(asked: Asked): void;
  /** Sends an intent and says so where it is refused; `undo` is offered for a while. */
  act<K extends IntentType>(
    type: K,
    body: Omit<IntentBodies[K], 'intentId' | 'panelId'>,
    said?: { readonly text: string; readonly undo?: () => void },
  ): void;
}

const ActsContext = createContext<Acts | null>(null);
export const ActsProvider = ActsContext.Provider;

export function useActsHere(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('Only within a panel.');
  return acts;
}
