import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role, SeatId } from '../../domain/panel/roles.js';
import { acceptAffiliation, acceptName } from '../../domain/text/names.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { SessionCookie } from './cookie.js';
import { give } from './grants.js';
import { SqlIdentity } from './identity.js';
import { consume, findInvitation, type InvitationRow } from './invitations.js';
import { Passwords, type Credential } from './passwords.js';
import { emailOf, mustNotBeBanned, normalEmail, passwordHashOf, setCredential, welcomeGuest } from './persons.js';
import { isStaff } from './ranks.js';
import { granted, refused, unlessRefused } from './refused.js';
import { sitDown } from './seats.js';
import type { Db } from './sql.js';
import type { Session } from './types.js';

export interface Answer {
  readonly name?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
}

export interface Welcome {
  readonly forumId: string | null;
  readonly panelId: string | null;
  readonly role: Role;
  readonly seat: SeatId | null;
  /** The value of a `Set-Cookie` header; null where the caller’s session goes on. */
  readonly cookie: string | null;
}

interface Admission extends Pick<Welcome, 'forumId' | 'panelId' | 'role'> {
  readonly name: string;
  readonly affiliation: string;
  readonly caller: Session | null;
  readonly credential: Credential | null;
  readonly invitationId: string | null;
}

/** Gives what an invitation bears besides its role, in the transaction of whoever accepts it; true where that is new to them. */
export type Bearing = (
  db: Db,
  accepted: { readonly invitationId: string; readonly personId: string },
) => Promise<boolean>;

/** How people come in: with an invitation, or into a panel that is open to everybody. All or nothing, in one transaction. */
@Injectable()
export class Admissions {
  private bearing: Bearing = () => Promise.resolve(false);

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  bears(bearing: Bearing): void {
    this.bearing = bearing;
  }

  /** Uses the invitation up once, for the caller’s session or for a new guest. Who holds all it gives already uses up nothing. */
  async accept(token: string, answer: Answer, caller: Session | null): Promise<Reply<Welcome>> {
    const found = await findInvitation(this.database, token);
    if (!found) return refused('bad-invitation');
    if (!(await this.isFor(found, answer, caller))) return refused('bad-invitation', { field: 'email' });
    const name = nameFor(answer, caller);
    if (!name.ok) return refused('bad-name', { field: 'name', message: name.message });
    const affiliation = acceptAffiliation(answer.affiliation ?? '');
    if (!affiliation.ok) return refused('bad-name', { field: 'affiliation', message: affiliation.message });
    const mayAnswer = answer.password === undefined || (await this.mayTakePassword(found, caller));
    if (!mayAnswer) return refused('not-allowed', { field: 'password' });
    // Before the transaction: hashing takes its time, and the embedded database has one connection.
    const credential = await this.passwords.prepare(answer.email, answer.password);
    if (!credential.ok) return credential;

    const { invitation_id: invitationId, forum_id: forumId, panel_id: panelId, role } = found;
    const admission = { invitationId, forumId, panelId, role, name: name.name, caller };
    return this.admit({ ...admission, affiliation: affiliation.affiliation, credential: credential.value });
  }

  /** Anybody may join a panel whose access is open. */
  async join(panelId: string, answer: Answer, caller: Session | null): Promise<Reply<Welcome>> {
    const place = await this.identity.places.of(panelId);
    if (!place) return refused('no-such-panel', { field: 'panelId' });
    if (place.access !== 'open') return refused('not-allowed');
    const name = nameFor(answer, caller);
    if (!name.ok) return refused('bad-name', { field: 'name', message: name.message });
    const affiliation = acceptAffiliation(answer.affiliation ?? '');
    if (!affiliation.ok) return refused('bad-name', { field: 'affiliation', message: affiliation.message });

    const { forumId } = place;
    const admission = { invitationId: null, forumId, panelId, role: 'participant', name: name.name } as const;
    return this.admit({ ...admission, affiliation: affiliation.affiliation, caller, credential: null });
  }

  private async admit(admission: Admission): Promise<Reply<Welcome>> {
    const { caller } = admission;
    const changed = caller ? [{ sessionId: null, personId: caller.personId }] : [];
    const done = await unlessRefused(() =>
      this.database.transaction(async (db) => {
        const welcome = await this.seat(db, admission);
        return { welcome, written: await this.identity.signals.write(db, changed) };
      }),
    );
    if (!done.ok) return done;
    this.identity.signals.announce(done.value.written);
    return granted(done.value.welcome);
  }

  private async seat(db: EntityManager, admission: Admission): Promise<Welcome> {
    const { forumId, panelId, role, name, affiliation, caller, credential, invitationId } = admission;
    const { personId, cookie } = caller ? { personId: caller.personId, cookie: null } : await this.welcome(db, name);
    await mustNotBeBanned(db, personId);

    const isNew = await give(db, { personId, forumId, panelId, role });
    const gaveMore = invitationId !== null && (await this.bearing(db, { invitationId, personId }));
    if (invitationId && (isNew || gaveMore)) await consume(db, invitationId);
    if (credential) await setCredential(db, personId, credential);
    const seat = panelId ? await sitDown(db, { panelId, personId, name, affiliation }) : null;
    return { forumId, panelId, role, seat, cookie };
  }

  private async welcome(db: EntityManager, name: string): Promise<{ personId: string; cookie: string }> {
    const { personId, token } = await welcomeGuest(db, name);
    return { personId, cookie: this.cookie.set(token) };
  }

  private async isFor(found: InvitationRow, answer: Answer, caller: Session | null): Promise<boolean> {
    if (found.email === null) return true;
    if (answer.email !== undefined) return normalEmail(answer.email) === found.email;
    return caller !== null && (await emailOf(this.database, caller.personId)) === found.email;
  }

  /** A password that is there already is changed only with the old one. */
  private async mayTakePassword(found: InvitationRow, caller: Session | null): Promise<boolean> {
    if (!isStaff(found.role)) return false;
    return caller === null || (await passwordHashOf(this.database, caller.personId)) === null;
  }
}

/** The name given, or the one the caller bears already. */
function nameFor(answer: Answer, caller: Session | null): ReturnType<typeof acceptName> {
  if (answer.name === undefined && caller) return { ok: true, name: caller.name };
  return acceptName(answer.name ?? '');
}
