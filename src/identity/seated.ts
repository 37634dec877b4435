import type { Role, SeatId } from '../../domain/panel/roles.js';
import { ranked } from './ranks.js';
import { rows, type Db } from './sql.js';
import type { OwnSeat, Seated } from './types.js';

const OWN = `
  SELECT seat.panel_id AS "panelId", seat.seat_id AS seat, seat.name
  FROM seat JOIN panel ON panel.panel_id = seat.panel_id
  WHERE seat.person_id = $1
  ORDER BY panel.created_at DESC, panel.panel_id LIMIT $2`;

/** Where somebody has a seat, the latest panel first. */
export function seatsOf(db: Db, personId: string, limit: number): Promise<readonly OwnSeat[]> {
  return rows<OwnSeat>(db, OWN, [personId, limit]);
}

const IN_PANEL = `
  SELECT seat_id AS seat, name, affiliation, roles FROM (
    SELECT seat.seat_id, seat.name, seat.affiliation, coalesce(
      array_agg(g.role) FILTER (WHERE g.role IS NOT NULL),
      array_remove(ARRAY[seat.role], NULL)) AS roles
    FROM seat
    JOIN panel ON panel.panel_id = seat.panel_id
    LEFT JOIN role_grant g ON g.person_id = seat.person_id
      AND (g.forum_id IS NULL OR (g.forum_id = panel.forum_id AND (g.panel_id IS NULL OR g.panel_id = panel.panel_id)))
    WHERE seat.panel_id = $1
    GROUP BY seat.seat_id, seat.name, seat.affiliation, seat.role
  ) AS seated
  WHERE $2::text IS NULL OR $2 = ANY(roles)
  ORDER BY name, seat_id LIMIT $3`;

/** Who has a seat in a panel, with every role they hold there; those with one role where it is named. */
export async function seatsIn(db: Db, panelId: string, role: Role | null, limit: number): Promise<readonly Seated[]> {
  const found = await rows<{ seat: SeatId; name: string; affiliation: string; roles: Role[] }>(db, IN_PANEL, [
    panelId,
    role,
    limit,
  ]);
  return found.map(({ roles, ...seated }) => ({ ...seated, roles: ranked(roles) }));
}

/** Whose seat each one in a panel is, where it is somebody’s still. The same person has the same key in every panel. */
export async function sittersIn(db: Db, panelId: string): Promise<ReadonlyMap<SeatId, string>> {
  const found = await rows<{ seat: SeatId; person: string }>(
    db,
    'SELECT seat_id AS seat, person_id AS person FROM seat WHERE panel_id = $1 AND person_id IS NOT NULL',
    [panelId],
  );
  return new Map(found.map(({ seat, person }) => [seat, person]));
}
