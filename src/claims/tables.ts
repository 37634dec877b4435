import type { GroupTerms } from '../../domain/panel/events.js';
import { row, rows, type Db } from '../identity/sql.js';

export type Source = 'accreditation' | 'invitation' | 'code' | 'self';

export interface Given {
  readonly personId: string;
  readonly forumId: string;
  readonly groups: readonly string[];
  readonly source: Source;
}

/** The groups of a forum, in the order their organisers gave them. */
export async function groupsOf(db: Db, forumId: string): Promise<readonly GroupTerms[]> {
  const found = await row<{ groups: GroupTerms[] }>(db, 'SELECT groups FROM forum_groups WHERE forum_id = $1', [
    forumId,
  ]);
  return found?.groups ?? [];
}

/** Groups that have no members in common with these: the others of their axes. */
export function rivalsOf(ids: readonly string[], groups: readonly GroupTerms[]): readonly string[] {
  return groups.flatMap(({ id, axis }) => {
    const isRival = groups.some(
      (one) => one.axis !== null && one.axis === axis && one.id !== id && ids.includes(one.id),
    );
    return isRival ? [id] : [];
  });
}

/**
 * Those of these groups that the forum has get a claim of the person; what is attested stays so. `rival`: they count for
 * another group of the axis, and nothing changed. What accreditation says takes the place of what was said before; what is
 * attested, the place of what somebody said of themselves.
 */
export async function giveClaims(db: Db, given: Given): Promise<'new' | 'known' | 'rival'> {
  const { personId, forumId, source } = given;
  // Of two codes at the same time the second sees what the first gave.
  if (source !== 'accreditation') await rows(db, 'SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  const groups = await groupsOf(db, forumId);
  const asked = [...new Set(given.groups)].filter((group) => groups.some(({ id }) => id === group));
  const held = await heldOf(db, given, rivalsOf(asked, groups));
  const standing = held.filter(({ attested }) => source === 'self' || (source !== 'accreditation' && attested));
  if (standing.length > 0 && source !== 'invitation') return 'rival';

  // A link is not for one person: of what it gives, everybody takes what they may have.
  const without = rivalsOf(
    standing.map(({ group }) => group),
    groups,
  );
  const known = asked.filter((group) => !without.includes(group));
  const rivals = rivalsOf(known, groups);
  const ended = held.map(({ group }) => group).filter((group) => rivals.includes(group));
  await rows(db, 'DELETE FROM claim WHERE person_id = $1 AND forum_id = $2 AND group_id = ANY($3::text[])', [
    personId,
    forumId,
    ended,
  ]);
  const changed = await rows(db, GIVE, [personId, forumId, known, source]);
  return changed.length > 0 ? 'new' : 'known';
}

const GIVE = `
  INSERT INTO claim (person_id, forum_id, group_id, attested, source)
  SELECT $1, $2, group_id, $4::text <> 'self', $4 FROM unnest($3::text[]) AS given (group_id)
  ON CONFLICT (person_id, forum_id, group_id) DO UPDATE SET attested = true, source = excluded.source
    WHERE excluded.attested AND NOT claim.attested
  RETURNING 1`;

async function heldOf(db: Db, { personId, forumId }: Given, groups: readonly string[]) {
  if (groups.length === 0) return [];
  return rows<{ group: string; attested: boolean }>(
    db,
    `SELECT group_id AS "group", attested FROM claim
     WHERE person_id = $1 AND forum_id = $2 AND group_id = ANY($3::text[])`,
    [personId, forumId, groups],
  );
}

export async function hasAttested(
  db: Db,
  { personId, forumId, group }: { readonly personId: string; readonly forumId: string; readonly group: string },
): Promise<boolean> {
  const text = 'SELECT 1 FROM claim WHERE person_id = $1 AND forum_id = $2 AND group_id = $3 AND attested';
  return (await row(db, text, [personId, forumId, group])) !== null;
}

/** Organisers give groups to people: what they prepare is not deleted for what is over. */
export async function touch(db: Db, forumId: string): Promise<void> {
  await rows(db, 'UPDATE forum_groups SET touched_at = now() WHERE forum_id = $1', [forumId]);
}
