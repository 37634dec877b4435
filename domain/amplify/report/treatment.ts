import { discloseIf, disclosePartition, K_MIN, percent, percentOf } from '../disclosure/disclosure.js';
import { compareAll, type Comparison } from '../parity/compare.js';
import type { Interval, Table } from '../parity/intervals.js';
import { endedBy, logRank, type Duration } from '../parity/log-rank.js';
import {
  APPEAL_OUTCOMES,
  type PersonDecision,
  type ReportGroup,
  type ReportInput,
  type ReportPerson,
} from './input.js';
import { baseOf, type Base, type Hidden } from './members.js';
import type { AppealFigures, DeclineFigures, OfGroup, PanelReport, Ratio, TestFigures } from './panel-report.js';
import { minutes } from './turns.js';

/** What one person sends in one thread is not independent: the first decision there counts, once. */
export function firstDecisions({ decisions }: ReportPerson): readonly PersonDecision[] {
  const decided = decisions.filter(({ outcome }) => outcome !== 'pending');
  return decided.filter((one, i) => decided.findIndex(({ threadId }) => threadId === one.threadId) === i);
}

/** A group’s decisions against those of everybody else. */
export function tableOf(decided: Base, group: ReportGroup): Table {
  const [mine, theirs] = [decided.of(group), decided.others(group)].map((people) => people.flatMap(firstDecisions));
  return { a: declinedIn(mine), n1: mine?.length ?? 0, b: declinedIn(theirs), n2: theirs?.length ?? 0 };
}

export function declinesOf(decided: Base, hidden: Hidden, { groups }: ReportInput) {
  const all = decided.people.flatMap(firstDecisions);
  const comparisons = compareAll(groups.map((group) => tableOf(decided, group)));
  const rows = groups.map((group, i) => ({ group, comparison: comparisons[i] }));
  const row = <T>(figures: (comparison: Comparison, group: ReportGroup) => T): readonly OfGroup<T>[] =>
    rows.flatMap(({ group, comparison }) => {
      if (!comparison) return [];
      const isShown = !hidden.groups.has(group.id) && !hidden.total;
      return [{ id: group.id, title: group.title, figures: discloseIf(isShown, () => figures(comparison, group)) }];
    });

  return {
    declines: {
      all: discloseIf(!hidden.total, () => ({
        decisions: all.length,
        declined: percent(declinedIn(all) / all.length),
      })),
      groups: row(declineFigures),
    },
    tests: row((comparison, group) => testFigures(comparison, decided, group)),
  };
}

/** For who hosts alone, and never published: groups that are worth watching over more panels. */
export function watchedGroups({
  groups,
  people,
}: ReportInput): readonly { readonly id: string; readonly title: string }[] {
  const decided = baseOf([...people.values()].filter((person) => firstDecisions(person).length > 0));
  const comparisons = compareAll(groups.map((group) => tableOf(decided, group)));
  return groups.filter((_, i) => comparisons[i]?.flag === 'watch').map(({ id, title }) => ({ id, title }));
}

export function appealsOf(declined: Base, hidden: Hidden, { groups }: ReportInput): PanelReport['appeals'] {
  const outcomes = declined.people.flatMap(({ appeals }) => appeals);
  const counts = disclosePartition(
    APPEAL_OUTCOMES.map((outcome) => outcomes.filter((one) => one === outcome).length),
    K_MIN.plain,
  );
  return {
    all: discloseIf(!hidden.total, () => appealFigures(declined.people, K_MIN.plain)),
    outcomes: APPEAL_OUTCOMES.map((outcome, i) => ({ outcome, count: counts.cells[i] ?? { hidden: true } })),
    groups: groups.map((group) => ({
      id: group.id,
      title: group.title,
      figures: discloseIf(!hidden.groups.has(group.id) && !hidden.total, () =>
        appealFigures(declined.of(group), group.sensitive ? K_MIN.sensitive : K_MIN.plain),
      ),
    })),
  };
}

export function ratioOf(value: number, { low, high }: Interval): Ratio {
  return { value: finite(value), low: rounded(low), high: finite(high) };
}

function declineFigures({ table, rr, interval, flag }: Comparison): DeclineFigures {
  return {
    decisions: table.n1,
    declined: percentOf(table.a, table.n1, K_MIN.plain),
    flag: flag === 'watch' ? 'none' : flag,
    ratio: flag === 'insufficient' || Number.isNaN(rr) ? null : ratioOf(rr, interval),
  };
}

function testFigures(comparison: Comparison, decided: Base, group: ReportGroup): TestFigures {
  const { difference, fisher, midP, holm, approvalRatio } = comparison;
  const [mine, theirs] = [durations(decided.of(group)), durations(decided.others(group))];
  return {
    difference: { low: percent(difference.low), high: percent(difference.high) },
    fisher: rounded(fisher, 4),
    midP: rounded(midP, 4),
    holm: rounded(holm, 4),
    approvalRatio: finite(approvalRatio),
    time: {
      median: minutes(endedBy(mine, 0.5)),
      others: minutes(endedBy(theirs, 0.5)),
      p: rounded(logRank(mine, theirs).p, 4),
    },
  };
}

function durations(people: readonly ReportPerson[]): readonly Duration[] {
  return people.flatMap(({ decisions }) =>
    decisions
      .filter((one, i) => decisions.findIndex(({ threadId }) => threadId === one.threadId) === i)
      .map(({ ms, outcome }) => ({ ms, ended: outcome !== 'pending' })),
  );
}

function appealFigures(declined: readonly ReportPerson[], kMin: number): AppealFigures {
  const appealed = declined.filter(({ appeals }) => appeals.length > 0);
  const changed = appealed.filter(({ appeals }) => appeals.some((one) => one === 'overturned' || one === 'modified'));
  return {
    appealed: percentOf(appealed.length, declined.length, kMin),
    changed: discloseIf(appealed.length >= 2 * kMin, () => percent(changed.length / appealed.length)),
  };
}

function declinedIn(decisions: readonly PersonDecision[] = []): number {
  return decisions.filter(({ outcome }) => outcome === 'declined').length;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? rounded(value) : null;
}

export function rounded(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
