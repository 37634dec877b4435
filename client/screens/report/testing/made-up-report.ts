import type { PanelReport } from '../../../../domain/amplify/report/panel-report.js';
import { reportOf } from '../../../../domain/amplify/report/report.js';
import { madeUpPanel } from '../../../../domain/amplify/report/testing/made-up-panel.js';

/** As the server would send them: a busy panel, and one in which fewer than five people asked. */
export function madeUpReports(): Readonly<Record<'busy' | 'few', PanelReport>> {
  const few = new Map([...madeUpPanel().people].slice(0, 4));
  return {
    busy: reportOf(madeUpPanel()),
    few: reportOf(madeUpPanel({ people: few, posed: [], overrides: 0, selections: 3 })),
  };
}
