import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import { reportOf } from '../../domain/amplify/report/report.js';
import { reportInput } from '../../domain/panel/report/gather.js';
import { entriesOf } from '../cli/polis/check.js';
import type { Chronicle } from './chronicle.js';
import { claimsIn } from './course.js';
import type { Story } from './story.js';

/**
 * The report of a panel that was told, as the house would make it. What its people count for is known from the story alone:
 * it is never stored, so that there is nothing to forget.
 */
export function reportOn(chronicle: Chronicle, story: Story, panelId: string): PanelReport {
  const claims = claimsIn(story, panelId);
  const claimsOf = (seat: string) => claims.get(seat) ?? [];
  return reportOf(
    reportInput({
      entries: [...entriesOf(chronicle.events)],
      votes: lastVotes(chronicle),
      profiles: claimsOf,
      claimsOf,
    }),
  );
}

function lastVotes({ ballots }: Chronicle) {
  const last = new Map(ballots.map((ballot) => [`${ballot.contributionId} ${ballot.seat}`, ballot]));
  return [...last.values()];
}
