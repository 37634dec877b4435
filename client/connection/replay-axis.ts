import type { Histogram, PanelDetail } from './replay-source.js';

/** The stretch of time that is replayed, ms since 1970. What was before or after it happens at its ends. */
export interface Axis {
  /** What the clock into the panel counts from. */
  readonly origin: number;
  readonly start: number;
  readonly end: number;
}

const LEAD_MS = 60_000;
const LEAD_SHARE = 0.02;
const SHORTEST_MS = 1_000;
const SPARSE_SPAN_MS = 12 * 3_600_000;
const SPARSE_GAP_MS = 600_000;

/**
 * From shortly before the opening to the close: a panel may have been drafted weeks before and archived weeks later, and
 * that must not make its hour and a half invisible.
 */
export function axisOf(
  panel: Pick<PanelDetail, 'phase' | 'openedAt' | 'closedAt'>,
  histogram: Pick<Histogram, 'from' | 'to' | 'width' | 'total'>,
): Axis {
  const origin = panel.openedAt ?? histogram.from;
  const end = Math.max(endOf(panel, histogram), origin + SHORTEST_MS);
  const lead = Math.min(LEAD_MS, Math.round((end - origin) * LEAD_SHARE), Math.max(0, origin - histogram.from));
  return { origin, start: origin - lead, end };
}

/** With silence so long that nobody would wait for it, it is skipped unless the reader says otherwise. */
export function isSparse({ start, end }: Axis, published: number): boolean {
  const span = end - start;
  return span > SPARSE_SPAN_MS || (span > LEAD_MS && span / Math.max(1, published) > SPARSE_GAP_MS);
}

export function within({ start, end }: Axis, time: number): number {
  return Math.min(end, Math.max(start, time));
}

function endOf(
  { phase, closedAt }: Pick<PanelDetail, 'phase' | 'closedAt'>,
  { from, to, width, total }: Pick<Histogram, 'from' | 'to' | 'width' | 'total'>,
): number {
  const isOver = phase === 'closed' || phase === 'archived';
  if (!isOver || closedAt === null) return to;

  const last = total.findLastIndex((count) => count > 0);
  const lastBegins = from + last * width;
  return lastBegins > closedAt ? Math.min(to, lastBegins + width) : closedAt;
}
