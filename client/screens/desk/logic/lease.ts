/** Whoever pointed, pressed a key or scrolled within this time is at the desk. */
const ACTIVE_MS = 90_000;
const RENEW_AFTER_MS = 40_000;
/** A lease of two minutes that ended about when it had to: it ran out. Earlier: something else happened. */
const NEARLY_OVER_MS = 105_000;

/** When a lease began or was last renewed, by this device’s own clock: it may differ from the server’s. */
export interface Holding {
  readonly since: number;
}

export function shouldRenew({ since }: Holding, lastActive: number, now: number): boolean {
  return now - since >= RENEW_AFTER_MS && now - lastActive < ACTIVE_MS;
}

export function hasRunOut({ since }: Holding, now: number): boolean {
  return now - since >= NEARLY_OVER_MS;
}
