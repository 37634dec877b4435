import type { Intent } from '../intents.js';
import { ballots, type Outcome } from '../outcome.js';
import type { PanelState } from '../state.js';
import { findPublished } from './finding.js';
import type { Scene } from './scene.js';

/** Who chose what is private: only tallies reach the record. A later vote replaces the earlier one. */
export function castVote(
  panel: PanelState,
  intent: Intent<'castVote'>,
  { seat }: Scene,
): Outcome<Record<string, never>> {
  const { contributionId, choice } = intent;
  const found = findPublished(panel, contributionId);
  return found.ok ? ballots({ contributionId, seat, choice }) : found;
}
