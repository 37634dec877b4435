import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../../domain/panel/roles.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { IdentityConfig } from './config.js';
import { hasOwner, rolesInForum, rolesInPanel } from './grants.js';
import { SqlIdentity } from './identity.js';
import { INVITATION_HOURS, OWNER_LINK_HOURS } from './lifetimes.js';
import { normalEmail } from './persons.js';
import { isStaff, mayGive } from './ranks.js';
import { granted, refused, Refused } from './refused.js';
import { row, rows, type Db } from './sql.js';
import { hashOf, newToken } from './token.js';
import type { Session } from './types.js';

export interface Offer {
  readonly role: Role;
  readonly forumId: string | null;
  readonly panelId: string | null;
  readonly email: string | null;
  readonly maxUses: number;
  readonly hours: number;
}

export interface Invited {
  readonly invitationId: string;
  readonly link: string;
}

export interface ListedInvitation extends Omit<Offer, 'hours'> {
  readonly invitationId: string;
  readonly uses: number;
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly revoked: boolean;
}

/** What a link is for, without using it up. */
export interface Look {
  readonly role: Role;
  readonly forumId: string | null;
  readonly panelId: string | null;
  readonly expiresAt: number;
  /** The link works only together with the address it was made for. */
  readonly needsEmail: boolean;
  /** An e-mail address and a password may be set with it. */
  readonly mayHaveAccount: boolean;
}

@Injectable()
export class Invitations {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(IdentityConfig) private readonly config: IdentityConfig,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
  ) {}

  hasOwner(): Promise<boolean> {
    return hasOwner(this.database);
  }

  /** A link that makes its one user an owner, good for a day. */
  async ownerLink(): Promise<string> {
    const offer = {
      role: 'owner',
      forumId: null,
      panelId: null,
      email: null,
      maxUses: 1,
      hours: OWNER_LINK_HOURS,
    } as const;
    return (await this.mint(offer, null)).link;
  }

  /** Makes an invitation on nobody’s authority but the server’s own, in the caller’s transaction where there is one. */
  async mint(offer: Offer, createdBy: string | null, db: Db = this.database): Promise<Invited> {
    const token = newToken();
    const invitationId = randomUUID();
    await rows(
      db,
      `INSERT INTO invitation (invitation_id, token_hash, forum_id, panel_id, role, email, max_uses, expires_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(hours => $8), $9)`,
      [
        invitationId,
        hashOf(token),
        offer.forumId,
        offer.panelId,
        offer.role,
        offer.email && normalEmail(offer.email),
        offer.maxUses,
        offer.hours,
        createdBy,
      ],
    );
    // Behind the `#` a token reaches no server’s log.
    return { invitationId, link: `${this.config.publicUrl}/join#i=${token}` };
  }

  async create(by: Session, offer: Partial<Offer> & { role: Role; forumId: string }): Promise<Reply<Invited>> {
    const panelId = offer.panelId ?? null;
    const roles = await this.rolesAt(by, offer.forumId, panelId);
    if (roles === null) return refused('no-such-panel', { field: 'panelId' });
    if (!mayGive(roles, offer.role)) return refused('not-allowed');

    const { role, forumId, email = null, maxUses = 1, hours = INVITATION_HOURS } = offer;
    return granted(await this.mint({ role, forumId, panelId, email, maxUses, hours }, by.personId));
  }

  /** Of a forum with all its panels, or of one panel. Without tokens: they are not kept. */
  async list(
    by: Session,
    { forumId, panelId = null }: { readonly forumId: string; readonly panelId?: string | undefined | null },
  ): Promise<Reply<readonly ListedInvitation[]>> {
    const roles = await this.rolesAt(by, forumId, panelId);
    if (roles === null) return refused('no-such-panel', { field: 'panelId' });
    if (!mayGive(roles, 'participant')) return refused('not-allowed');

    const listed = await rows<InvitationRow>(
      this.database,
      `SELECT * FROM invitation WHERE forum_id = $1 AND ($2::uuid IS NULL OR panel_id = $2)
       ORDER BY created_at DESC LIMIT 500`,
      [forumId, panelId],
    );
    return granted(listed.map(asListed));
  }

  async revoke(by: Session, invitationId: string): Promise<Reply<Record<string, never>>> {
    const found = await row<InvitationRow>(this.database, 'SELECT * FROM invitation WHERE invitation_id = $1', [
      invitationId,
    ]);
    const roles = found ? await this.rolesAt(by, found.forum_id, found.panel_id) : null;
    if (!found || !roles || !mayGive(roles, found.role)) return refused('not-allowed');

    await rows(this.database, 'UPDATE invitation SET revoked_at = now() WHERE invitation_id = $1', [invitationId]);
    return granted({});
  }

  async look(token: string): Promise<Reply<Look>> {
    const found = await findInvitation(this.database, token);
    if (!found) return refused('bad-invitation');

    return granted({
      role: found.role,
      forumId: found.forum_id,
      panelId: found.panel_id,
      expiresAt: found.expires_at.getTime(),
      needsEmail: found.email !== null,
      mayHaveAccount: isStaff(found.role),
    });
  }

  /** null where the panel is not one of this forum. */
  private async rolesAt(by: Session, forumId: string | null, panelId: string | null): Promise<readonly Role[] | null> {
    if (panelId === null || forumId === null) return rolesInForum(this.database, by.personId, forumId);
    const place = await this.identity.places.of(panelId);
    if (place?.forumId !== forumId) return null;
    return rolesInPanel(this.database, by.personId, forumId, panelId);
  }
}

/** @throws Refused where somebody else was quicker with the last use. */
export async function consume(db: Db, invitationId: string): Promise<void> {
  const used = await row(
    db,
    `UPDATE invitation SET uses = uses + 1 WHERE invitation_id = $1 AND ${VALID} RETURNING invitation_id`,
    [invitationId],
  );
  if (!used) throw new Refused('bad-invitation');
}

/** null when it is unknown, used up, expired or revoked: which of them, nobody is told. */
export function findInvitation(db: Db, token: string): Promise<InvitationRow | null> {
  return row<InvitationRow>(db, `SELECT * FROM invitation WHERE token_hash = $1 AND ${VALID}`, [hashOf(token)]);
}

export interface InvitationRow {
  readonly invitation_id: string;
  readonly forum_id: string | null;
  readonly panel_id: string | null;
  readonly role: Role;
  readonly email: string | null;
  readonly max_uses: number;
  readonly uses: number;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly created_at: Date;
}

function asListed(found: InvitationRow): ListedInvitation {
  return {
    invitationId: found.invitation_id,
    role: found.role,
    forumId: found.forum_id,
    panelId: found.panel_id,
    email: found.email,
    maxUses: found.max_uses,
    uses: found.uses,
    expiresAt: found.expires_at.getTime(),
    createdAt: found.created_at.getTime(),
    revoked: found.revoked_at !== null,
  };
}

const VALID = 'uses < max_uses AND revoked_at IS NULL AND expires_at > now()';
