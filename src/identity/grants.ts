import type { Role } from '../../domain/panel/roles.js';
import { ranked } from './ranks.js';
import { row, rows, type Db } from './sql.js';
import type { Grant } from './types.js';

/** Roles of a person in one panel: its own, its forum’s and the owner’s. Highest first. */
export async function rolesInPanel(
  db: Db,
  personId: string,
  forumId: string,
  panelId: string,
): Promise<readonly Role[]> {
  const held = await rows<{ role: Role }>(
    db,
    `SELECT role FROM role_grant
     WHERE person_id = $1 AND (forum_id IS NULL OR (forum_id = $2 AND (panel_id IS NULL OR panel_id = $3)))`,
    [personId, forumId, panelId],
  );
  return ranked(held.map(({ role }) => role));
}

/** Roles of a person in a forum as a whole. Highest first. */
export async function rolesInForum(db: Db, personId: string, forumId: string | null): Promise<readonly Role[]> {
  const held = await rows<{ role: Role }>(
    db,
    'SELECT role FROM role_grant WHERE person_id = $1 AND panel_id IS NULL AND (forum_id IS NULL OR forum_id = $2)',
    [personId, forumId],
  );
  return ranked(held.map(({ role }) => role));
}

export async function grantsOf(db: Db, personId: string): Promise<readonly Grant[]> {
  const held = await rows<{ forum_id: string | null; panel_id: string | null; role: Role }>(
    db,
    'SELECT forum_id, panel_id, role FROM role_grant WHERE person_id = $1',
    [personId],
  );
  return held.map((grant) => ({ personId, forumId: grant.forum_id, panelId: grant.panel_id, role: grant.role }));
}

/** True when the person did not hold it before. */
export async function give(db: Db, grant: Grant): Promise<boolean> {
  const given = await row(
    db,
    `INSERT INTO role_grant (person_id, forum_id, panel_id, role) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING role`,
    [grant.personId, grant.forumId, grant.panelId, grant.role],
  );
  return given !== null;
}

/** True when the person held it. */
export async function take(db: Db, grant: Grant): Promise<boolean> {
  const taken = await row(
    db,
    `DELETE FROM role_grant
     WHERE person_id = $1 AND forum_id IS NOT DISTINCT FROM $2 AND panel_id IS NOT DISTINCT FROM $3 AND role = $4
     RETURNING role`,
    [grant.personId, grant.forumId, grant.panelId, grant.role],
  );
  return taken !== null;
}

export async function hasOwner(db: Db): Promise<boolean> {
  return (await row(db, `SELECT 1 FROM role_grant WHERE role = 'owner' LIMIT 1`)) !== null;
}
