import type { ReactNode } from 'react';
import type { Scale } from './scale.js';

export interface PlotProps {
  readonly scale: Scale;
  readonly label: (tick: number) => string;
  /** What the line measures, in words. */
  readonly unit: string;
  /** The words for the shapes. */
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** Rows that share one line of numbers, which stands above them. */
export function Plot({ scale, label, unit, legend, children }: PlotProps) {
  return (
    <figure className="plot">
      <figcaption>
        <span>{unit}</span>
        {legend}
      </figcaption>
      <div className="plot-row plot-axis" aria-hidden>
        <svg className="plot-line" height="22" width="100%">
          {scale.ticks.map((tick, i) => (
            <text key={tick} x={scale.x(tick)} y="15" textAnchor={anchorOf(scale, i)}>
              {label(tick)}
            </text>
          ))}
        </svg>
      </div>
      <ul>{children}</ul>
    </figure>
  );
}

export interface PlotRowProps {
  readonly title: string;
  readonly scale: Scale;
  /** All of it in a sentence, for those who hear it. */
  readonly sentence: string;
  /** The same in brief, beside the line. */
  readonly value: ReactNode;
  readonly children: ReactNode;
}

export function PlotRow({ title, scale, sentence, value, children }: PlotRowProps) {
  return (
    <li className="plot-row">
      <span className="plot-title">
        <bdi>{title}</bdi>
      </span>
      <svg className="plot-line" role="img" aria-label={sentence} height={ROW} width="100%">
        {scale.ticks.map((tick) => (
          <line key={tick} className="grid" x1={scale.x(tick)} x2={scale.x(tick)} y1="0" y2={ROW} />
        ))}
        {children}
      </svg>
      <span className="plot-value" aria-hidden>
        {value}
      </span>
    </li>
  );
}

/** Height of a row and the middle of it, px. */
export const ROW = 34;
export const MIDDLE = 17;

/** The span within which the true value may well lie; its ends are closed, or open where it goes on beyond the line. */
export function Whisker({ scale, low, high }: { readonly scale: Scale; readonly low: number; readonly high: number }) {
  const [from, to] = [scale.x(low), scale.x(high)];
  return (
    <g className="whisker">
      <line x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} />
      {scale.holds(low) && <line x1={from} x2={from} y1={MIDDLE - 5} y2={MIDDLE + 5} />}
      {scale.holds(high) && <line x1={to} x2={to} y1={MIDDLE - 5} y2={MIDDLE + 5} />}
    </g>
  );
}

export type Shape = 'dot' | 'ring' | 'square';

/** Filled or hollow, round or square: told apart without any colour. */
export function Mark({ scale, at, shape, name }: { scale: Scale; at: number; shape: Shape; name: string }) {
  const x = scale.x(at);
  if (shape !== 'square') return <circle className={`mark ${shape} ${name}`} cx={x} cy={MIDDLE} r="6" />;
  // A percentage and pixels cannot be added in an attribute; nested, the square is drawn around its own corner.
  return (
    <svg x={x} y={MIDDLE} overflow="visible">
      <rect className={`mark square ${name}`} x="-6" y="-6" width="12" height="12" />
    </svg>
  );
}

interface KeyProps {
  /** Pixels. */
  readonly width: number;
  readonly className?: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** One sign of a legend, and what it means. */
export function Key({ width, className, label, children }: KeyProps) {
  return (
    <span>
      <svg className={className} width={width} height="16" aria-hidden>
        {children}
      </svg>
      {label}
    </span>
  );
}

/** The numbers at both ends stay inside. */
function anchorOf({ ticks, x }: Scale, i: number): 'start' | 'middle' | 'end' {
  if (i > 0 && i < ticks.length - 1) return 'middle';
  return parseFloat(x(ticks[i] ?? 0)) < 50 ? 'start' : 'end';
}
