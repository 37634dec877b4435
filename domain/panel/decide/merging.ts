import type { Intent } from '../intents.js';
import { facts, refuse, type Done, type Found } from '../outcome.js';
import { standsFor } from '../merging.js';
import type { Contribution, PanelState } from '../state.js';
import { findItem, findOwn, findPosed, findPublished } from './finding.js';
import type { Scene } from './scene.js';

/** Nothing is merged before the author of what would be merged says yes. */
export function proposeMerge(panel: PanelState, intent: Intent<'proposeMerge'>, { seat }: Scene): Done {
  const { contributionId, into } = intent;
  const found = findMergeable(panel, contributionId, into);
  if (!found.ok) return found;
  const asked = findItem(panel, contributionId);
  if (!asked.ok) return asked;
  if (asked.item.mergeInto === into) return refuse('already-so');

  return facts({ type: 'MergeProposed', contributionId, into, by: seat });
}

export function answerMerge(panel: PanelState, intent: Intent<'answerMerge'>, { seat }: Scene): Done {
  const { contributionId, consents } = intent;
  const own = findOwn(panel, contributionId, seat);
  if (!own.ok) return own;
  const into = own.item.mergeInto;
  if (into === undefined) return refuse('no-merge');

  const answered = { type: 'MergeAnswered', contributionId, by: seat, consents } as const;
  if (!consents) return facts(answered);
  const found = findMergeable(panel, contributionId, into);
  return found.ok ? facts(answered, { type: 'ContributionMerged', contributionId, into }) : found;
}

/** Its supporters count for itself again. */
export function unmerge(panel: PanelState, { contributionId }: Intent<'unmerge'>): Done {
  const found = findPublished(panel, contributionId);
  if (!found.ok) return found;
  if (found.contribution.mergedInto === undefined) return refuse('no-merge');

  return facts({ type: 'ContributionUnmerged', contributionId });
}

/** What is before the panel stays there; and nothing comes to be merged, by a detour, into itself. */
function findMergeable(panel: PanelState, id: string, into: string): Found<{ contribution: Contribution }> {
  const found = findPublished(panel, id);
  if (!found.ok) return found;
  const target = findPublished(panel, into);
  if (!target.ok) return refuse(target.refusal.code, { field: 'into' });
  if (found.contribution.mergedInto !== undefined) return refuse('already-so');
  if (findPosed(panel, id).ok) {
    return refuse('bad-request', { field: 'contributionId', message: 'This has been put to the panellists already.' });
  }
  if (found.contribution.kind !== target.contribution.kind || standsFor(panel.record, into) === id) {
    return refuse('bad-request', { field: 'into', message: 'Name another contribution of the same kind.' });
  }
  return found;
}
