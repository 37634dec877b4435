import type { Claim, Group } from '../../domain/amplify/queue/queue.js';
import { type Chance, chanceFrom } from '../../domain/amplify/simulate/chance.js';

const AXES = 4;
const GROUPS_AN_AXIS = 6;
/** So many of ten belong to no group of an axis. */
const NONE = 0.05;

export const GROUPS: readonly Group[] = Array.from({ length: AXES * GROUPS_AN_AXIS }, (_, i) => ({
  id: `g${i}`,
  floor: 1_000 + 50 * (i % GROUPS_AN_AXIS),
}));

export interface Person {
  readonly id: string;
  readonly claims: readonly Claim[];
}

/** People without end, the same each time: at most one group on every axis. */
export function* people(): Generator<Person, never> {
  const chance = chanceFrom(1);
  for (let i = 0; ; i++) yield { id: `p${i}`, claims: claimsBy(chance) };
}

function claimsBy(chance: Chance): readonly Claim[] {
  return Array.from({ length: AXES }, (_, axis) => axis).flatMap((axis) => {
    if (chance() < NONE) return [];
    const group = GROUPS[axis * GROUPS_AN_AXIS + Math.floor(chance() * GROUPS_AN_AXIS)];
    return group ? [{ group: group.id, attested: true }] : [];
  });
}
