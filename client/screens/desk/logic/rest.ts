const PAUSE_MS = 5 * 60_000;
const STEADY_MS = 45 * 60_000;

/** A stretch of work without a pause worth the name. */
export interface Stretch {
  readonly since: number;
  readonly until: number;
}

export function workedOn({ since, until }: Stretch, now: number): Stretch {
  return now - until > PAUSE_MS ? { since: now, until: now } : { since, until: now };
}

export function isRestDue({ since, until }: Stretch): boolean {
  return until - since >= STEADY_MS;
}
