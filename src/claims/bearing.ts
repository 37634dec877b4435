import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reply } from '../../domain/wire/protocol.js';
import { Admissions } from '../identity/admissions.js';
import { Invitations, type Invited } from '../identity/invitations.js';
import { INVITATION_HOURS } from '../identity/lifetimes.js';
import { SqlIdentity } from '../identity/identity.js';
import { granted, refused } from '../identity/refused.js';
import { rows, type Db } from '../identity/sql.js';
import type { Session } from '../identity/types.js';
import { ForumGroups } from './forum-groups.js';
import { joined, note, priorOf, revoke } from './listed.js';
import { giveClaims, groupsOf, rivalsOf, touch, type Source } from './tables.js';

export interface GroupOffer {
  readonly forumId: string;
  readonly panelId?: string | undefined;
  readonly groups: readonly string[];
  readonly email?: string | undefined;
  readonly maxUses?: number | undefined;
  readonly hours?: number | undefined;
  readonly requestId?: string | undefined;
}

/** Invitations that bear groups: whoever accepts one counts for them, attested by whoever sent it. */
@Injectable()
export class BearingInvitations implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(ForumGroups) private readonly forumGroups: ForumGroups,
  ) {}

  onModuleInit(): void {
    this.admissions.bears((db, accepted) => this.give(db, accepted));
  }

  async create(by: Session, offer: GroupOffer): Promise<Reply<Invited>> {
    if (!(await this.forumGroups.mayDefine(by, offer.forumId))) return refused('not-allowed');
    if (!(await this.isIn(offer.forumId, offer.panelId))) return refused('no-such-panel', { field: 'panelId' });
    const known = await groupsOf(this.database, offer.forumId);
    const isGood = offer.groups.every((group) => known.some(({ id }) => id === group));
    if (!isGood || rivalsOf(offer.groups, known).some((rival) => offer.groups.includes(rival))) {
      return refused('bad-request', { field: 'groups' });
    }
    return granted(await this.database.transaction((db) => this.offered(db, by, offer)));
  }

  /** Asked again, because the answer was lost, there is one link and not two. */
  private async offered(db: Db, by: Session, offer: GroupOffer): Promise<Invited> {
    await touch(db, offer.forumId);
    const { forumId, requestId: run } = offer;
    const at = run === undefined ? null : { forumId, run, line: 0, name: '', email: null };
    const prior = at && (await priorOf(db, at));
    if (prior?.invitationId && prior.run === run) await revoke(db, prior.invitationId);
    const made = await this.mint(db, by, offer, 'invitation');
    if (at) await note(db, at, { invitationId: made.invitationId }, null);
    return made;
  }

  async mint(db: Db, by: Session, offer: GroupOffer, source: Source): Promise<Invited> {
    const { forumId, panelId = null, groups, email = null, maxUses = 1, hours = INVITATION_HOURS } = offer;
    const wish = { role: 'participant', forumId, panelId, email, maxUses, hours } as const;
    const made = await this.invitations.mint(wish, by.personId, db);
    await rows(
      db,
      'INSERT INTO invitation_claim (invitation_id, group_id, source) SELECT $1, group_id, $3 FROM unnest($2::text[]) AS borne (group_id)',
      [made.invitationId, [...new Set(groups)], source],
    );
    return made;
  }

  async isIn(forumId: string, panelId: string | undefined): Promise<boolean> {
    return panelId === undefined || (await this.identity.places.of(panelId))?.forumId === forumId;
  }

  private async give(db: Db, { invitationId, personId }: { invitationId: string; personId: string }): Promise<boolean> {
    await joined(db, invitationId, personId);
    const borne = await rows<{ group: string; source: Source; forumId: string }>(
      db,
      `SELECT group_id AS "group", source, forum_id AS "forumId"
       FROM invitation_claim JOIN invitation USING (invitation_id) WHERE invitation_id = $1`,
      [invitationId],
    );
    const [first] = borne;
    if (!first) return false;
    const { forumId, source } = first;
    const given = await giveClaims(db, { personId, forumId, groups: borne.map(({ group }) => group), source });
    return given === 'new';
  }
}
