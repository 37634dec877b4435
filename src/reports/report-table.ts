import type { Disclosed } from '../../domain/amplify/disclosure/disclosure.js';
import type { OfGroup, PanelReport, Ratio } from '../../domain/amplify/report/panel-report.js';
import type { Cell } from '../../domain/text/csv.js';

/** A report as one long table: part, who, measure, value, and the ends of its interval. Percent as whole numbers. */
export function reportTable(report: PanelReport): readonly (readonly Cell[])[] {
  return [
    ['part', 'group', 'measure', 'value', 'low', 'high'],
    ['method', '', 'method', report.method, null, null],
    ...whole(report),
    ...ofGroups('shares', report.groups, (row) => [
      line('people', row.people),
      line('people share %', row.peopleShare),
      line('turn share %', row.share, row.low, row.high),
      line('time share %', row.timeShare),
      line('guaranteed share %', row.floor),
      line('turns owed', row.owed),
      line('heard %', row.heardRate),
      line('standing', row.standing),
    ]),
    ...ofGroups('waits', report.groupWaits, ({ median, spread }) => [
      line('median minutes', median),
      line('90 % within minutes', spread.hidden ? HIDDEN : spread.value.ninety),
    ]),
    ...ofGroups('declines', report.declines.groups, (row) => [
      line('decisions', row.decisions),
      line('declined %', row.flag === 'insufficient' ? null : row.declined),
      ratioLine(row.ratio),
      line('reading', row.flag),
    ]),
    ...ofGroups('appeals', report.appeals.groups, (row) => [
      line('appealed %', row.appealed),
      line('changed %', orHidden(row.changed)),
    ]),
    ...ofGroups('tests', report.annex.tests, (row) => [
      line('difference in points', null, row.difference.low, row.difference.high),
      line('fisher p', row.fisher),
      line('mid-p', row.midP),
      line('holm', row.holm),
      line('log-rank p', row.time.p),
    ]),
    ...report.slate.flatMap(({ coverage, alphaJR, leftOut }, i) => [
      ['slate', `question ${i + 1}`, ...line('coverage %', coverage)],
      ['slate', `question ${i + 1}`, ...line('alpha-JR', alphaJR)],
      ['slate', `question ${i + 1}`, ...line('left out', 'n' in leftOut ? leftOut.n : `fewer than ${leftOut.below}`)],
    ]),
  ];
}

const HIDDEN = 'hidden';

function whole({ people, waits, topThree, overrides, declines, annex }: PanelReport): readonly (readonly Cell[])[] {
  const all = (part: string, measure: string, value: Cell) => [part, '', ...line(measure, value)];
  return [
    all('people', 'asked', people.hidden ? HIDDEN : people.value.asked),
    all('people', 'heard', people.hidden ? HIDDEN : people.value.heard),
    all('waits', 'median minutes', waits.hidden ? HIDDEN : waits.value.median),
    all('turns', 'top three %', orHidden(topThree)),
    all('turns', 'overrides', overrides.count),
    all('turns', 'turns', overrides.of),
    all('declines', 'decisions', declines.all.hidden ? HIDDEN : declines.all.value.decisions),
    all('declines', 'declined %', declines.all.hidden ? HIDDEN : declines.all.value.declined),
    all('evenness', 'gini', annex.evenness.hidden ? HIDDEN : annex.evenness.value.gini),
    all('evenness', 'jain', annex.evenness.hidden ? HIDDEN : annex.evenness.value.jain),
  ];
}

function ofGroups<T>(part: string, rows: readonly OfGroup<T>[], lines: (figures: T) => readonly (readonly Cell[])[]) {
  return rows.flatMap(({ title, figures }) =>
    (figures.hidden ? [line('all', HIDDEN)] : lines(figures.value)).map((cells) => [part, title, ...cells]),
  );
}

function line(measure: string, value: Cell, low: Cell = null, high: Cell = null): readonly Cell[] {
  return [measure, value, low, high];
}

function ratioLine(ratio: Ratio | null): readonly Cell[] {
  return ratio ? line('ratio', ratio.value, ratio.low, ratio.high) : line('ratio', null);
}

function orHidden(value: Disclosed<number>): Cell {
  return value.hidden ? HIDDEN : value.value;
}
