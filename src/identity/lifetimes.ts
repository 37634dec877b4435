/** A session ends after this long without use … */
export const IDLE_SECONDS = 12 * 3600;
/** … and after this long in any case. */
export const ABSOLUTE_SECONDS = 7 * 24 * 3600;

export const INVITATION_HOURS = 7 * 24;
export const OWNER_LINK_HOURS = 24;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** Bound on how long a cached session, role or name may be older than the database. */
export const CACHE_MS = 60_000;
/** How often sessions in use are compared with the database. */
export const RECHECK_MS = 30_000;
/** How often a node looks for what other nodes ended. */
export const SIGNAL_POLL_MS = 1_000;
/** How long a panel’s forum and access are believed. */
export const PANEL_CACHE_MS = 10_000;
