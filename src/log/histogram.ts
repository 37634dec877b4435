import type { DataSource } from 'typeorm';
import { inSession } from './sql.js';
import type { Histogram } from './types.js';

const MOST_BUCKETS = 2_000;

const SPAN = {
  name: 'histogram-span',
  text: `select min(at)::float8 as from, max(at)::float8 as to from entry where panel_id = $1 and journal = 'record'`,
};

const COUNTS = {
  name: 'histogram-counts',
  text: `select ((at - $2::bigint) / $3::bigint)::integer as bucket, data->>'threadId' as thread, count(*)::integer as count
    from entry
    where panel_id = $1 and journal = 'record' and type = 'ContributionPublished' and at <= $4::bigint
    group by 1, 2 order by 1, 2`,
};

const MARKS = {
  name: 'histogram-marks',
  text: `select at::float8 as at, seq, type, coalesce(data->>'contributionId', '') as "contributionId"
    from entry
    where panel_id = $1 and journal = 'record' and at <= $2::bigint
      and type in ('PanelOpened', 'PanelPaused', 'PanelResumed', 'PanelClosed', 'QuestionPosed', 'QuestionAnswered',
        'FloorGiven')
    order by seq`,
};

/** How many contributions were published when, over the whole record; null while the record is empty. */
export async function histogram(db: DataSource, panelId: string, buckets: number): Promise<Histogram | null> {
  return inSession(db, async (session) => {
    const [span] = await session.rows<{ from: number | null; to: number }>(SPAN, [panelId]);
    if (!span || span.from === null) return null;

    const { from, to } = span;
    const size = Math.min(Math.max(Math.trunc(buckets), 1), MOST_BUCKETS);
    const width = Math.max(1, Math.ceil((to - from + 1) / size));
    const counts = await session.rows<Count>(COUNTS, [panelId, from, width, to]);
    const marks = await session.rows<Histogram['marks'][number]>(MARKS, [panelId, to]);
    return { from, to, width, ...columns(counts, size), marks };
  });
}

interface Count {
  readonly bucket: number;
  readonly thread: string;
  readonly count: number;
}

function columns(counts: readonly Count[], size: number): Pick<Histogram, 'total' | 'threads'> {
  const total = new Array<number>(size).fill(0);
  const threads: Record<string, number[]> = {};
  for (const { bucket, thread, count } of counts) {
    total[bucket] = (total[bucket] ?? 0) + count;
    const column = (threads[thread] ??= new Array<number>(size).fill(0));
    column[bucket] = count;
  }
  return { total, threads };
}
