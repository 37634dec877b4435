import type { Role, SeatId } from '../../domain/panel/roles.js';
import type { People, Person } from '../../domain/wire/views.js';
import { CACHE_MS } from './lifetimes.js';
import type { Signals } from './signals.js';
import { rows, type Db } from './sql.js';

interface Known {
  readonly person: Person;
  readonly personId: string | null;
  readonly at: number;
}

/** Panels whose names stay in memory; the one unused for longest goes first. */
const PANELS_KEPT = 100;

/** Names by seat. A name never changes; the role shown with it may, so it is read again after a minute or a change. */
export class Names {
  private readonly byPanel = new Map<string, Map<SeatId, Known>>();

  constructor(
    private readonly db: Db,
    signals: Signals,
  ) {
    signals.on(({ sessionId, personId }) => {
      if (sessionId === null) this.forget(personId);
    });
  }

  async of(panelId: string, seats: Iterable<SeatId>): Promise<People> {
    const known = this.panel(panelId);
    const fresh = Date.now() - CACHE_MS;
    const wanted = [...new Set(seats)];
    const missing = wanted.filter((seat) => (known.get(seat)?.at ?? 0) < fresh);
    if (missing.length > 0) await this.read(panelId, missing, known);

    const people: Record<SeatId, Person> = Object.create(null);
    for (const seat of wanted) {
      const found = known.get(seat);
      if (found) people[seat] = found.person;
    }
    return people;
  }

  private panel(panelId: string): Map<SeatId, Known> {
    const known = this.byPanel.get(panelId) ?? new Map<SeatId, Known>();
    this.byPanel.delete(panelId);
    this.byPanel.set(panelId, known);
    const [oldest] = this.byPanel.keys();
    if (oldest !== undefined && this.byPanel.size > PANELS_KEPT) this.byPanel.delete(oldest);
    return known;
  }

  private async read(panelId: string, seats: readonly SeatId[], known: Map<SeatId, Known>): Promise<void> {
    const at = Date.now();
    for (const found of await rows<NameRow>(this.db, NAMES, [panelId, seats])) {
      const { name, affiliation } = found;
      const role = found.role ?? found.granted ?? 'participant';
      known.set(found.seat_id, { person: { name, affiliation, role }, personId: found.person_id, at });
    }
  }

  private forget(personId: string): void {
    for (const known of this.byPanel.values()) {
      for (const [seat, found] of known) if (found.personId === personId) known.delete(seat);
    }
  }
}

interface NameRow {
  readonly seat_id: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly affiliation: string;
  readonly role: Role | null;
  readonly granted: Role | null;
}

const NAMES = `
  SELECT seat.seat_id, seat.person_id, seat.name, seat.affiliation, seat.role,
    (SELECT g.role FROM role_grant g
     WHERE g.person_id = seat.person_id
       AND (g.forum_id IS NULL OR (g.forum_id = panel.forum_id AND (g.panel_id IS NULL OR g.panel_id = panel.panel_id)))
     ORDER BY array_position(
       ARRAY['owner', 'host', 'moderator', 'panellist', 'interpreter', 'participant', 'observer'], g.role)
     LIMIT 1) AS granted
  FROM seat JOIN panel ON panel.panel_id = seat.panel_id
  WHERE seat.panel_id = $1 AND seat.seat_id = ANY($2::uuid[])`;
