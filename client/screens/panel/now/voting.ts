import type { Choice } from '../../../../domain/panel/events.js';
import type { Contribution } from '../../../../domain/panel/state.js';
import type { PanelShown } from '../../../connection/panel-store.js';

/** What this reader chose, as the forum has it or as it is on its way there. */
export function votesOf(
  { mine, outbox }: Pick<PanelShown, 'mine' | 'outbox'>,
  cast: ReadonlyMap<string, Choice>,
): ReadonlyMap<string, Choice> {
  const votes = new Map<string, Choice>(Object.entries(mine?.votes ?? {}));
  for (const [id, choice] of cast) votes.set(id, choice);
  for (const one of outbox) {
    if (one.type !== 'castVote') continue;
    if (one.state === 'refused') votes.delete(one.body.contributionId);
    else votes.set(one.body.contributionId, one.body.choice);
  }
  return votes;
}

/** Where the forum cannot be asked: what fewest voted on, then the oldest. */
export function nextToVote(
  contributions: Iterable<Contribution>,
  isPassed: (id: string) => boolean,
): Contribution | null {
  let best: Contribution | null = null;
  for (const one of contributions) {
    const isOpen = one.words && one.mergedInto === undefined && !isPassed(one.id);
    if (isOpen && (best === null || isBefore(one, best))) best = one;
  }
  return best;
}

export function votesOn({ tally }: Contribution): number {
  return tally ? tally.agree + tally.pass + tally.disagree : 0;
}

function isBefore(a: Contribution, b: Contribution): boolean {
  return votesOn(a) - votesOn(b) < 0 || (votesOn(a) === votesOn(b) && a.seq < b.seq);
}
