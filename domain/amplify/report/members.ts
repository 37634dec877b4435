import { hiddenCells, K_MIN, mayShowGroup } from '../disclosure/disclosure.js';
import type { ReportGroup, ReportInput, ReportPerson } from './input.js';

/** Some of the people of a panel, and who of them is in which group. */
export interface Base {
  readonly people: readonly ReportPerson[];
  of(group: ReportGroup): readonly ReportPerson[];
  others(group: ReportGroup): readonly ReportPerson[];
}

export function baseOf(people: readonly ReportPerson[]): Base {
  return {
    people,
    of: ({ id }) => people.filter((person) => person.groups.includes(id)),
    others: ({ id }) => people.filter((person) => !person.groups.includes(id)),
  };
}

export function kMinOf(groups: readonly ReportGroup[]): number {
  return groups.some(({ sensitive }) => sensitive) ? K_MIN.sensitive : K_MIN.plain;
}

export interface Hidden {
  readonly groups: ReadonlySet<string>;
  /** Not even how many people there are in all may be told. */
  readonly total: boolean;
}

/** What must not be shown of these people. Groups hidden before stay so: two tables side by side are a subtraction. */
export function hiddenIn(base: Base, { groups }: Pick<ReportInput, 'groups'>, before?: Hidden): Hidden {
  const hidden = new Set(before?.groups);
  let total = before?.total === true || base.people.length < K_MIN.plain;

  for (const group of groups.filter(({ axis }) => axis === null)) {
    if (!mayShowGroup(base.of(group).length, base.people.length, kMinOf([group]))) hidden.add(group.id);
  }
  for (const members of axesOf(groups)) {
    const inOne = new Set(members.flatMap((group) => base.of(group)));
    const counts = [...members.map((group) => base.of(group).length), base.people.length - inOne.size];
    const found = hiddenCells(
      counts,
      kMinOf(members),
      members.map(({ id }) => hidden.has(id)),
    );
    for (const [i, { id }] of members.entries()) if (found.cells[i]) hidden.add(id);
    total ||= found.total;
  }
  return { groups: hidden, total };
}

/** The groups of each axis. */
export function axesOf(groups: readonly ReportGroup[]): readonly (readonly ReportGroup[])[] {
  const axes = new Map<string, ReportGroup[]>();
  for (const group of groups) {
    if (group.axis !== null) axes.set(group.axis, [...(axes.get(group.axis) ?? []), group]);
  }
  return [...axes.values()];
}
