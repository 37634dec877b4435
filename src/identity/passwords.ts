import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reply } from '../../domain/wire/protocol.js';
import { AUTH, type Auth } from './auth.js';
import { grantsOf } from './grants.js';
import { SqlIdentity } from './identity.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './lifetimes.js';
import { emailOf, normalEmail, passwordHashOf, setCredential } from './persons.js';
import { isStaff } from './ranks.js';
import { granted, refused, unlessRefused } from './refused.js';
import { endSessions } from './sessions.js';
import type { Session } from './types.js';

export interface Credential {
  readonly email: string;
  readonly hash: string;
}

@Injectable()
export class Passwords {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
  ) {}

  /** Hashes what somebody chose; null where they chose no password. */
  async prepare(email: string | undefined, password: string | undefined): Promise<Reply<Credential | null>> {
    if (password === undefined) return granted(null);
    if (email === undefined) return refused('bad-request', NO_ADDRESS);
    const fits = password.length >= PASSWORD_MIN && password.length <= PASSWORD_MAX;
    if (!fits) return refused('bad-request', { field: 'password', message: LENGTH });

    const { password: passwords } = await this.auth.$context;
    return granted({ email: normalEmail(email), hash: await passwords.hash(password) });
  }

  /**
   * Sets or changes the caller’s own password and ends their other sessions. A first one needs a role among the staff and
   * an address; another one needs the current one.
   */
  async set(
    by: Session,
    wish: { email?: string | undefined; password: string; current?: string | undefined },
  ): Promise<Reply<Record<string, never>>> {
    const present = await passwordHashOf(this.database, by.personId);
    const allowed = present === null ? await this.isStaff(by) : await this.matches(present, wish.current);
    if (!allowed) return present === null ? refused('not-allowed') : refused('not-allowed', WRONG_CURRENT);

    const email = wish.email ?? (await emailOf(this.database, by.personId)) ?? undefined;
    const credential = await this.prepare(email, wish.password);
    if (!credential.ok) return credential;

    const { value } = credential;
    const done = await unlessRefused(() =>
      this.database.transaction(async (db) => {
        if (value) await setCredential(db, by.personId, value);
        const ended = await endSessions(db, by.personId, { except: by.sessionId });
        const changed = [...ended, { sessionId: null, personId: by.personId }];
        return this.identity.signals.write(db, changed);
      }),
    );
    if (!done.ok) return done;
    this.identity.signals.announce(done.value);
    return granted({});
  }

  private async isStaff(by: Session): Promise<boolean> {
    return (await grantsOf(this.database, by.personId)).some((grant) => isStaff(grant.role));
  }

  private async matches(hash: string, password: string | undefined): Promise<boolean> {
    const { password: passwords } = await this.auth.$context;
    return password !== undefined && passwords.verify({ hash, password });
  }
}

const LENGTH = `Choose a password of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`;
const NO_ADDRESS = { field: 'email', message: 'An e-mail address belongs to the password.' };
const WRONG_CURRENT = { field: 'current', message: 'The current password is not right.' };
