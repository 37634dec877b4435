import type { Axis } from '../../connection/replay-axis.js';
import type { Histogram } from '../../connection/replay-source.js';
import type { Stop } from '../../connection/replay-stops.js';

/** How much was said when, over the time that is replayed; `marks` by share of it. */
export interface Density {
  readonly total: readonly number[];
  readonly threads: ReadonlyMap<string, readonly number[]>;
  readonly marks: readonly DensityMark[];
}

export interface DensityMark {
  readonly share: number;
  readonly kind: 'opened' | 'paused' | 'resumed' | 'closed' | 'posed' | 'answered' | 'speech';
}

export const BARS = 160;
/** Marks nearer than this to one of their kind would be drawn upon each other. */
const APART = 1 / 160;

const KINDS: Readonly<Record<string, DensityMark['kind']>> = {
  PanelOpened: 'opened',
  PanelPaused: 'paused',
  PanelResumed: 'resumed',
  PanelClosed: 'closed',
  QuestionPosed: 'posed',
  QuestionAnswered: 'answered',
  FloorGiven: 'speech',
};

/** As the server counted it, while the record is on its way. */
export function densityOf({ from, width, total, threads, marks }: Histogram, axis: Axis): Density {
  const spread = (counts: readonly number[]) => {
    const bars = empty();
    counts.forEach((count, i) => count > 0 && put(bars, shareOf(axis, from + (i + 0.5) * width), count));
    return bars;
  };
  return {
    total: spread(total),
    threads: new Map(Object.entries(threads).map(([id, counts]) => [id, spread(counts)])),
    marks: apart(
      marks.flatMap(({ at, type }) => {
        const kind = KINDS[type];
        return kind ? [{ share: shareOf(axis, at), kind }] : [];
      }),
    ),
  };
}

/** As it stands in the record, once that is here. */
export function densityIn(stops: readonly Stop[], axis: Axis): Density {
  const total = empty();
  const threads = new Map<string, number[]>();
  const marks: DensityMark[] = [];
  for (const { kind, time, threadId, isRow } of stops) {
    const share = shareOf(axis, time);
    if (kind !== 'said' && kind !== 'thread') marks.push({ share, kind });
    if (!isRow) continue;
    put(total, share, 1);
    if (threadId === null) continue;
    const bars = threads.get(threadId) ?? empty();
    threads.set(threadId, bars);
    put(bars, share, 1);
  }
  return { total, threads, marks: apart(marks) };
}

export function shareOf({ start, end }: Axis, time: number): number {
  return Math.min(1, Math.max(0, (time - start) / (end - start)));
}

export function timeAt({ start, end }: Axis, share: number): number {
  const time = start + (end - start) * Math.min(1, Math.max(0, share));
  // Nobody means a fraction of a second on a line that shows an hour.
  return end - start > 60_000 && share < 1 ? Math.round(time / 1000) * 1000 : Math.round(time);
}

/** An area of bars, 1 high; the square root, so that a quiet hour is seen beside a burst. */
export function barsPath(counts: readonly number[], most: number): string {
  return counts
    .map((count, i) => (count > 0 ? `M${i} 1V${(1 - Math.sqrt(count / Math.max(most, 1))).toFixed(3)}h0.8V1z` : ''))
    .join('');
}

/** A line wherever something was said. */
export function bandPath(counts: readonly number[]): string {
  let path = '';
  for (let i = 0; i < counts.length; i++) {
    if (!counts[i]) continue;
    const from = i;
    while (counts[i + 1]) i++;
    path += `M${from} 0H${i + 1}`;
  }
  return path;
}

function empty(): number[] {
  return new Array<number>(BARS).fill(0);
}

function put(bars: number[], share: number, count: number): void {
  const i = Math.min(BARS - 1, Math.floor(share * BARS));
  bars[i] = (bars[i] ?? 0) + count;
}

function apart(marks: readonly DensityMark[]): readonly DensityMark[] {
  const last = new Map<DensityMark['kind'], number>();
  return marks.filter(({ share, kind }) => {
    if (share - (last.get(kind) ?? -1) < APART) return false;
    last.set(kind, share);
    return true;
  });
}
