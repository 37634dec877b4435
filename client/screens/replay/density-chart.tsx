import { memo } from 'react';
import { BARS, bandPath, barsPath, type Density, type DensityMark } from './density.js';
import { dashOf, HUES } from './swatch.js';

export interface Band {
  readonly threadId: string;
  readonly index: number;
}

export interface DensityChartProps {
  readonly density: Density;
  readonly found: Density | null;
  readonly bands: readonly Band[];
}

/** How much was said when: bars of everything, a line for each thread, marks for what happened. */
export const DensityChart = memo(function DensityChart({ density, found, bands }: DensityChartProps) {
  const most = density.total.reduce((top, count) => Math.max(top, count), 0);

  return (
    <div className="density" aria-hidden>
      <Marks marks={density.marks} />
      <svg className="bars" viewBox={`0 0 ${BARS} 1`} preserveAspectRatio="none">
        <path className={found ? 'all' : 'said'} d={barsPath(density.total, most)} />
        {found && <path className="said" d={barsPath(found.total, most)} />}
      </svg>
      {bands.map(({ threadId, index }) => (
        <svg
          key={threadId}
          className={`band hue-${index % HUES}`}
          viewBox={`0 -1 ${BARS} 2`}
          preserveAspectRatio="none"
        >
          <path d={bandPath(density.threads.get(threadId) ?? [])} strokeDasharray={dashOf(index)} />
        </svg>
      ))}
    </div>
  );
});

const SHAPES: Readonly<Record<DensityMark['kind'], string>> = {
  posed: 'M5 0.5L9.5 9.5H0.5Z',
  answered: 'M1 5.5L4 8.5L9 1.5',
  speech: 'M5 1V9M2 3.5V6.5M8 3.5V6.5',
  opened: 'M2 0.5L9 5L2 9.5Z',
  resumed: 'M2 0.5L9 5L2 9.5Z',
  paused: 'M3 1V9M7 1V9',
  closed: 'M1.5 1.5H8.5V8.5H1.5Z',
};

/** Told apart by their shapes; the keyboard’s help says which is which. */
export function MarkShape({ kind }: { readonly kind: DensityMark['kind'] }) {
  return (
    <svg className={`mark ${kind}`} viewBox="0 0 10 10" width="10" height="10" aria-hidden>
      <path d={SHAPES[kind]} />
    </svg>
  );
}

function Marks({ marks }: { readonly marks: readonly DensityMark[] }) {
  return (
    <div className="marks">
      {marks.map(({ share, kind }, i) => (
        <span key={i} style={{ insetInlineStart: `${share * 100}%` }}>
          <MarkShape kind={kind} />
        </span>
      ))}
    </div>
  );
}
