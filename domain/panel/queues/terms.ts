import type { QueueRule } from '../../amplify/queue/rule.js';
import type { GroupTerms, QueueTerms, RecordEvent } from '../events.js';

/** As a panel begins: one in four places by the longest wait, and no groups. */
export const DEFAULT_TERMS: QueueTerms = {
  every: 4,
  newcomerGuard: 1,
  owedFrom: 0.5,
  owedAtMost: 3,
  minutesPerTurn: 30,
  absentAccrual: true,
};

/** What nobody vouches for never gives priority. */
const SELF_DECLARED = 0;

export function ruleOf({
  terms,
  groups,
}: Pick<Extract<RecordEvent, { type: 'QueueSet' }>, 'terms' | 'groups'>): QueueRule {
  return { ...terms, selfDeclared: SELF_DECLARED, groups: groups.map(groupOf) };
}

function groupOf({ id, floor }: GroupTerms) {
  return { id, floor };
}
