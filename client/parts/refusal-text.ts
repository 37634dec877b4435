import i18next from 'i18next';
import { REFUSALS, type Refusal } from '../../domain/panel/refusals.js';

/** Why something was refused, in the reader’s language; with the wait where there is one. */
export function refusalText(refusal: Refusal): string {
  const reason = isKnown(refusal.code)
    ? i18next.t(refusal.code, { ns: 'refusals', count: refusal.count ?? 0 })
    : refusal.message;
  if (refusal.retryInMs === undefined || refusal.retryInMs < 1000) return reason;
  return `${reason} (${i18next.t('seconds', { count: Math.ceil(refusal.retryInMs / 1000) })})`;
}

/** A newer server may refuse for a reason this client has no words for. */
function isKnown(code: string): code is keyof typeof REFUSALS {
  return Object.hasOwn(REFUSALS, code);
}
