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
      ['shares', 'waits', 'declines', 'appeals', 'tests'].map((part) => [part, 'all', 'hidden']),
    );
  });

  it('[P7] makes no formula of the title of a group', () => {
    const groups = madeUpPanel().groups.map((group) => ({ ...group, title: '=HYPERLINK("http://a")' }));
    expect(csvOf(reportTable(reportOf(madeUpPanel({ groups }))))).not.toContain(',"=');
  });
});
