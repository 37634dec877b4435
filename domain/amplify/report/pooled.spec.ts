import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { K_MIN } from '../disclosure/disclosure.js';
import type { ReportInput } from './input.js';
import type { OfGroup, PooledFigures } from './panel-report.js';
import { partOf, smallPartsOf, type Part } from './part.js';
import { poolReports, type PooledPanel } from './pooled.js';
import { reportOf } from './report.js';
import { anyInput, GROUP, onlyDecisions } from './testing/inputs.js';
import { madeUpPanel } from './testing/made-up-panel.js';

describe('several panels as one', () => {
  const panel = onlyDecisionsIn([6, 20], [18, 150]);

  it('[P3] says by itself that fewer than five panels neither clear nor convict', () => {
    expect(poolReports(times(4, panel)).headline).toMatchObject({ panels: 4, isEnough: false });
    expect(poolReports(times(5, panel)).headline).toMatchObject({ panels: 5, isEnough: true });
  });

  it('[P3] says so too of a group that stands out in fewer of them', () => {
    const without = pooled({ ...onlyDecisionsIn([0, 0], [18, 150]), groups: [{ ...GROUP, id: 'h' }] });
    const { panels, headline } = poolReports([...times(3, panel), without, without]);
    expect(panels).toBe(5);
    expect(headline).toMatchObject({ declines: { kind: 'concern', titles: ['G'] }, panels: 3, isEnough: false });
  });

  it('[P3] finds over five panels what one cannot tell', () => {
    const [alone] = poolReports(times(1, panel)).groups;
    const [five] = poolReports(times(5, panel)).groups;
    expect(five?.figures).toMatchObject({ hidden: false, value: { flag: 'concern', decisions: 100, panels: 5 } });
    expect(widthOf(five)).toBeLessThan(widthOf(alone));
  });

  it('[P3] compares each group with the others of its own panel', () => {
    const strict = onlyDecisionsIn([18, 20], [135, 150]);
    const mild = onlyDecisionsIn([9, 90], [2, 20]);
    const [group] = poolReports([pooled(strict), pooled(mild)]).groups;
    // 27 of 110 against 137 of 170 in all, and yet alike in each.
    expect(group?.figures).toMatchObject({ hidden: false, value: { flag: 'none', ratio: { value: 1 } } });
  });

  it('[P32] has the decisions that the reports of the panels show, and of an axis no others', () => {
    fc.assert(
      fc.property(fc.array(anyInput(), { minLength: 2, maxLength: 6 }), (inputs) => {
        const reports = inputs.map(reportOf);
        for (const { id, figures } of poolReports(inputs.map((input) => pooled(input))).groups) {
          const shown = reports.flatMap(({ declines }) =>
            declines.groups.flatMap((one) => (one.id === id && !one.figures.hidden ? [one.figures.value] : [])),
          );
          const alone = shown.reduce((sum, { decisions }) => sum + decisions, 0);
          if (id.startsWith('a')) expect(figures.hidden).toBe(shown.length === 0);
          if (id.startsWith('a') && !figures.hidden) expect(figures.value.decisions).toBe(alone);
          if (!figures.hidden) expect(figures.value.decisions).toBeGreaterThanOrEqual(alone);
        }
      }),
    );
  });

  it('[P32] leaves nobody, or at least as many as one report must have, when the panels are taken from it', () => {
    fc.assert(
      fc.property(fc.array(anyInput(), { minLength: 2, maxLength: 6 }), (inputs) => {
        for (const { id, figures } of poolReports(inputs.map((input) => pooled(input))).groups) {
          if (figures.hidden) continue;
          const hiding = inputs.filter((input) => !partOf(input, reportOf(input)).find((one) => one.id === id)?.table);
          const alone = inputs
            .filter((input) => !hiding.includes(input))
            .reduce((sum, input) => sum + decidedIn(input, id).length, 0);
          const left = new Set(hiding.flatMap((input) => decidedIn(input, id))).size;
          if (figures.value.decisions > alone) {
            expect(left).toBeGreaterThanOrEqual(id === 's' ? K_MIN.sensitive : K_MIN.plain);
          }
        }
      }),
    );
  });

  it('[P32] counts groups too small for each panel together, and somebody in several panels once', () => {
    const small = onlyDecisionsIn([1, 3], [18, 150]);
    const apart = [0, 1, 2].map((n) => pooled(small, (seat) => `${n} ${seat}`));
    expect(poolReports(apart).groups[0]?.figures).toMatchObject({ value: { decisions: 9, panels: 3 } });
    expect(poolReports(times(3, small)).groups[0]?.figures).toEqual({ hidden: true });
    expect(poolReports([...times(1, panel), pooled(small)]).groups[0]?.figures).toMatchObject({
      value: { decisions: 20, panels: 1 },
    });
  });

  it('[P32] does not count them once it is forgotten who belonged to them', () => {
    const small = onlyDecisionsIn([1, 3], [18, 150]);
    const forgotten = [0, 1, 2].map(() => ({ ...pooled(small), small: new Map() }));
    expect(poolReports(forgotten).groups[0]?.figures).toEqual({ hidden: true });
  });

  it('[P32] keeps of a panel no number that its report hides', () => {
    const input = madeUpPanel();
    const hidden = partOf(input, reportOf(input)).filter(({ table }) => table === null);
    expect(hidden.map(({ id }) => id)).toEqual(['small-islands', 'refugees']);
  });
});

function onlyDecisionsIn(...counts: Parameters<typeof onlyDecisions>): ReportInput {
  return { ...madeUpPanel(), ...onlyDecisions(...counts) };
}

function pooled(input: ReportInput, personOf = (seat: string) => seat): PooledPanel {
  const part: Part = partOf(input, reportOf(input));
  return { part, small: smallPartsOf(input, part, personOf) };
}

function times(count: number, input: ReportInput): readonly PooledPanel[] {
  return Array.from({ length: count }, () => pooled(input));
}

function decidedIn({ people }: ReportInput, group: string): readonly string[] {
  return [...people].flatMap(([seat, { groups, decisions }]) =>
    groups.includes(group) && decisions.some(({ outcome }) => outcome !== 'pending') ? [seat] : [],
  );
}

function widthOf(row: OfGroup<PooledFigures> | undefined): number {
  if (!row || row.figures.hidden) return NaN;
  return (row.figures.value.ratio?.high ?? 99) - (row.figures.value.ratio?.low ?? 0);
}
