import { Logger } from '@nestjs/common';
import type { SessionCookie } from './cookie.js';
import { ABSOLUTE_SECONDS, CACHE_MS, IDLE_SECONDS, RECHECK_MS } from './lifetimes.js';
import type { Ended, Signals } from './signals.js';
import { row, rows, type Db } from './sql.js';
import { hashOf } from './token.js';
import type { Session } from './types.js';

interface Known {
  session: Session;
  expiresAt: number;
  checkedAt: number;
  used: boolean;
  readonly key: string;
}

/** Sessions in use, held in memory: read once by cookie, then compared with the database every half minute, all in one query. */
export class Sessions {
  private readonly logger = new Logger('Identity');
  private readonly byKey = new Map<string, Known>();
  private readonly byId = new Map<string, Known>();
  /** Guards against a look-up that read its row before the end and answers after it. */
  private readonly ended = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private rechecking: Promise<void> | null = null;

  constructor(
    private readonly db: Db,
    private readonly cookie: SessionCookie,
    private readonly signals: Signals,
  ) {
    signals.on((ended) => this.note(ended));
  }

  start(): void {
    this.timer ??= setInterval(() => void this.recheck(), RECHECK_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.rechecking;
  }

  async read(cookieHeader: string | undefined): Promise<Session | null> {
    const token = this.cookie.read(cookieHeader);
    if (!token) return null;

    const key = hashOf(token);
    const known = this.byKey.get(key);
    if (known && this.isFresh(known)) {
      known.used = true;
      return known.session;
    }
    return this.lookUp(token, key);
  }

  isLive(sessionId: string): boolean {
    const known = this.byId.get(sessionId);
    if (!known || known.expiresAt <= Date.now()) return false;
    known.used = true;
    return true;
  }

  /** Compares what is held with the database and moves the idle limit of what was used. Never rejects. */
  recheck(): Promise<void> {
    this.rechecking ??= this.compare()
      .catch((error: unknown) => this.logger.warn(`Sessions could not be checked: ${String(error)}`))
      .finally(() => (this.rechecking = null));
    return this.rechecking;
  }

  /** Rows nobody can use any more. */
  async tidy(): Promise<void> {
    await rows(this.db, `DELETE FROM person_session WHERE expires_at < now() - interval '1 day'`);
    await rows(this.db, `DELETE FROM person_verification WHERE expires_at < now() - interval '1 day'`);
  }

  private isFresh(known: Known): boolean {
    const now = Date.now();
    return now - known.checkedAt < CACHE_MS && known.expiresAt > now;
  }

  private async lookUp(token: string, key: string): Promise<Session | null> {
    const found = await row<SessionRow>(this.db, `${LIVE} AND s.token = $1`, [token]);
    if (!found || this.ended.has(found.session_id)) {
      this.drop(this.byKey.get(key));
      return null;
    }

    const known = {
      session: sessionOf(found),
      expiresAt: found.expires_at.getTime(),
      checkedAt: Date.now(),
      used: true,
      key,
    };
    this.byKey.set(key, known);
    this.byId.set(known.session.sessionId, known);
    return known.session;
  }

  private async compare(): Promise<void> {
    this.forgetLongEnded();
    const held = [...this.byId.values()];
    if (held.length === 0) return;

    const used = held.filter((known) => known.used).map(({ session }) => session.sessionId);
    for (const known of held) known.used = false;
    if (used.length > 0) await rows(this.db, MOVE_IDLE_LIMIT, [used, IDLE_SECONDS, ABSOLUTE_SECONDS]);

    const live = await rows<SessionRow>(this.db, `${LIVE} AND s.id = ANY($1::uuid[])`, [
      held.map(({ session }) => session.sessionId),
    ]);
    const still = new Map(live.map((found) => [found.session_id, found]));
    for (const known of held) {
      const found = still.get(known.session.sessionId);
      if (found) this.refresh(known, found);
      else this.signals.tellAll({ sessionId: known.session.sessionId, personId: known.session.personId });
    }
  }

  private refresh(known: Known, found: SessionRow): void {
    known.session = sessionOf(found);
    known.expiresAt = found.expires_at.getTime();
    known.checkedAt = Date.now();
  }

  private note({ sessionId, personId }: Ended): void {
    if (sessionId !== null) {
      this.ended.set(sessionId, Date.now());
      this.drop(this.byId.get(sessionId));
      return;
    }
    for (const known of this.byId.values()) if (known.session.personId === personId) known.checkedAt = 0;
  }

  private drop(known: Known | undefined): void {
    if (!known) return;
    this.byKey.delete(known.key);
    this.byId.delete(known.session.sessionId);
  }

  private forgetLongEnded(): void {
    const before = Date.now() - CACHE_MS;
    for (const [sessionId, at] of this.ended) if (at < before) this.ended.delete(sessionId);
  }
}

/** Deletes a person’s sessions; what is ended must be written to the signals in the same transaction. */
export async function endSessions(
  db: Db,
  personId: string,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<readonly Ended[]> {
  const ended = await rows<{ id: string }>(
    db,
    `DELETE FROM person_session
     WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3) RETURNING id`,
    [personId, which.only ?? null, which.except ?? null],
  );
  return ended.map(({ id }) => ({ sessionId: id, personId }));
}

interface SessionRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly guest: boolean | null;
  readonly expires_at: Date;
}

function sessionOf(found: SessionRow): Session {
  return {
    sessionId: found.session_id,
    personId: found.person_id,
    name: found.name,
    kind: found.guest ? 'guest' : 'member',
  };
}

const LIVE = `
  SELECT s.id AS session_id, s.expires_at, p.id AS person_id, p.name, p.guest
  FROM person_session s JOIN person p ON p.id = s.person_id
  WHERE s.expires_at > now() AND NOT p.banned`;

const MOVE_IDLE_LIMIT = `
  UPDATE person_session
  SET expires_at = least(now() + make_interval(secs => $2), created_at + make_interval(secs => $3)), updated_at = now()
  WHERE id = ANY($1::uuid[]) AND expires_at > now() AND updated_at < now() - interval '5 minutes'`;
