import { audit } from '../../amplify/slate/audit.js';
import type { PosedAfter } from '../../amplify/report/input.js';
import type { Choice } from '../events.js';
import type { SeatId } from '../roles.js';
import type { PanelState } from '../state.js';

export interface Vote {
  readonly contributionId: string;
  readonly seat: SeatId;
  readonly choice: Choice;
}

/** How well what was put to the panel spoke for those who voted, question by question, by their last votes. */
export function posedAfter({ record }: PanelState, votes: readonly Vote[]): readonly PosedAfter[] {
  const voters = new Map<SeatId, number>();
  const supporters = new Map<string, number[]>();
  for (const { contributionId, seat, choice } of votes) {
    if (!record.contributions.get(contributionId)?.words) continue;
    const voter = voters.get(seat) ?? voters.size;
    voters.set(seat, voter);
    if (choice !== 'agree') continue;
    const known = supporters.get(contributionId);
    if (known) known.push(voter);
    else supporters.set(contributionId, [voter]);
  }

  const ids = [...new Set([...record.posed.map(({ contributionId }) => contributionId), ...supporters.keys()])];
  const support = ids.map((id) => supporters.get(id) ?? []);
  return record.posed.map((_question, count) => {
    const posed = record.posed.slice(0, count + 1).map(({ contributionId }) => ids.indexOf(contributionId));
    const { coverage, alphaJr, leftOut } = audit({ voters: voters.size, support, posed, seats: 0 }, []);
    return { coverage, alphaJR: alphaJr, leftOut: leftOut?.size ?? 0 };
  });
}
