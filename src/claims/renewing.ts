import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../identity/sql.js';
import type { Renewals } from '../panels/profiles.js';

/** Given by the app: how the rooms of panels hear of a profile. */
export const RENEWALS = Symbol('renewals');

/** With each renewal go so many others of the panel that change nothing, so that none tells by itself who had a claim. */
const BESIDE = 19;

/**
 * Every profile of a panel that still goes on, and holds what its person claims no more, gets a next version without it.
 * What was claimed since the profile was locked is not added.
 */
const RENEW = `
  WITH latest AS (
    SELECT DISTINCT ON (profile.panel_id, profile.seat)
      profile.panel_id, profile.seat, profile.version, profile.claims, panel.forum_id, seat.person_id
    FROM claim_profile AS profile
    JOIN panel ON panel.panel_id = profile.panel_id
    LEFT JOIN seat ON seat.panel_id = profile.panel_id AND seat.seat_id = profile.seat
    WHERE panel.summary->>'phase' IS DISTINCT FROM 'archived'
      AND ($1::uuid IS NULL OR EXISTS (SELECT 1 FROM seat WHERE seat.panel_id = profile.panel_id AND seat.person_id = $1))
    ORDER BY profile.panel_id, profile.seat, profile.version DESC
  ), rest AS (
    SELECT latest.*, coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'group', claim.group_id, 'attested', (was->>'attested')::boolean AND claim.attested) ORDER BY claim.group_id)
      FROM jsonb_array_elements(latest.claims) AS was
      JOIN claim ON claim.person_id = latest.person_id AND claim.forum_id = latest.forum_id
        AND claim.group_id = was->>'group'
    ), '[]'::jsonb) AS remaining
    FROM latest
  ), drawn AS (
    SELECT rest.*, row_number() OVER (PARTITION BY panel_id, remaining = claims ORDER BY random()) AS place FROM rest
  )
  INSERT INTO claim_profile (panel_id, seat, version, claims, told)
  SELECT panel_id, seat, version + 1, remaining, false FROM drawn
  WHERE remaining <> claims OR (place <= ${BESIDE} AND panel_id IN (SELECT panel_id FROM rest WHERE remaining <> claims))
  ON CONFLICT DO NOTHING`;

const UNTOLD = `
  SELECT panel_id AS "panelId", seat, version FROM claim_profile
  WHERE NOT told ORDER BY panel_id, seat, version LIMIT 1000`;
const TOLD = 'UPDATE claim_profile SET told = true WHERE panel_id = $1 AND seat = $2 AND version = $3';

/** Takes what was withdrawn out of the panels that go on, and tells their rooms. */
@Injectable()
export class Renewing {
  private readonly logger = new Logger('Claims');

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(RENEWALS) private readonly renewals: Renewals,
  ) {}

  /** Of one person, or of everybody. Whatever could not be told is told by the next call, on whatever node. */
  async renew(personId: string | null): Promise<void> {
    await rows(this.database, RENEW, [personId]);
    const untold = await rows<{ panelId: string; seat: string; version: number }>(this.database, UNTOLD);
    for (const { panelId, seat, version } of untold) {
      try {
        await this.renewals.renew(panelId, seat, version);
        await rows(this.database, TOLD, [panelId, seat, version]);
      } catch (error) {
        // What was withdrawn is withdrawn all the same. Which seat it was is nobody’s business.
        this.logger.warn(`A panel could not be told of a profile yet: ${String(error)}`);
        return;
      }
    }
  }
}
