import { faultIn } from '../../amplify/groups/terms.js';
import { textFaultIn } from '../../amplify/groups/texts.js';
import type { QueueTerms } from '../events.js';
import type { Intent } from '../intents.js';
import { facts, refuse, type Done } from '../outcome.js';
import type { PanelState } from '../state.js';

/** Who has come in under one rule is not judged by another: the rule can change until somebody waits. */
export function setQueue({ record, docket }: PanelState, intent: Intent<'setQueue'>): Done {
  const groups = intent.groups ?? record.queue.groups;
  const terms = { ...record.queue.terms, ...changed(intent) };
  const fault = faultIn(groups);
  if (fault) return refuse('bad-request', fault);
  const textFault = textFaultIn(groups);
  if (textFault) return refuse('bad-text', textFault);
  if (terms.owedAtMost < terms.owedFrom) {
    return refuse('bad-request', {
      field: 'owedAtMost',
      message: 'What counts at most is no less than what counts at all.',
    });
  }
  if (JSON.stringify({ terms, groups }) === JSON.stringify(record.queue)) return refuse('already-so');
  if (docket.items.size > 0 || docket.requests.size > 0) return refuse('queue-in-use');

  return facts({ type: 'QueueSet', terms, groups });
}

/** Of a queue without a place for the longest wait the intent says 0. */
function changed({ every, newcomerGuard, owedFrom, owedAtMost, minutesPerTurn, absentAccrual }: Intent<'setQueue'>) {
  const named: { -readonly [K in keyof QueueTerms]?: QueueTerms[K] } = {};
  if (every !== undefined) named.every = every === 0 ? null : every;
  if (newcomerGuard !== undefined) named.newcomerGuard = newcomerGuard;
  if (owedFrom !== undefined) named.owedFrom = owedFrom;
  if (owedAtMost !== undefined) named.owedAtMost = owedAtMost;
  if (minutesPerTurn !== undefined) named.minutesPerTurn = minutesPerTurn;
  if (absentAccrual !== undefined) named.absentAccrual = absentAccrual;
  return named;
}
