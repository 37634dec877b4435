const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
] as const;

const WRITTEN = /^(-)?(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,10}(?:\.\d{1,3})?)s?)?$/;

/** An instant as an address names it, from the opening of the panel: `1h10m5s`, `2d3h`, `4.25s`, `-30s`. */
export function writeInstant(into: number): string {
  let rest = Math.abs(Math.round(into));
  let text = '';
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(rest / ms);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * ms;
  }
  if (rest > 0 || text === '') text += `${rest / SECOND}s`;
  return into < 0 && text !== '0s' ? `-${text}` : text;
}

/** ms into the panel; null where the address names no instant. */
export function readInstant(text: string | null): number | null {
  const found = text && WRITTEN.exec(text);
  if (!found || /^-?$/.test(text)) return null;
  const [, minus, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  const ms =
    Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Math.round(Number(seconds) * SECOND);
  return minus && ms > 0 ? -ms : ms;
}

export interface ClockParts {
  /** Whole days, where there are more hours than anybody counts. */
  readonly days: number;
  /** `1:10:05`, with a minus before the opening. */
  readonly clock: string;
}

export function clockInto(into: number): ClockParts {
  const seconds = Math.floor(Math.abs(into) / SECOND);
  const days = seconds >= (2 * DAY) / SECOND ? Math.floor(seconds / (DAY / SECOND)) : 0;
  const rest = seconds - days * (DAY / SECOND);
  const [h, m, s] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const clock = h > 0 || days > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  return { days, clock: into < 0 && seconds > 0 ? `−${clock}` : clock };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
