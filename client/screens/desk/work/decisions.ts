import type { Reply } from '../../../../domain/wire/protocol.js';
import type { DeskStore } from '../../../connection/desk-store.js';

/** What may be done with the item on the table. */
export type Decision =
  | { readonly type: 'publish' }
  | { readonly type: 'decline'; readonly ruleId: string; readonly note: string }
  | { readonly type: 'askToRevise'; readonly ruleId: string | null; readonly note: string }
  | { readonly type: 'escalate'; readonly note: string };

export type Intends = Pick<DeskStore, 'intend' | 'history'>;

export function send(store: Intends, contributionId: string, decision: Decision): Promise<Reply<unknown>> {
  switch (decision.type) {
    case 'publish':
      return store.intend('publish', { contributionId });
    case 'decline': {
      const { ruleId, note } = decision;
      return store.intend('decline', { contributionId, ruleId, ...(note.trim() ? { note } : {}) });
    }
    case 'askToRevise': {
      const { ruleId, note } = decision;
      return store.intend('askToRevise', { contributionId, note, ...(ruleId === null ? {} : { ruleId }) });
    }
    case 'escalate':
      return store.intend('escalate', { contributionId, note: decision.note });
  }
}
