import { useLocale } from 'react-aria-components';
import { absoluteTime, relativeTime } from './formats.js';
import { useNow } from './now.js';

export interface TimeProps {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const HOUR = 3_600_000;

/** Relative under an hour, absolute beyond; the other one on hover. */
export function Time({ at }: TimeProps) {
  const now = useNow();
  const { locale } = useLocale();
  const absolute = absoluteTime(locale, at);
  const relative = relativeTime(locale, at, now);
  const isNear = Math.abs(now - at) < HOUR;

  return (
    <time dateTime={new Date(at).toISOString()} title={isNear ? absolute : relative}>
      {isNear ? relative : absolute}
    </time>
  );
}
