import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../identity/sql.js';
import type { Endings } from '../panels/profiles.js';
import { Renewing } from './renewing.js';

const HOUR_MS = 3_600_000;
export const DAYS_AFTER_REPORT = 30;
/** For a panel whose report nobody publishes. */
export const DAYS_AFTER_ARCHIVE = 60;

/**
 * Ends what people counted for: of a panel 30 days after its report was published, or 60 days after it was archived where
 * none is; of a forum once that is so for all of its panels.
 */
@Injectable()
export class Forgetting implements Endings, OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Claims');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Renewing) private readonly renewing: Renewing,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.round(), HOUR_MS).unref();
    this.round();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  async reportPublished(panelId: string, at: number): Promise<void> {
    await rows(
      this.database,
      `INSERT INTO claim_ending (panel_id, published_at) VALUES ($1, $2)
       ON CONFLICT (panel_id) DO UPDATE SET published_at = least(claim_ending.published_at, excluded.published_at)`,
      [panelId, new Date(at)],
    );
  }

  /** Deletes what is due at this time. The time a panel was archived is when this first saw it so. */
  async forget(now: number): Promise<void> {
    const at = new Date(now);
    await this.database.transaction(async (db) => {
      await rows(db, NOTE_ARCHIVED, [at]);
      await rows(db, FORGET_PROFILES, [at, DAYS_AFTER_REPORT, DAYS_AFTER_ARCHIVE]);
      for (const statement of FORGET_FORUMS) {
        await rows(db, `${OVER} ${statement}`, [at, DAYS_AFTER_REPORT, DAYS_AFTER_ARCHIVE]);
      }
      await rows(db, FORGET_LINKS, [at]);
    });
  }

  private round(): void {
    this.running = this.forget(Date.now())
      .then(() => this.renewing.renew(null))
      .catch((error: unknown) => this.logger.warn(`What is due could not be deleted yet: ${String(error)}`));
  }
}

const NOTE_ARCHIVED = `
  INSERT INTO claim_ending (panel_id, archived_at)
  SELECT panel_id, $1::timestamptz FROM panel WHERE summary->>'phase' = 'archived'
  ON CONFLICT (panel_id) DO UPDATE SET archived_at = coalesce(claim_ending.archived_at, excluded.archived_at)`;

const IS_DUE = `
  coalesce(ending.published_at + make_interval(days => $2), ending.archived_at + make_interval(days => $3))
    <= $1::timestamptz`;

const FORGET_PROFILES = `
  DELETE FROM claim_profile USING claim_ending AS ending
  WHERE ending.panel_id = claim_profile.panel_id AND ending.archived_at IS NOT NULL AND ${IS_DUE}`;

/** Forums with panels, none of which still needs to know who counts for what. */
const OVER = `
  WITH over AS (
    SELECT panel.forum_id FROM panel LEFT JOIN claim_ending AS ending ON ending.panel_id = panel.panel_id
    WHERE panel.summary IS NOT NULL
    GROUP BY panel.forum_id
    HAVING bool_and(ending.archived_at IS NOT NULL AND ${IS_DUE})
  )`;

const FORGET_FORUMS = [
  'DELETE FROM claim USING over WHERE claim.forum_id = over.forum_id',
  'DELETE FROM claim_code USING over WHERE claim_code.forum_id = over.forum_id',
  `DELETE FROM invitation_claim USING over, invitation
   WHERE invitation.forum_id = over.forum_id AND invitation.invitation_id = invitation_claim.invitation_id`,
];

/** What a link would have borne goes with the link. */
const FORGET_LINKS = `
  DELETE FROM invitation_claim USING invitation
  WHERE invitation.invitation_id = invitation_claim.invitation_id
    AND (invitation.expires_at < $1::timestamptz OR invitation.revoked_at IS NOT NULL OR invitation.uses >= invitation.max_uses)`;
