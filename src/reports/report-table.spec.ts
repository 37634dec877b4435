import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../../domain/amplify/report/report.js';
import { madeUpPanel } from '../../domain/amplify/report/testing/made-up-panel.js';
import { csvOf } from '../../domain/text/csv.js';
import { reportTable } from './report-table.js';

describe('the report as a table', () => {
  it('[P7] has six cells in every row', () => {
    for (const row of reportTable(reportOf(madeUpPanel()))) expect(row).toHaveLength(6);
  });

  it('[P7] names a group that is not shown, and says nothing else of it', () => {
    const rows = reportTable(reportOf(madeUpPanel())).filter(([, group]) => group === 'Refugees');
    expect(rows.map(([part, , measure, value]) => [part, measure, value])).toEqual(
      ['evenness', 'shares', 'waits', 'declines', 'appeals', 'tests'].map((part) => [part, 'all', 'hidden']),
    );
  });

  it('[P7] holds every figure that the report holds', () => {
    const report = reportOf(madeUpPanel());
    const cells = new Set(reportTable(report).flat());
    const { headline, ...rest } = report;
    const missing = [...leaves(rest), ...leaves(headline.shares), ...leaves(headline.declines)].filter(
      (figure) =>
        !cells.has(figure) && ![...cells].some((cell) => typeof cell === 'string' && cell.includes(String(figure))),
    );
    expect(missing).toEqual([]);
    expect(reportTable(report).find(([part, , measure]) => part === 'evenness' && measure === 'theil')).toBeDefined();
  });

  it('[P7] makes no formula of the title of a group', () => {
    const groups = madeUpPanel().groups.map((group) => ({ ...group, title: '=HYPERLINK("http://a")' }));
    expect(csvOf(reportTable(reportOf(madeUpPanel({ groups }))))).not.toContain(',"=');
  });
});

/** Every number and word in it, but what says that something is hidden and the ids, for which titles stand. */
function leaves(of: unknown, key = ''): readonly (string | number)[] {
  if (typeof of === 'number') return [of];
  if (typeof of === 'string') return key === 'id' ? [] : [of];
  if (of === null || typeof of !== 'object') return [];
  return Object.entries(of).flatMap(([name, value]) => leaves(value, name));
}
