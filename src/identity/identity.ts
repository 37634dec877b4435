import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Role, SeatId } from '../../domain/panel/roles.js';
import type { People } from '../../domain/wire/views.js';
import { Actors } from './actors.js';
import { SessionCookie } from './cookie.js';
import { rolesInForum } from './grants.js';
import { Names } from './names.js';
import { Places } from './places.js';
import { seatsIn, seatsOf } from './seated.js';
import { Sessions } from './sessions.js';
import { Signals, type Ended } from './signals.js';
import type { Identity, InForum, OwnSeat, Seated, Session } from './types.js';

/** How often stale signals and cached roles are thrown away. */
const TIDY_MS = 10 * 60_000;

@Injectable()
export class SqlIdentity implements Identity, OnModuleInit, OnModuleDestroy {
  readonly signals: Signals;
  readonly places: Places;
  private readonly sessions: Sessions;
  private readonly actors: Actors;
  private readonly names: Names;
  private tidying: NodeJS.Timeout | null = null;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SessionCookie) cookie: SessionCookie,
  ) {
    // The order matters: what is held here is dropped before any listener of ours asks again.
    this.signals = new Signals(database);
    this.places = new Places(database);
    this.sessions = new Sessions(database, cookie, this.signals);
    this.actors = new Actors(database, this.places, this.signals);
    this.names = new Names(database, this.signals);
  }

  onModuleInit(): void {
    this.signals.start();
    this.sessions.start();
    this.tidying ??= setInterval(() => void this.tidy(), TIDY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.tidying) clearInterval(this.tidying);
    await Promise.all([this.signals.stop(), this.sessions.stop()]);
  }

  session(headers: { readonly cookie?: string | undefined }): Promise<Session | null> {
    return this.sessions.read(headers.cookie);
  }

  isLive(sessionId: string): boolean {
    return this.sessions.isLive(sessionId);
  }

  onEnded(listener: (ended: Ended) => void): () => void {
    return this.signals.on(listener);
  }

  actor(session: Session | null, panelId: string): Promise<Actor> {
    return this.actors.of(session, panelId);
  }

  rolesAmong(session: Session | null, places: readonly InForum[]): Promise<readonly (readonly Role[])[]> {
    return this.actors.rolesAmong(session, places);
  }

  seatsOf(session: Session, limit: number): Promise<readonly OwnSeat[]> {
    return seatsOf(this.database, session.personId, limit);
  }

  seatsIn(panelId: string, role: Role | null, limit: number): Promise<readonly Seated[]> {
    return seatsIn(this.database, panelId, role, limit);
  }

  async forumRoles(session: Session | null, forumId: string): Promise<readonly Role[]> {
    return session ? rolesInForum(this.database, session.personId, forumId) : [];
  }

  people(panelId: string, seats: Iterable<SeatId>): Promise<People> {
    return this.names.of(panelId, seats);
  }

  /** Another node may have ended something: looks at once instead of within a second. */
  hint(): void {
    void this.signals.hint();
  }

  /** Compares the sessions in use with the database now; happens by itself every half minute. */
  recheck(): Promise<void> {
    return this.sessions.recheck();
  }

  private async tidy(): Promise<void> {
    this.actors.forgetOld();
    // What is left over costs a little space; the next round takes it.
    await this.signals.tidy().catch(() => undefined);
    await this.sessions.tidy().catch(() => undefined);
  }
}
