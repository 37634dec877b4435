import type { Reply } from '../../../../domain/wire/protocol.js';
import type { DeskStore } from '../../../connection/desk-store.js';

/** What may be done with the item on the table. */
export type Decision =
  | { readonly type: 'publish' }
  | { readonly type: 'decline'; readonly ruleId: string; readonly note: string }
  | { readonly type: 'askToRevise'; readonly ruleId: string | null; readonly note: string }
  | { readonly type: 'escalate'; readonly note: string }
  | {
      readonly type: 'answerAppeal';
      readonly outcome: AppealOutcome;
      readonly ruleId: string | null;
      readonly answer: string;
    }
  | { readonly type: 'recuse' };

export type AppealOutcome = 'confirmed' | 'modified' | 'overturned';

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
    case 'answerAppeal': {
      const { outcome, ruleId, answer } = decision;
      return store.intend('answerAppeal', { contributionId, outcome, answer, ...(ruleId === null ? {} : { ruleId }) });
    }
    case 'recuse':
      return store.intend('recuse', { contributionId });
  }
}
