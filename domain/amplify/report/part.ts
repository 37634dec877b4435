import type { Table } from '../parity/intervals.js';
import type { ReportInput } from './input.js';
import { baseOf } from './members.js';
import type { PanelReport } from './panel-report.js';
import { firstDecisions, tableOf } from './treatment.js';

/** What a panel adds to a pooled report. Kept with its own report, and shown nowhere. */
export type Part = readonly GroupPart[];

export interface GroupPart {
  readonly id: string;
  readonly title: string;
  readonly axis: string | null;
  readonly sensitive: boolean;
  /** null: the report of the panel hides this group. */
  readonly table: Table | null;
}

/** Of a group that the report of its panel hides, as long as it is known who belongs to it. */
export interface SmallPart {
  readonly table: Table;
  /** By keys that are the same for the same person in every panel. */
  readonly members: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

export function partOf(input: ReportInput, { declines }: PanelReport): Part {
  const decided = decidedIn(input);
  const shown = new Set(declines.groups.filter(({ figures }) => !figures.hidden).map(({ id }) => id));
  return input.groups.map((group) => ({
    id: group.id,
    title: group.title,
    axis: group.axis,
    sensitive: group.sensitive,
    table: shown.has(group.id) ? tableOf(decided, group) : null,
  }));
}

/** Groups of an axis are left out: whoever knows the sum of an axis could subtract them from it. */
export function smallPartsOf(
  input: ReportInput,
  part: Part,
  personOf: (seat: string) => string,
): ReadonlyMap<string, SmallPart> {
  const decided = decidedIn(input);
  const seats = new Map([...input.people].map(([seat, person]) => [person, seat]));
  const persons = (people: typeof decided.people) => new Set(people.map((person) => personOf(seats.get(person) ?? '')));
  const small = new Set(smallIn(part));
  return new Map(
    input.groups
      .filter(({ id }) => small.has(id))
      .map((group) => [
        group.id,
        {
          table: tableOf(decided, group),
          members: persons(decided.of(group)),
          others: persons(decided.others(group)),
        },
      ]),
  );
}

/** The groups of a panel that count once they are known from several panels together. */
export function smallIn(part: Part): readonly string[] {
  return part.filter(({ axis, table }) => axis === null && table === null).map(({ id }) => id);
}

function decidedIn({ people }: ReportInput) {
  return baseOf([...people.values()].filter((person) => firstDecisions(person).length > 0));
}
