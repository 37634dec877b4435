import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListProblem } from '../../domain/wire/accreditation.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { granted, refused } from '../identity/refused.js';
import { row, rows, type Db } from '../identity/sql.js';
import type { Session } from '../identity/types.js';
import { readList, type Accredited, type ReadList } from './accreditation-list.js';
import { BearingInvitations } from './bearing.js';
import { ForumGroups } from './forum-groups.js';
import { isTwice, note, priorOf, revoke } from './listed.js';
import { Renewing } from './renewing.js';
import { giveClaims, groupsOf, touch } from './tables.js';

export interface AccreditationList {
  readonly forumId: string;
  readonly csv: string;
  /** Where its first row stands in the file. */
  readonly line?: number | undefined;
  /** Where the links lead; the forum without one. */
  readonly panelId?: string | undefined;
  readonly hours?: number | undefined;
  /** The same for all parts of one list, and for a part that is sent again. */
  readonly requestId?: string | undefined;
}

interface Taking extends AccreditationList {
  readonly run: string;
  readonly person: Accredited;
}

export interface Preview {
  readonly columns: ReadList['columns'];
  readonly people: number;
  readonly problems: readonly ListProblem[];
}

/** `link`: to be sent to this person, and told this once. null: they have an account or joined before, and count already. */
export interface Taken {
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly link: string | null;
}

/** A list of accredited people: looked through first, then taken over, each time as much of it as one request holds. */
@Injectable()
export class Accreditation {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(ForumGroups) private readonly forumGroups: ForumGroups,
    @Inject(BearingInvitations) private readonly invitations: BearingInvitations,
    @Inject(Renewing) private readonly renewing: Renewing,
  ) {}

  /** Writes nothing. */
  async preview(by: Session, { forumId, csv, line }: AccreditationList): Promise<Reply<Preview>> {
    if (!(await this.forumGroups.mayDefine(by, forumId))) return refused('not-allowed');
    const { columns, people, problems } = readList(csv, await groupsOf(this.database, forumId), line);
    return granted({ columns, people: people.length, problems });
  }

  /** All the lines without a problem, or none of them where it fails. */
  async take(by: Session, list: AccreditationList): Promise<Reply<readonly Taken[]>> {
    if (!(await this.forumGroups.mayDefine(by, list.forumId))) return refused('not-allowed');
    const isThere = await this.invitations.isIn(list.forumId, list.panelId);
    if (!isThere) return refused('no-such-panel', { field: 'panelId' });

    const { people } = readList(list.csv, await groupsOf(this.database, list.forumId), list.line);
    const run = list.requestId ?? randomUUID();
    const taken = await this.database.transaction(async (db) => {
      // Also keeps another taking over of the same forum waiting until this one is through.
      await touch(db, list.forumId);
      const each: Taken[] = [];
      for (const person of people) each.push(...(await this.takeOne(db, by, { ...list, run, person })));
      return each;
    });
    // Whoever was on another axis until now counts for that no more, in panels that go on too.
    await this.renewing.renew(null);
    return granted(taken);
  }

  /** Nothing for whoever stands on the list twice. */
  private async takeOne(db: Db, by: Session, { person, ...list }: Taking): Promise<readonly Taken[]> {
    const { forumId, panelId, run, hours } = list;
    const { line, name, email, groups } = person;
    const at = { forumId, run, line, name, email };
    if (await isTwice(db, at)) return [];

    const prior = await priorOf(db, at);
    const personId = (email === null ? null : await memberOf(db, forumId, email)) ?? prior?.personId ?? null;
    if (personId !== null) {
      await giveClaims(db, { personId, forumId, groups, source: 'accreditation' });
      await note(db, at, { personId }, prior);
      return [{ line, name, email, link: null }];
    }
    if (prior?.invitationId) await revoke(db, prior.invitationId);
    if (email !== null) await rows(db, REPLACE, [forumId, email]);
    const offer = { forumId, panelId, groups, email: email ?? undefined, hours };
    const { link, invitationId } = await this.invitations.mint(db, by, offer, 'accreditation');
    await note(db, at, { invitationId }, prior);
    return [{ line, name, email, link }];
  }
}

/**
 * Only an address that is known to be theirs: whoever sets a password may write any address, and would else count for what
 * somebody else is accredited as.
 */
async function memberOf(db: Db, forumId: string, email: string): Promise<string | null> {
  const found = await row<{ id: string }>(
    db,
    `SELECT id FROM person WHERE email = $2 AND email_verified AND NOT coalesce(guest, false) AND NOT banned
       AND EXISTS (SELECT 1 FROM role_grant WHERE person_id = person.id AND (forum_id IS NULL OR forum_id = $1))`,
    [forumId, email],
  );
  return found?.id ?? null;
}

/** Taking the same list over again makes the links of last time worthless instead of doubling them. */
const REPLACE = `
  UPDATE invitation SET revoked_at = now()
  WHERE forum_id = $1 AND email = $2 AND uses = 0 AND revoked_at IS NULL AND EXISTS (
    SELECT 1 FROM invitation_claim WHERE invitation_id = invitation.invitation_id AND source = 'accreditation')`;
