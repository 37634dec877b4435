import { type Chance, countWithMean } from './chance.js';
import type { Arrived } from './orders.js';
import type { Attack, ExpectedGroup, Scenario } from './scenario.js';

export interface Arrival extends Arrived {
  readonly minute: number;
  readonly isAttack: boolean;
}

/** Nothing comes in the last part of a panel. */
const ARRIVALS_END = 0.9;
const ITEMS = 1.5;
/** Whoever submits more than one thing does so over so many minutes. */
const SPREAD = 10;
const MOST_AGREED = 40;

/** Everything that is submitted in one panel of this kind, by time. */
export function arrivalsIn(scenario: Scenario, chance: Chance): readonly Arrival[] {
  const people = Array.from({ length: scenario.participants }, (_, i) => itemsOf(`p${i}`, scenario, chance));
  const all = [...people.flat(), ...(scenario.attack ? attackBy(scenario.attack, chance) : [])];
  return all.sort((a, b) => a.minute - b.minute);
}

function itemsOf(person: string, scenario: Scenario, chance: Chance): readonly Arrival[] {
  const { minutes, items = ITEMS } = scenario;
  const groups = groupsOf(scenario.groups, chance);
  const latest = minutes * ARRIVALS_END;
  const later = Math.max(0, ...groups.map((group) => group.later ?? 0));
  // Those who know the house come early: the square crowds them towards the beginning.
  const from = Math.min(latest, later + (latest - later) * chance() ** 2);
  const count = countWithMean(Math.min(items, ...groups.map((group) => group.items ?? items)), chance);

  return Array.from({ length: count }, (_, i) => ({
    item: `${person}/${i}`,
    person,
    claims: groups.map(({ id }) => ({ group: id, attested: true })),
    // Those who are like most of the others are agreed with by more of them.
    agrees: chance() * MOST_AGREED * (groups.length === 0 ? 1 : 0.5),
    minute: Math.min(latest, from + (i === 0 ? 0 : SPREAD * chance())),
    isAttack: false,
  }));
}

function groupsOf(groups: readonly ExpectedGroup[], chance: Chance): readonly ExpectedGroup[] {
  const drawn = new Map<string, number>();
  return groups.filter(({ id, axis = id, share }) => {
    const left = drawn.get(axis) ?? chance();
    drawn.set(axis, left - share);
    return left >= 0 && left < share;
  });
}

function attackBy({ people, itemsEach, at, claims = [] }: Attack, chance: Chance): readonly Arrival[] {
  return Array.from({ length: people * itemsEach }, (_, i) => ({
    item: `x/${i}`,
    person: `x${i % people}`,
    claims: claims.map((group) => ({ group, attested: false })),
    agrees: people + MOST_AGREED * chance(),
    minute: at + chance(),
    isAttack: true,
  }));
}
