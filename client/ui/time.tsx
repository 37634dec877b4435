import { useNow } from './now.js';

export interface TimeProps {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Relative under an hour, absolute beyond; the other one on hover. */
export function Time({ at }: TimeProps) {
  const now = useNow();
  const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const relative = relativeTo(at, now);
  const isNear = Math.abs(now - at) < HOUR;

  return (
    <time dateTime={new Date(at).toISOString()} title={isNear ? absolute : relative}>
      {isNear ? relative : absolute}
    </time>
  );
}

function relativeTo(at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
  const minutes = Math.round((at - now) / MINUTE);
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}
