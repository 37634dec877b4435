import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../../domain/panel/roles.js';
import { acceptAffiliation, acceptName, caselessSkeleton, skeleton } from '../../domain/text/names.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { SessionCookie } from './cookie.js';
import { SqlIdentity } from './identity.js';
import { Invitations } from './invitations.js';
import { INVITATION_HOURS, OWNER_LINK_HOURS } from './lifetimes.js';
import { OPERATOR_KEY } from './operator-key.js';
import { welcomeGuests } from './persons.js';
import { granted, refused } from './refused.js';
import { freeNames, takenNames } from './seats.js';
import { rows } from './sql.js';
import { isSame } from './token.js';

export interface Newcomer {
  readonly name: string;
  readonly role: Role;
  /** Shown with the name. */
  readonly affiliation?: string;
  /** A seat that was imported and is theirs, as long as nobody sits on it; another one otherwise. */
  readonly seat?: string | undefined;
}

export interface SeatedNewcomer {
  /** With a number behind it where the name was taken. */
  readonly name: string;
  readonly seat: string;
  /** What the client sends back as its `Cookie` header: `name=value`. */
  readonly cookie: string;
}

/** What whoever runs the server may do without an account: links, and many guests at once. */
@Injectable()
export class Operator {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SqlIdentity) private readonly identity: SqlIdentity,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(OPERATOR_KEY) private readonly key: string,
  ) {}

  isKey(candidate: string): boolean {
    return isSame(candidate, this.key);
  }

  /** A fresh link for any role. The forum of a panel need not be named. */
  async link(wish: {
    role: Role;
    forumId?: string | undefined;
    panelId?: string | undefined;
    maxUses?: number | undefined;
  }): Promise<Reply<{ link: string }>> {
    const { role, panelId = null, maxUses = 1 } = wish;
    const place = panelId === null ? null : await this.identity.places.of(panelId);
    if (panelId !== null && !place) return refused('no-such-panel', { field: 'panelId' });

    const forumId = wish.forumId ?? place?.forumId ?? null;
    if (place && place.forumId !== forumId) return refused('no-such-panel', { field: 'panelId' });
    if (forumId === null && role !== 'owner') return refused('bad-request', { field: 'forumId' });

    const hours = role === 'owner' ? OWNER_LINK_HOURS : INVITATION_HOURS;
    const { link } = await this.invitations.mint({ role, forumId, panelId, email: null, maxUses, hours }, null);
    return granted({ link });
  }

  /** Guests with sessions, roles and seats, all of them or none. */
  async seats(panelId: string, people: readonly Newcomer[]): Promise<Reply<readonly SeatedNewcomer[]>> {
    const place = await this.identity.places.of(panelId);
    if (!place) return refused('no-such-panel', { field: 'panelId' });

    const accepted: Newcomer[] = [];
    for (const [index, { name, affiliation = '', role, seat }] of people.entries()) {
      const bears = acceptName(name);
      if (!bears.ok) return refused('bad-name', { field: `people.${index}.name`, message: bears.message });
      const from = acceptAffiliation(affiliation);
      if (!from.ok) return refused('bad-name', { field: `people.${index}.affiliation`, message: from.message });
      accepted.push({ name: bears.name, affiliation: from.affiliation, role, seat });
    }
    return granted(await this.database.transaction((db) => this.seatAll(db, panelId, place.forumId, accepted)));
  }

  private async seatAll(
    db: EntityManager,
    panelId: string,
    forumId: string,
    people: readonly Newcomer[],
  ): Promise<readonly SeatedNewcomer[]> {
    const wished = people.map(({ name }) => name);
    const names = freeNames(wished, await takenNames(db, panelId));
    const arrivals = await welcomeGuests(db, names);
    const persons = arrivals.map(({ personId }) => personId);
    const seats = await seatsFor(db, panelId, people);
    await rows(
      db,
      `INSERT INTO role_grant (forum_id, panel_id, person_id, role)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::text[])`,
      [forumId, panelId, persons, people.map(({ role }) => role)],
    );
    await rows(
      db,
      `INSERT INTO seat (panel_id, seat_id, person_id, name, skeleton, caseless, affiliation)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
       ON CONFLICT (panel_id, seat_id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name,
         skeleton = excluded.skeleton, caseless = excluded.caseless, affiliation = excluded.affiliation`,
      [
        panelId,
        seats,
        persons,
        names,
        names.map(skeleton),
        names.map(caselessSkeleton),
        people.map(({ affiliation = '' }) => affiliation),
      ],
    );
    return arrivals.map(({ token }, index) => ({
      name: names[index] ?? '',
      seat: seats[index] ?? '',
      cookie: this.cookie.pair(token),
    }));
  }
}

async function seatsFor(db: EntityManager, panelId: string, people: readonly Newcomer[]): Promise<readonly string[]> {
  const wished = people.flatMap(({ seat }) => seat ?? []);
  const empty = await rows<{ seat: string }>(
    db,
    `SELECT seat_id AS seat FROM seat WHERE panel_id = $1 AND seat_id = ANY($2::uuid[]) AND person_id IS NULL FOR UPDATE`,
    [panelId, wished],
  );
  const free = new Set(empty.map(({ seat }) => seat));
  return people.map(({ seat }) => (seat !== undefined && free.has(seat) ? seat : randomUUID()));
}
