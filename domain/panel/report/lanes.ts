import type { Entry } from '../events.js';

/** Whether a decision on what nobody holds is one out of order: it costs its author a turn all the same. */
type IsCharged = (contributionId: string, at: number) => boolean;

/** How each turn at the desk that led to something was given: a lease that ended without a decision cost nothing. */
export class LanesOfDesk {
  readonly had: string[] = [];
  private readonly taken = new Map<string, string>();

  /** Each entry before the queues know of it. */
  see({ event, at }: Entry, isCharged: IsCharged): void {
    if (event.type === 'Taken' && event.lane !== undefined) this.taken.set(event.contributionId, event.lane);
    if (event.type !== 'Decided' && event.type !== 'Looked' && event.type !== 'Escalated') return;

    const { contributionId } = event;
    const isRedaction = event.type === 'Decided' && event.verdict === 'redact';
    const lane = isCharged(contributionId, at) ? 'override' : this.taken.get(contributionId);
    this.taken.delete(contributionId);
    if (lane !== undefined && lane !== 'again' && !isRedaction) this.had.push(lane);
  }
}

export function lanesOfFloor(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ event }) => (event.type === 'FloorCalled' ? [event.lane] : []));
}
