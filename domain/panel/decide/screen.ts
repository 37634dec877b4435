import type { Intent } from '../intents.js';
import { facts, refuse, type Done } from '../outcome.js';
import { isLabel } from '../screening/labels.js';
import type { PanelState } from '../state.js';
import { findItem } from './finding.js';

/** What an outside service noticed afterwards: a word for the desk, or that somebody should read it. It takes nothing away. */
export function screen(panel: PanelState, { contributionId, labels, hold, edits }: Intent<'screen'>): Done {
  const found = findItem(panel, contributionId);
  if (!found.ok) return found;
  const { item } = found;
  // What was said of other words says nothing of these.
  if (item.standing === 'withdrawn' || item.earlier.length !== edits) return refuse('not-pending');

  const fresh = [...new Set(labels)].filter((label) => isLabel(label) && !item.labels.includes(label));
  const holds = hold && item.standing === 'published' && item.decisions.length === 0;
  if (fresh.length === 0 && !holds) return refuse('already-so');
  return facts({ type: 'Screened', contributionId, labels: fresh, hold: holds });
}
