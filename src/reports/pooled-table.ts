import type { Cell } from '../../domain/text/csv.js';
import type { PublishedPool } from '../../domain/wire/reports.js';

/** Reports over several panels as one long table, a row for a group; the rows of one report bear its id. */
export function pooledTable(pools: readonly PublishedPool[]): readonly (readonly Cell[])[] {
  return [
    ['report', 'published', 'method', 'group', 'panels', 'decisions', 'declined %', ...RATIO, 'p', 'holm', 'reading'],
    ...pools.flatMap(({ reportId, publishedAt, report }) =>
      report.groups.map(({ title, figures }) => [
        reportId,
        new Date(publishedAt).toISOString(),
        report.method,
        title,
        ...(figures.hidden ? HIDDEN : cellsOf(figures.value)),
      ]),
    ),
  ];
}

const RATIO = ['ratio', 'low', 'high'];
const HIDDEN: readonly Cell[] = [null, null, null, null, null, null, null, null, 'hidden'];

type Figures = Exclude<PublishedPool['report']['groups'][number]['figures'], { hidden: true }>['value'];

function cellsOf({ panels, decisions, declined, ratio, p, holm, flag }: Figures): readonly Cell[] {
  const isCompared = flag !== 'insufficient';
  return [
    panels,
    decisions,
    isCompared ? declined : null,
    ...(ratio ? [ratio.value, ratio.low, ratio.high] : [null, null, null]),
    isCompared ? p : null,
    isCompared ? holm : null,
    flag,
  ];
}
