import type { Fairness } from '../../wire/floor.js';
import type { FloorTurns } from '../queues/floor-turns.js';
import { halfTurns, mayTell, type GroupHeard } from '../queues/people-heard.js';
import type { RecordState } from '../state.js';

/** How fair the floor has been, as far as it may be told while people watch. */
export function fairnessOf({ queue }: RecordState, floor: FloorTurns): Fairness | null {
  const terms = new Map(queue.groups.map((group) => [group.id, group]));
  const isSensitive = ({ group }: GroupHeard) => terms.get(group)?.sensitive !== false;
  const fives = (floor.groupsHeard(5) ?? []).filter((known) => mayTell(known) && !isSensitive(known));
  const tens = floor.groupsHeard(10)?.filter(mayTell) ?? null;
  const told = [...fives, ...(tens ?? []).filter(isSensitive)];
  if (told.length === 0) return null;

  const owed = tens?.map(({ group, turnsOwed }) => ({
    title: terms.get(group)?.title ?? '',
    turns: halfTurns(turnsOwed),
  }));
  return {
    unheard: told.filter(({ isHeard }) => !isHeard).length,
    of: told.length,
    owed:
      owed?.filter(({ turns }) => turns >= 0.5).sort((a, b) => b.turns - a.turns || (a.title < b.title ? -1 : 1)) ??
      null,
  };
}
