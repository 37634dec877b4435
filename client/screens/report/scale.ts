import { useLocale } from 'react-aria-components';

/** Where a value stands along a line, as the percentage an SVG attribute takes; from the side where reading begins. */
export interface Scale {
  readonly ticks: readonly number[];
  x(value: number): string;
  /** Whether the value lies on the line, or beyond one of its ends. */
  holds(value: number): boolean;
}

export interface ScaleRange {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly isLogarithmic?: boolean;
}

export function scaleOf({ from, to, ticks, isLogarithmic = false }: ScaleRange, isMirrored: boolean): Scale {
  const place = isLogarithmic ? (value: number) => Math.log(Math.max(value, 1e-9)) : (value: number) => value;
  const share = (value: number) => Math.min(1, Math.max(0, (place(value) - place(from)) / (place(to) - place(from))));
  return {
    ticks,
    x: (value) => `${(100 * (isMirrored ? 1 - share(value) : share(value))).toFixed(2)}%`,
    holds: (value) => value >= from && value <= to,
  };
}

export function useScale(range: ScaleRange): Scale {
  const { direction } = useLocale();
  return scaleOf(range, direction === 'rtl');
}

/** From nothing to a round number above the greatest value, in four or five steps. */
export function rangeUpTo(greatest: number): ScaleRange {
  const step = STEPS.find((one) => greatest <= 5 * one) ?? Math.ceil(greatest / 5);
  const count = Math.max(1, Math.ceil(greatest / step));
  return { from: 0, to: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

const STEPS = [1, 2, 5, 10, 15, 20, 30, 60];
