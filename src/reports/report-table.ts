import type { Disclosed } from '../../domain/amplify/disclosure/disclosure.js';
import type { AppealFigures, OfGroup, PanelReport, Ratio, Waits } from '../../domain/amplify/report/panel-report.js';
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
      ...spreadLines(spread),
    ]),
    ...ofGroups('declines', report.declines.groups, (row) => [
      line('decisions', row.decisions),
      line('declined %', row.declined),
      ratioLine(row.ratio),
      line('reading', row.flag),
    ]),
    ...ofGroups('appeals', report.appeals.groups, appealLines),
    ...ofGroups('tests', report.annex.tests, (row) => [
      line('difference in points', null, row.difference.low, row.difference.high),
      line('fisher p', row.fisher),
      line('mid-p', row.midP),
      line('holm', row.holm),
      line('approval ratio', row.approvalRatio),
      line('median minutes to a decision', row.time.median),
      line('median minutes of others', row.time.others),
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

function whole(report: PanelReport): readonly (readonly Cell[])[] {
  const { people, waits, topThree, overrides, declines, appeals, annex } = report;
  const part = (name: string, lines: readonly (readonly Cell[])[]) => lines.map((cells) => [name, '', ...cells]);
  return [
    ...part('headline', headlineLines(report)),
    ...part(
      'people',
      disclosed(people, ({ asked, heard, rate }) => [
        line('asked', asked),
        line('heard', heard),
        line('heard %', rate),
      ]),
    ),
    ...part(
      'waits',
      disclosed(waits, ({ median, spread }) => [line('median minutes', median), ...spreadLines(spread)]),
    ),
    ...part('turns', [
      line('turns are', report.turnsAre),
      line('top three %', orHidden(topThree)),
      line('overrides', overrides.count),
      line('turns', overrides.of),
      line('overrides %', overrides.share),
    ]),
    ...part(
      'declines',
      disclosed(declines.all, ({ decisions, declined }) => [
        line('decisions', decisions),
        line('declined %', declined),
      ]),
    ),
    ...part('appeals', [
      ...disclosed(appeals.all, appealLines),
      ...appeals.outcomes.map(({ outcome, count }) => line(outcome, orHidden(count))),
    ]),
    ...part(
      'evenness',
      disclosed(annex.evenness, ({ gini, jain }) => [line('gini', gini), line('jain', jain)]),
    ),
    ...annex.theil.flatMap(({ titles, figures }) =>
      disclosed(figures, ({ total, between, within }) => [
        line('theil', total),
        line('theil between', between),
        line('theil within', within),
      ]).map((cells) => ['evenness', titles.join(', '), ...cells]),
    ),
  ];
}

/** The facts of the one sentence; who was heard stands below. */
function headlineLines({ headline: { shares, declines } }: PanelReport): readonly (readonly Cell[])[] {
  return [
    line('guaranteed shares', shares.kind),
    ...('groups' in shares ? [line('groups with a guaranteed share', shares.groups)] : []),
    ...(shares.kind === 'missed' ? [line('short of it', shares.short), line('which', shares.titles.join(', '))] : []),
    line('treatment', declines.kind),
    ...(declines.kind === 'concern' ? [line('concern', declines.titles.join(', ')), ratioLine(declines.ratio)] : []),
  ];
}

function spreadLines(spread: Waits['spread']): readonly (readonly Cell[])[] {
  return disclosed(spread, ({ quarter, threeQuarters, ninety }) => [
    line('25 % within minutes', quarter),
    line('75 % within minutes', threeQuarters),
    line('90 % within minutes', ninety),
  ]);
}

function appealLines({ appealed, changed }: AppealFigures): readonly (readonly Cell[])[] {
  return [line('appealed %', appealed), line('changed %', orHidden(changed))];
}

function disclosed<T>(value: Disclosed<T>, lines: (value: T) => readonly (readonly Cell[])[]) {
  return value.hidden ? [line('all', HIDDEN)] : lines(value.value);
}

function ofGroups<T>(part: string, rows: readonly OfGroup<T>[], lines: (figures: T) => readonly (readonly Cell[])[]) {
  return rows.flatMap(({ title, figures }) => disclosed(figures, lines).map((cells) => [part, title, ...cells]));
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
