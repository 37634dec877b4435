import { audit } from '../../amplify/slate/audit.js';
import type { PosedAfter } from '../../amplify/report/input.js';
import { standsFor } from '../merging.js';
import type { PanelState } from '../state.js';
import { electorateOf, type Votes } from '../views/slate.js';

/**
 * How well what was put to the panel spoke for those who voted, question by question, by their last votes: among the same
 * voters and items as the live slate.
 */
export function posedAfter({ record }: PanelState, votes: readonly Votes[]): readonly PosedAfter[] {
  const { items, input } = electorateOf(record, votes);
  const put = record.posed.map(({ contributionId }) => items.indexOf(standsFor(record, contributionId)));
  return record.posed.map((_question, count) => {
    const posed = [...new Set(put.slice(0, count + 1))].filter((item) => item >= 0);
    const { coverage, alphaJr, leftOut } = audit({ ...input, posed, seats: 0 }, []);
    return { coverage, alphaJR: alphaJr, leftOut: leftOut?.size ?? 0 };
  });
}
