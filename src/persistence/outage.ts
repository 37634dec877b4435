/**
 * Whether an error means that the database cannot answer right now, as opposed to a mistake of ours: the caller says
 * `unavailable` and the person tries again. Looks through wrapped errors.
 */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;

  const { code, message, driverError, cause, errors } = error as Nested;
  if (code !== undefined && (NETWORK_CODES.has(code) || OUTAGE_STATES.test(code))) return true;
  if (OUTAGE_MESSAGES.test(message ?? '')) return true;
  return [driverError, cause, ...(errors ?? [])].some(isOutage);
}

/** `driverError` is TypeORM’s, `errors` an AggregateError’s: a connection tried on several addresses. */
interface Nested {
  readonly code?: string;
  readonly message?: string;
  readonly driverError?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/**
 * SQLSTATE classes: 08 connection, 53 resources (disk full among them), 57P shutdown, 58 the files below. Single states:
 * cancelled or timed out, lock not available, deadlock, serialization, read-only (a server that has just lost its lead).
 */
const OUTAGE_STATES = /^(08...|53...|57P..|58...|57014|55P03|40P01|40001|25006|25P03)$/;

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
]);

/** What `pg`, PGlite and TypeORM say without a code. */
const OUTAGE_MESSAGES =
  /connection terminated|connection ended|connection error and is not queryable|timeout exceeded when trying to connect|query read timeout|client was closed|client has already been (released|ended)|client is closed|pool after calling end|pglite is (closed|closing)|driver not connected|query runner already released/i;
