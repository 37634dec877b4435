import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GroupTerms } from '../../domain/panel/events.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { granted, refused } from '../identity/refused.js';
import { rows } from '../identity/sql.js';
import type { Session } from '../identity/types.js';
import { Renewing } from './renewing.js';
import { giveClaims, type Source } from './tables.js';

export interface OwnClaim {
  readonly group: string;
  readonly attested: boolean;
  readonly source: Source;
}

/** What somebody counts for in one forum, and what they might. */
export interface OwnForum {
  readonly forumId: string;
  readonly title: string;
  readonly groups: readonly Pick<GroupTerms, 'id' | 'title' | 'source'>[];
  readonly claims: readonly OwnClaim[];
}

/** Forums where they have a part, with groups. */
const OWN = `
  SELECT forum.forum_id AS "forumId", forum.title, forum_groups.groups, coalesce((
    SELECT jsonb_agg(jsonb_build_object('group', group_id, 'attested', attested, 'source', source) ORDER BY group_id)
    FROM claim WHERE claim.forum_id = forum.forum_id AND claim.person_id = $1
  ), '[]'::jsonb) AS claims
  FROM forum JOIN forum_groups ON forum_groups.forum_id = forum.forum_id
  WHERE jsonb_array_length(forum_groups.groups) > 0 AND forum.forum_id IN (
    SELECT forum_id FROM claim WHERE person_id = $1
    UNION SELECT forum_id FROM role_grant WHERE person_id = $1
    UNION SELECT panel.forum_id FROM seat JOIN panel ON panel.panel_id = seat.panel_id WHERE seat.person_id = $1)
  ORDER BY forum.created_at DESC, forum.forum_id LIMIT 100`;

/** What a person counts for, seen and changed by nobody but themselves. */
@Injectable()
export class OwnClaims {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Renewing) private readonly renewing: Renewing,
  ) {}

  async list(by: Session): Promise<readonly OwnForum[]> {
    const found = await rows<Omit<OwnForum, 'groups'> & { groups: GroupTerms[] }>(this.database, OWN, [by.personId]);
    return found.map(({ groups, ...forum }) => ({
      ...forum,
      groups: groups.map(({ id, title, source }) => ({ id, title, source })),
    }));
  }

  /** Nobody vouches for it: it counts in reports and never gives a turn. */
  async declare(by: Session, forumId: string, group: string): Promise<Reply<Record<string, never>>> {
    const forum = (await this.list(by)).find((one) => one.forumId === forumId);
    if (!forum) return refused('not-allowed');
    if (!forum.groups.some(({ id }) => id === group)) return refused('bad-request', { field: 'group' });

    const given = await this.database.transaction((db) =>
      giveClaims(db, { personId: by.personId, forumId, groups: [group], source: 'self' }),
    );
    return given === 'rival' ? refused('one-per-axis', { field: 'group' }) : granted({});
  }

  /** Gone at once, in panels that go on too; what it counted for until now stays counted. */
  async withdraw(by: Session, forumId: string, group: string): Promise<Reply<Record<string, never>>> {
    await rows(this.database, 'DELETE FROM claim WHERE person_id = $1 AND forum_id = $2 AND group_id = $3', [
      by.personId,
      forumId,
      group,
    ]);
    await this.renewing.renew(by.personId);
    return granted({});
  }
}
