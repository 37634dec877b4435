import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';

/** How figures are written where the reader lives. */
export interface Figures {
  percent(whole: number): string;
  number(value: number, digits?: number): string;
  minutes(value: number): string;
  /** `+3`, `−2`. */
  signed(value: number): string;
  /** A probability, as exactly as it is worth. */
  chance(p: number): string;
  list(titles: readonly string[]): string;
}

export function useFigures(): Figures {
  const { locale } = useLocale();
  return useMemo(() => figuresOf(locale), [locale]);
}

export function figuresOf(locale: string): Figures {
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const chances = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    percent: (whole) => percents.format(whole / 100),
    number: (value, digits = 2) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    minutes: (value) => minutes.format(value),
    signed: (value) => signed.format(value),
    chance: (p) => (p < 0.0001 ? `< ${chances.format(0.0001)}` : chances.format(p)),
    list: (titles) => lists.format(titles.map(isolated)),
  };
}

/** A title in a sentence keeps its own direction. */
export function isolated(title: string): string {
  return `\u2068${title}\u2069`;
}
