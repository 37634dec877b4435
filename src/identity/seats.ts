import { randomInt, randomUUID } from 'node:crypto';
import type { Role, SeatId } from '../../domain/panel/roles.js';
import { caselessSkeleton, skeleton } from '../../domain/text/names.js';
import { Refused } from './refused.js';
import { row, rows, type Db } from './sql.js';

export interface Sitting {
  readonly panelId: string;
  readonly personId: string;
  /** Accepted already by `acceptName`. */
  readonly name: string;
  readonly affiliation: string;
}

export interface ImportedSeat {
  readonly seat: SeatId;
  readonly name: string;
  readonly affiliation?: string;
  /** Shown with the name; participant without it. */
  readonly role?: Role;
}

/** A seat already theirs is kept with its name. @throws Refused `name-taken`. */
export async function sitDown(db: Db, sitting: Sitting): Promise<SeatId> {
  const seat = await trySeat(db, sitting, sitting.name);
  if (seat === null) throw new Refused('name-taken', { field: 'name' });
  return seat;
}

/** As `sitDown`, but a name that is taken gets a number behind it: the next one, or any where many come at once. */
export async function sitDownNumbered(db: Db, sitting: Sitting): Promise<SeatId> {
  const alone = await trySeat(db, sitting, sitting.name);
  if (alone !== null) return alone;

  const next = (await namesakes(db, sitting)) + 1;
  for (let tried = 0; ; tried++) {
    const number = tried < NUMBERS_IN_ORDER ? next + tried : next + randomInt(10 ** Math.min(tried, 12));
    const seat = await trySeat(db, sitting, numbered(sitting.name, number));
    if (seat !== null) return seat;
  }
}

/** The looks of the names in a panel: two names that share one of them can be taken for each other. */
export type TakenNames = Record<'skeleton' | 'caseless', Set<string>>;

/** Names for many at once, beside those that are taken; adds to them. */
export function freeNames(names: readonly string[], { skeleton: looks, caseless }: TakenNames): readonly string[] {
  const isTaken = (name: string) => looks.has(skeleton(name)) || caseless.has(caselessSkeleton(name));
  return names.map((name) => {
    let number = 1;
    while (isTaken(numbered(name, number))) number++;
    const free = numbered(name, number);
    looks.add(skeleton(free));
    caseless.add(caselessSkeleton(free));
    return free;
  });
}

export async function takenNames(db: Db, panelId: string): Promise<TakenNames> {
  const taken = await rows<{ skeleton: string; caseless: string }>(
    db,
    'SELECT skeleton, caseless FROM seat WHERE panel_id = $1',
    [panelId],
  );
  return {
    skeleton: new Set(taken.map((each) => each.skeleton)),
    caseless: new Set(taken.map((each) => each.caseless)),
  };
}

/**
 * Seats nobody sits on, for people who spoke elsewhere. Names come as they were, two may be alike: each seat is its own
 * skeleton. Repeating it changes nothing.
 */
export async function importSeats(db: Db, panelId: string, seats: readonly ImportedSeat[]): Promise<void> {
  await rows(
    db,
    `INSERT INTO seat (panel_id, seat_id, name, skeleton, caseless, affiliation, role)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     ON CONFLICT (panel_id, seat_id) DO NOTHING`,
    [
      panelId,
      seats.map((each) => each.seat),
      seats.map((each) => each.name),
      seats.map((each) => each.seat),
      seats.map((each) => each.seat),
      seats.map((each) => each.affiliation ?? ''),
      seats.map((each) => each.role ?? null),
    ],
  );
}

async function trySeat(db: Db, { panelId, personId, affiliation }: Sitting, name: string): Promise<SeatId | null> {
  const taken = await row<{ seat_id: string }>(
    db,
    `INSERT INTO seat (panel_id, seat_id, person_id, name, skeleton, caseless, affiliation) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT DO NOTHING RETURNING seat_id`,
    [panelId, randomUUID(), personId, name, skeleton(name), caselessSkeleton(name), affiliation],
  );
  if (taken) return taken.seat_id;

  const theirs = await row<{ seat_id: string }>(db, 'SELECT seat_id FROM seat WHERE panel_id = $1 AND person_id = $2', [
    panelId,
    personId,
  ]);
  return theirs?.seat_id ?? null;
}

function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name} (${number})`;
}

/** How many bear this name already, with a number or without; at least the one who was in the way. */
async function namesakes(db: Db, { panelId, name }: Sitting): Promise<number> {
  const found = await row<{ count: number }>(
    db,
    `SELECT count(*)::int AS count FROM seat
     WHERE panel_id = $1 AND (name = $2::text OR left(name, length($2::text) + 2) = $2::text || ' (')`,
    [panelId, name],
  );
  return Math.max(found?.count ?? 0, 1);
}

const NUMBERS_IN_ORDER = 4;
