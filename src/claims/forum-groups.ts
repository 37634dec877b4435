import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { faultIn } from '../../domain/amplify/groups/terms.js';
import { textFaultIn } from '../../domain/amplify/groups/texts.js';
import type { GroupTerms } from '../../domain/panel/events.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { SqlIdentity } from '../identity/identity.js';
import { granted, refused } from '../identity/refused.js';
import { row, rows } from '../identity/sql.js';
import type { Session } from '../identity/types.js';
import { Renewing } from './renewing.js';
import { groupsOf } from './tables.js';

/** Fewer are not counted aloud, and more only in these steps. */
const COUNTED_FROM = 10;
const COUNTED_BY = 5;

export interface ForumGroupsView {
  readonly groups: readonly GroupTerms[];
  /** How many people count for each, in steps of 5; null: fewer than 10. */
  readonly people: Readonly<Record<string, number | null>>;
  /** Codes that nobody used yet, told in the same way: exact numbers would tell of each person who uses one. */
  readonly codes: Readonly<Record<string, number | null>>;
}

/** The groups of a forum, made and read by its owners and hosts, and nobody below them. */
@Injectable()
export class ForumGroups {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(Renewing) private readonly renewing: Renewing,
  ) {}

  async mayDefine(by: Session, forumId: string): Promise<boolean> {
    const roles = await this.identity.forumRoles(by, forumId);
    return roles.includes('owner') || roles.includes('host');
  }

  async view(by: Session, forumId: string): Promise<Reply<ForumGroupsView>> {
    if (!(await this.mayDefine(by, forumId))) return refused('not-allowed');

    const people = await rows<Count>(this.database, COUNT_PEOPLE, [forumId]);
    const codes = await rows<Count>(this.database, COUNT_CODES, [forumId]);
    const groups = await groupsOf(this.database, forumId);
    return granted({
      groups,
      people: byGroup(groups, people),
      codes: byGroup(groups, codes),
    });
  }

  async any(forumId: string): Promise<boolean> {
    return (await groupsOf(this.database, forumId)).length > 0;
  }

  /** All of them at once. What belongs to a group that is not among them any more is deleted. */
  async set(by: Session, forumId: string, groups: readonly GroupTerms[]): Promise<Reply<Record<string, never>>> {
    if (!(await this.mayDefine(by, forumId))) return refused('not-allowed');
    if (!(await row(this.database, 'SELECT 1 FROM forum WHERE forum_id = $1', [forumId]))) {
      return refused('no-such-forum', { field: 'forumId' });
    }
    const fault = faultIn(groups);
    if (fault) return refused('bad-request', fault);
    const textFault = textFaultIn(groups);
    if (textFault) return refused('bad-text', textFault);

    await this.database.transaction(async (db) => {
      await rows(
        db,
        `INSERT INTO forum_groups (forum_id, groups) VALUES ($1, $2)
         ON CONFLICT (forum_id) DO UPDATE SET groups = excluded.groups, touched_at = now()`,
        [forumId, JSON.stringify(groups)],
      );
      const kept = [forumId, groups.map(({ id }) => id)];
      for (const statement of DROP_OTHERS) await rows(db, statement, kept);
    });
    await this.renewing.renew(null);
    return granted({});
  }
}

interface Count {
  readonly group: string;
  readonly count: number;
}

const COUNT_PEOPLE = `SELECT group_id AS "group", count(*)::int AS count FROM claim WHERE forum_id = $1 GROUP BY group_id`;
const COUNT_CODES = `
  SELECT group_id AS "group", count(*)::int AS count FROM claim_code WHERE forum_id = $1 AND NOT used GROUP BY group_id`;

const DROP_OTHERS = [
  'DELETE FROM claim WHERE forum_id = $1 AND group_id <> ALL($2::text[])',
  'DELETE FROM claim_code WHERE forum_id = $1 AND group_id <> ALL($2::text[])',
  `DELETE FROM invitation_claim USING invitation
   WHERE invitation.invitation_id = invitation_claim.invitation_id
     AND invitation.forum_id = $1 AND group_id <> ALL($2::text[])`,
];

function counted(count: number): number | null {
  return count < COUNTED_FROM ? null : Math.floor(count / COUNTED_BY) * COUNTED_BY;
}

function byGroup(groups: readonly GroupTerms[], counts: readonly Count[]) {
  const found = new Map(counts.map(({ group, count }) => [group, count]));
  return Object.fromEntries(groups.map(({ id }) => [id, counted(found.get(id) ?? 0)]));
}
