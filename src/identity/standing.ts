import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../../domain/panel/roles.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { give, grantsOf, rolesInForum, rolesInPanel, take } from './grants.js';
import { SqlIdentity } from './identity.js';
import { mayGive, outranks } from './ranks.js';
import { granted, refused } from './refused.js';
import { endSessions } from './sessions.js';
import type { Ended } from './signals.js';
import { row, rows } from './sql.js';
import type { Session } from './types.js';

/** Whom it is about: by session, by person, or by the seat they have in a panel. */
export interface About {
  readonly sessionId?: string | undefined;
  readonly personId?: string | undefined;
  readonly panelId?: string | undefined;
  readonly seat?: string | undefined;
}

export interface OwnSession {
  readonly sessionId: string;
  readonly startedAt: number;
  readonly usedAt: number;
  readonly endsAt: number;
  readonly current: boolean;
}

export interface RoleChange {
  readonly role: Role;
  readonly forumId: string;
  readonly panelId: string | null;
  /** false takes the role away. */
  readonly holds: boolean;
}

type Done = Reply<Record<string, never>>;

/** Ends sessions, shuts people out, gives and takes roles; every node hears of it. */
@Injectable()
export class Standing {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
  ) {}

  async ownSessions(by: Session): Promise<readonly OwnSession[]> {
    const own = await rows<{ id: string; created_at: Date; updated_at: Date; expires_at: Date }>(
      this.database,
      `SELECT id, created_at, updated_at, expires_at FROM person_session
       WHERE person_id = $1 AND expires_at > now() ORDER BY created_at`,
      [by.personId],
    );
    return own.map((session) => ({
      sessionId: session.id,
      startedAt: session.created_at.getTime(),
      usedAt: session.updated_at.getTime(),
      endsAt: session.expires_at.getTime(),
      current: session.id === by.sessionId,
    }));
  }

  signOut(by: Session): Promise<Done> {
    return this.change((db) => endSessions(db, by.personId, { only: by.sessionId }));
  }

  signOutEverywhere(by: Session): Promise<Done> {
    return this.change((db) => endSessions(db, by.personId));
  }

  /** Ends one session, or all of a person. Own ones always; others’ only for owner and hosts. */
  async revoke(by: Session, about: About): Promise<Done> {
    const personId = await this.personOf(about);
    if (!personId || !(personId === by.personId || (await this.isOver(by, personId)))) return refused('not-allowed');
    const which = about.sessionId === undefined ? {} : { only: about.sessionId };
    return this.change((db) => endSessions(db, personId, which));
  }

  /** Ends all sessions and refuses every new one until it is taken back. */
  async ban(by: Session, about: About, banned: boolean): Promise<Done> {
    const personId = await this.personOf(about);
    if (!personId || personId === by.personId || !(await this.isOver(by, personId))) return refused('not-allowed');
    return this.change(async (db) => {
      await rows(db, 'UPDATE person SET banned = $2, updated_at = now() WHERE id = $1', [personId, banned]);
      return banned ? endSessions(db, personId) : [];
    });
  }

  /** Only downwards: whoever may invite to a role in a place may give and take it there. */
  async changeRole(by: Session, about: About, { role, forumId, panelId, holds }: RoleChange): Promise<Done> {
    const personId = await this.personOf(about);
    if (!personId || !mayGive(await this.rolesAt(by, forumId, panelId), role)) return refused('not-allowed');
    if (!(await this.isKnown(personId))) return refused('not-allowed', { field: 'about' });
    return this.change(async (db) => {
      const grant = { personId, forumId, panelId, role };
      const changed = holds ? await give(db, grant) : await take(db, grant);
      return changed ? [{ sessionId: null, personId }] : [];
    });
  }

  private async change(work: (db: EntityManager) => Promise<readonly Ended[]>): Promise<Done> {
    const written = await this.database.transaction(async (db) => this.identity.signals.write(db, await work(db)));
    this.identity.signals.announce(written);
    return granted({});
  }

  private async isKnown(personId: string): Promise<boolean> {
    return (await row(this.database, 'SELECT 1 FROM person WHERE id = $1', [personId])) !== null;
  }

  private async isOver(by: Session, personId: string): Promise<boolean> {
    return outranks(await grantsOf(this.database, by.personId), await grantsOf(this.database, personId));
  }

  private async rolesAt(by: Session, forumId: string, panelId: string | null): Promise<readonly Role[]> {
    if (panelId === null) return rolesInForum(this.database, by.personId, forumId);
    const place = await this.identity.places.of(panelId);
    return place?.forumId === forumId ? rolesInPanel(this.database, by.personId, forumId, panelId) : [];
  }

  private async personOf(about: About): Promise<string | null> {
    if (about.personId !== undefined) return about.personId;
    const found =
      about.sessionId === undefined
        ? await row<{ person_id: string | null }>(
            this.database,
            'SELECT person_id FROM seat WHERE panel_id = $1 AND seat_id = $2',
            [about.panelId, about.seat],
          )
        : await row<{ person_id: string | null }>(this.database, 'SELECT person_id FROM person_session WHERE id = $1', [
            about.sessionId,
          ]);
    return found?.person_id ?? null;
  }
}
