import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Claim } from '../../domain/amplify/queue/rule.js';
import type { SeatId } from '../../domain/panel/roles.js';
import { rows } from '../identity/sql.js';
import type { Profiles, ProfileTable } from '../panels/profiles.js';

/**
 * Claims are held until the profile is stored: whoever withdraws one meanwhile waits, and finds the profile to be renewed.
 * One statement, so that two nodes that lock the same seat at the same time agree. Every seat asked for gets a version,
 * also one nobody sits on: without a row it would be asked for again and again.
 */
const LOCK = `
  WITH held AS MATERIALIZED (
    SELECT seat.seat_id, claim.group_id, claim.attested
    FROM seat
    JOIN panel ON panel.panel_id = seat.panel_id
    JOIN claim ON claim.person_id = seat.person_id AND claim.forum_id = panel.forum_id
    WHERE seat.panel_id = $1 AND seat.seat_id = ANY($2::uuid[])
    FOR SHARE OF claim
  )
  INSERT INTO claim_profile (panel_id, seat, version, claims)
  SELECT panel.panel_id, asked.seat, 1, coalesce((
    SELECT jsonb_agg(jsonb_build_object('group', held.group_id, 'attested', held.attested) ORDER BY held.group_id)
    FROM held
    JOIN forum_groups ON forum_groups.forum_id = panel.forum_id
    WHERE held.seat_id = asked.seat
      AND forum_groups.groups @> jsonb_build_array(jsonb_build_object('id', held.group_id))
  ), '[]'::jsonb)
  FROM panel
  CROSS JOIN (SELECT DISTINCT unnest($2::uuid[]) AS seat) AS asked
  WHERE panel.panel_id = $1
  ON CONFLICT DO NOTHING`;

/** What seats count for in a panel: the only way out of this room for who belongs to which group. */
@Injectable()
export class SqlProfiles implements Profiles {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async lock(panelId: string, seats: readonly SeatId[]): Promise<ProfileTable> {
    if (seats.length > 0) await rows(this.database, LOCK, [panelId, seats]);
    return this.load(panelId);
  }

  async load(panelId: string): Promise<ProfileTable> {
    const found = await rows<ProfileRow>(
      this.database,
      'SELECT seat, version, claims FROM claim_profile WHERE panel_id = $1 ORDER BY seat, version',
      [panelId],
    );
    const table = new Map<SeatId, Map<number, readonly Claim[]>>();
    for (const { seat, version, claims } of found) {
      const versions = table.get(seat) ?? new Map<number, readonly Claim[]>();
      versions.set(version, claims.map(claimOf));
      table.set(seat, versions);
    }
    return table;
  }
}

interface ProfileRow {
  readonly seat: string;
  readonly version: number;
  readonly claims: readonly Claim[];
}

function claimOf({ group, attested }: Claim): Claim {
  return { group, attested };
}
