import { AmplifyQueue } from '../../queue/queue.js';
import { DEFAULT_RULE } from '../../queue/rule.js';
import { TURN, WHOLE } from '../../queue/units.js';
import { chanceFrom } from '../chance.js';

const GROUPS = 8;
const KINDS = 30;
/** Part of the turns that a floor may take of what a mix of those waiting would give. */
const FEASIBLE = 0.9;

/**
 * Somebody of every kind always waits: whoever is served is followed by somebody new who counts for the same. The floors
 * are such that some mix of the kinds meets them all. Returns the most turns that any group was ever owed.
 */
export function worstOwed(
  seed: number,
  { turns, every = 4 }: { readonly turns: number; readonly every?: number | null },
): number {
  const chance = chanceFrom(seed);
  const kinds = Array.from({ length: KINDS }, () =>
    Array.from({ length: GROUPS }, (_, group) => group).filter(() => chance() < 0.3),
  );
  const mix = kinds.map(() => -Math.log(1 - chance()));
  const whole = mix.reduce((sum, part) => sum + part, 0);
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const share = mix.reduce((sum, part, kind) => sum + (kinds[kind]?.includes(group) ? part : 0), 0) / whole;
    return { id: `g${group}`, floor: Math.max(100, Math.floor(FEASIBLE * share * WHOLE)) };
  });

  const queue = new AmplifyQueue({ ...DEFAULT_RULE, every, groups });
  const kindOf = new Map<string, number>();
  let people = 0;
  const comes = (kind: number, minute: number) => {
    const person = `p${people++}`;
    kindOf.set(person, kind);
    const claims = (kinds[kind] ?? []).map((group) => ({ group: `g${group}`, attested: true }));
    queue.submit(person, person, minute * 60_000, claims);
  };
  kinds.forEach((_kind, kind) => comes(kind, 0));

  let worst = 0;
  for (let turn = 0; turn < turns; turn++) {
    const chosen = queue.choose();
    if (!chosen) throw new Error('Somebody always waits.');
    queue.serve(chosen.person, chosen.lane, 1, turn);
    comes(kindOf.get(chosen.person) ?? 0, turn);
    worst = Math.max(worst, ...groups.map(({ id }) => queue.owed(id) / TURN));
  }
  return worst;
}
