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

/** Those of these groups that the forum has get a claim of the person. Says whether that changed anything; what is attested stays so. */
export async function giveClaims(db: Db, { personId, forumId, groups, source }: Given): Promise<boolean> {
  const known = new Set((await groupsOf(db, forumId)).map(({ id }) => id));
  const changed = await rows(
    db,
    `INSERT INTO claim (person_id, forum_id, group_id, attested, source)
     SELECT $1, $2, group_id, $4::text <> 'self', $4 FROM unnest($3::text[]) AS given (group_id)
     ON CONFLICT (person_id, forum_id, group_id) DO UPDATE SET attested = true, source = excluded.source
       WHERE excluded.attested AND NOT claim.attested
     RETURNING 1`,
    [personId, forumId, [...new Set(groups)].filter((group) => known.has(group)), source],
  );
  return changed.length > 0;
}

/** Organisers give groups to people: what they prepare is not deleted for what is over. */
export async function touch(db: Db, forumId: string): Promise<void> {
  await rows(db, 'UPDATE forum_groups SET touched_at = now() WHERE forum_id = $1', [forumId]);
}
