import { discloseIf, K_MIN, percent, percentOf, type Disclosed } from '../disclosure/disclosure.js';
import { heardRate, topShare } from '../equity/equity.js';
import { wilson } from '../parity/intervals.js';
import { endedBy } from '../parity/log-rank.js';
import type { ReportGroup, ReportInput, ReportPerson } from './input.js';
import { kMinOf, type Base, type Hidden } from './members.js';
import type { GroupFigures, Heard, Minutes, OfGroup, Standing, Waits } from './panel-report.js';

export function heardOf({ people }: Base, hidden: Hidden): Disclosed<Heard> {
  const heard = people.filter(({ turns }) => turns > 0).length;
  return discloseIf(!hidden.total, () => ({
    asked: people.length,
    heard,
    rate: percent(heardRate(people.map(({ turns }) => turns))),
  }));
}

export function topThreeOf({ people }: Base, hidden: Hidden): Disclosed<number> {
  const heard = people.filter(({ turns }) => turns > 0).length;
  const turns = people.map((person) => person.turns);
  return discloseIf(!hidden.total && heard >= K_MIN.plain, () => percent(topShare(turns, 3)));
}

/** Each group’s share of the turns beside what it was guaranteed. */
export function groupRows(asked: Base, hidden: Hidden, { groups }: ReportInput): readonly OfGroup<GroupFigures>[] {
  const all = { people: asked.people.length, turns: turnsOf(asked.people), seconds: secondsOf(asked.people) };

  return groups.map((group) => ({
    id: group.id,
    title: group.title,
    figures: discloseIf(!hidden.groups.has(group.id) && !hidden.total, () => figuresOf(group, asked.of(group), all)),
  }));
}

export function waitsOfAll({ people }: Base, hidden: Hidden): Disclosed<Waits> {
  return discloseIf(!hidden.total, () => waitsOf(people, K_MIN.plain));
}

export function waitRows(waited: Base, hidden: Hidden, { groups }: ReportInput): readonly OfGroup<Waits>[] {
  return groups.map((group) => ({
    id: group.id,
    title: group.title,
    figures: discloseIf(!hidden.groups.has(group.id) && !hidden.total, () =>
      waitsOf(waited.of(group), kMinOf([group])),
    ),
  }));
}

interface All {
  readonly people: number;
  readonly turns: number;
  readonly seconds: number;
}

function figuresOf(group: ReportGroup, members: readonly ReportPerson[], all: All): GroupFigures {
  const turns = turnsOf(members);
  const { low, high } = wilson(turns, all.turns);
  const heard = members.filter((person) => person.turns > 0).length;

  return {
    people: members.length,
    peopleShare: percent(ratio(members.length, all.people)),
    share: percent(ratio(turns, all.turns)),
    low: percent(low),
    high: percent(high),
    timeShare: percent(ratio(secondsOf(members), all.seconds)),
    floor: group.floor === null ? null : group.floor / 100,
    owed: group.owed === null ? null : Math.round(group.owed * 10) / 10,
    heardRate: percentOf(heard, members.length, kMinOf([group])),
    standing: standingOf(group, turns, all.turns, heard === members.length),
  };
}

function standingOf({ floor }: ReportGroup, turns: number, all: number, isAllHeard: boolean): Standing {
  if (floor === null || all === 0) return null;
  const missing = (floor / 10_000) * all - turns;
  if (missing <= 1e-9) return 'reached';
  if (isAllHeard) return 'all-heard';
  return missing < 1 ? 'close' : 'short';
}

/** A quarter of five people is one of them: the ends of the spread need four times as many as the middle. */
function waitsOf(people: readonly ReportPerson[], kMin: number): Waits {
  const waits = people.flatMap(({ firstWait }) => (firstWait ? [firstWait] : []));
  const by = (share: number) => minutes(endedBy(waits, share));
  return {
    median: by(0.5),
    spread: discloseIf(waits.length >= 4 * kMin, () => ({
      quarter: by(0.25),
      threeQuarters: by(0.75),
      ninety: by(0.9),
    })),
  };
}

export function minutes(ms: number | null): Minutes | null {
  return ms === null ? null : Math.round(ms / 60_000);
}

function turnsOf(people: readonly ReportPerson[]): number {
  return people.reduce((sum, { turns }) => sum + turns, 0);
}

function secondsOf(people: readonly ReportPerson[]): number {
  return people.reduce((sum, { seconds }) => sum + seconds, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function overridesOf({ overrides, selections }: ReportInput) {
  return { count: overrides, of: selections, share: percent(ratio(overrides, selections)) };
}
