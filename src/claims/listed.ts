import { createHash } from 'node:crypto';
import { row, rows, type Db } from '../identity/sql.js';

/** One line of one taking over of a list; line 0: a link that was made by itself, for whomever. */
export interface Line {
  readonly forumId: string;
  readonly run: string;
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
}

/** What became of a line before, in this taking over or an earlier one. */
export interface Prior {
  readonly run: string;
  readonly line: number;
  readonly invitationId: string | null;
  readonly personId: string | null;
}

export interface Became {
  readonly invitationId?: string;
  readonly personId?: string;
}

/** Of two people with one name and no address, the one who stood nearest to this line. */
export function priorOf(db: Db, { forumId, run, line, ...who }: Line): Promise<Prior | null> {
  return row<Prior>(
    db,
    `SELECT run, line, invitation_id AS "invitationId", person_id AS "personId" FROM claim_listed
     WHERE forum_id = $1 AND key = $2 AND (run <> $3 OR line = $4)
     ORDER BY run = $3 DESC, abs(line - $4), line LIMIT 1`,
    [forumId, keyOf(who), run, line],
  );
}

/** Whether somebody with this address stands on another line of the same list. */
export async function isTwice(db: Db, { forumId, run, line, ...who }: Line): Promise<boolean> {
  if (who.email === null) return false;
  const text = 'SELECT 1 FROM claim_listed WHERE forum_id = $1 AND key = $2 AND run = $3 AND line <> $4';
  return (await row(db, text, [forumId, keyOf(who), run, line])) !== null;
}

/** In the place of what became of it before. */
export async function note(db: Db, of: Line, became: Became, prior: Prior | null): Promise<void> {
  const { forumId, run, line } = of;
  if (prior) {
    const place = [forumId, prior.run, prior.line];
    await rows(db, 'DELETE FROM claim_listed WHERE forum_id = $1 AND run = $2 AND line = $3', place);
  }
  const values = [forumId, run, line, keyOf(of), became.invitationId ?? null, became.personId ?? null];
  await rows(
    db,
    `INSERT INTO claim_listed (forum_id, run, line, key, invitation_id, person_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (forum_id, run, line) DO UPDATE
       SET key = excluded.key, invitation_id = excluded.invitation_id, person_id = excluded.person_id`,
    values,
  );
}

/** Whoever used the link of a line is who stands on it. */
export async function joined(db: Db, invitationId: string, personId: string): Promise<void> {
  await rows(db, 'UPDATE claim_listed SET person_id = $2 WHERE invitation_id = $1 AND line > 0', [
    invitationId,
    personId,
  ]);
}

/** Nobody used it: it is worth nothing from now on. */
export async function revoke(db: Db, invitationId: string): Promise<void> {
  const text = 'UPDATE invitation SET revoked_at = now() WHERE invitation_id = $1 AND uses = 0 AND revoked_at IS NULL';
  await rows(db, text, [invitationId]);
}

function keyOf({ name, email }: Pick<Line, 'name' | 'email'>): string {
  const who = email ?? `name ${name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}`;
  return createHash('sha256').update(who).digest('hex');
}
