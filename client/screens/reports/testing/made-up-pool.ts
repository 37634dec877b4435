import { partOf, smallPartsOf } from '../../../../domain/amplify/report/part.js';
import { poolReports } from '../../../../domain/amplify/report/pooled.js';
import { reportOf } from '../../../../domain/amplify/report/report.js';
import { madeUpPanel } from '../../../../domain/amplify/report/testing/made-up-panel.js';
import type { PublishedPool } from '../../../../domain/wire/reports.js';

/** As the server would send it, over so many busy panels. Nobody was in two of them. */
export function madeUpPool(count: number): PublishedPool {
  const panels = Array.from({ length: count }, (_, i) => {
    const input = madeUpPanel({}, 412 + i);
    const part = partOf(input, reportOf(input));
    return { part, small: smallPartsOf(input, part, (seat) => `${i} ${seat}`) };
  });
  return {
    reportId: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    publishedAt: Date.UTC(2026, 9, 24, 10),
    panels: panels.map((_, i) => ({
      panelId: `00000000-0000-4000-8000-00000000010${i}`,
      title: TITLES[i % TITLES.length] ?? '',
    })),
    report: poolReports(panels),
  };
}

const TITLES = [
  'Water sharing in dry years',
  'Grain corridors and transit',
  'Кто платит за адаптацию',
  'النقل عبر الدول غير الساحلية',
  'Energy across borders',
  'What the glaciers leave us',
  'Jailoo: pastures that move',
];
