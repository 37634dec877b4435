import { useMemo } from 'react';
import type { ReplayShown } from '../../connection/replay-shown.js';
import type { ReplayTape } from '../../connection/replay-tape.js';
import { type Density, densityIn, densityOf } from './density.js';
import type { Band } from './density-chart.js';
import { HUES } from './swatch.js';

const NOTHING: Density = { total: [], threads: new Map(), marks: [] };

export interface Densities {
  readonly density: Density;
  /** What the filter lets through; null where there is none. */
  readonly found: Density | null;
  readonly bands: readonly Band[];
  /** The place of each thread in the order of opening: its hue and pattern. */
  readonly indexOf: ReadonlyMap<string, number>;
}

export function useDensities(shown: ReplayShown, tape: ReplayTape): Densities {
  const { histogram, axis, loaded, filter, isScanning } = shown;
  const { isWhole } = loaded;
  const entries = isWhole ? loaded.entries : 0;

  const density = useMemo(() => {
    if (!axis || !histogram) return NOTHING;
    // `entries` tells that the stops of a whole record have become more.
    return isWhole && entries > 0 ? densityIn(tape.stops.all, axis) : densityOf(histogram, axis);
  }, [axis, histogram, isWhole, entries, tape]);

  const isFiltered = filter.threadId !== null || filter.words.trim() !== '';
  const found = useMemo(
    () => (axis && isFiltered && !isScanning ? densityIn(tape.selection.stops, axis) : null),
    [axis, isFiltered, isScanning, tape.selection],
  );

  const known = tape.stops.threads.length;
  const indexOf = useMemo(() => new Map(tape.stops.threads.slice(0, known).map((id, i) => [id, i])), [tape, known]);
  return { density, found, bands: useBands(density, indexOf), indexOf };
}

/** The threads most was said in, each in its place. */
function useBands({ threads }: Density, indexOf: ReadonlyMap<string, number>): readonly Band[] {
  return useMemo(() => {
    const sums = [...threads].map(([threadId, counts], i) => ({
      threadId,
      index: indexOf.get(threadId) ?? indexOf.size + i,
      sum: counts.reduce((all, one) => all + one, 0),
    }));
    return sums
      .toSorted((a, b) => b.sum - a.sum)
      .slice(0, HUES)
      .toSorted((a, b) => a.index - b.index);
  }, [threads, indexOf]);
}
