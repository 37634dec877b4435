import { randomUUID } from 'node:crypto';
import { IDLE_SECONDS } from './lifetimes.js';
import { Refused } from './refused.js';
import { row, rows, type Db } from './sql.js';
import { newToken } from './token.js';

export interface Arrival {
  readonly personId: string;
  readonly sessionId: string;
  /** What the cookie carries. */
  readonly token: string;
}

/**
 * Guests with one session each, written straight into better-auth’s tables: two statements however many they are, and
 * inside the caller’s transaction, which better-auth’s own calls cannot join.
 */
export async function welcomeGuests(db: Db, names: readonly string[]): Promise<readonly Arrival[]> {
  const arrivals = names.map(() => ({ personId: randomUUID(), sessionId: randomUUID(), token: newToken() }));
  const persons = arrivals.map(({ personId }) => personId);
  await rows(
    db,
    `INSERT INTO person (id, name, email, guest)
     SELECT id, name, id || '@guest.invalid', true FROM unnest($1::uuid[], $2::text[]) AS guest (id, name)`,
    [persons, names],
  );
  await rows(
    db,
    `INSERT INTO person_session (id, token, person_id, expires_at, ip_address, user_agent)
     SELECT id, token, person, now() + make_interval(secs => $4), '', ''
     FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS arrival (id, token, person)`,
    [arrivals.map(({ sessionId }) => sessionId), arrivals.map(({ token }) => token), persons, IDLE_SECONDS],
  );
  return arrivals;
}

export async function welcomeGuest(db: Db, name: string): Promise<Arrival> {
  const [arrival] = await welcomeGuests(db, [name]);
  if (!arrival) throw new Error('A guest could not be written.');
  return arrival;
}

/** Makes a guest a member. @throws Refused where the address belongs to somebody else. */
export async function setCredential(
  db: Db,
  personId: string,
  { email, hash }: { email: string; hash: string },
): Promise<void> {
  const other = await row(db, 'SELECT 1 FROM person WHERE email = $1 AND id <> $2', [email, personId]);
  if (other) throw new Refused('bad-request', { field: 'email', message: ADDRESS_TAKEN });

  await rows(db, 'UPDATE person SET email = $2, guest = false, updated_at = now() WHERE id = $1', [personId, email]);
  await rows(
    db,
    `INSERT INTO person_account (account_id, provider_id, person_id, password) VALUES ($1::text, 'credential', $1::uuid, $2)
     ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`,
    [personId, hash],
  );
}

export async function passwordHashOf(db: Db, personId: string): Promise<string | null> {
  const account = await row<{ password: string | null }>(
    db,
    `SELECT password FROM person_account WHERE person_id = $1 AND provider_id = 'credential'`,
    [personId],
  );
  return account?.password ?? null;
}

/** The address as it is compared; null for a guest, who has none. */
export async function emailOf(db: Db, personId: string): Promise<string | null> {
  const person = await row<{ email: string; guest: boolean | null }>(
    db,
    'SELECT email, guest FROM person WHERE id = $1',
    [personId],
  );
  return person && !person.guest ? person.email : null;
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** @throws Refused for somebody who was shut out. Holds their row until the transaction ends. */
export async function mustNotBeBanned(db: Db, personId: string): Promise<void> {
  const person = await row<{ banned: boolean }>(db, 'SELECT banned FROM person WHERE id = $1 FOR UPDATE', [personId]);
  if (!person || person.banned) throw new Refused('not-allowed');
}

const ADDRESS_TAKEN = 'This address belongs to an account already. Sign in with it, then open the link again.';
