import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Db } from '../identity/sql.js';
import type { Endings, Renewals } from '../panels/profiles.js';
import {
  FORGET_FORUMS,
  FORGET_LINKS,
  FORGET_PROFILES,
  NOTE_ARCHIVED,
  NOTE_FORGOTTEN,
  NOTE_MOVED,
  UNTIL,
} from './endings.js';
import { Renewing, RENEWALS } from './renewing.js';

const HOUR_MS = 3_600_000;
/** Every process looks once an hour: long enough for all of them to hear what one has deleted. */
const HEARD_FOR_HOURS = 3;

/**
 * Ends what people counted for: of a panel 30 days after its report was published, or 60 days after it was archived where
 * none is, or a year after anything happened in it; of a forum once that is so for all of its panels.
 */
@Injectable()
export class Forgetting implements Endings<Db>, OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Claims');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Renewing) private readonly renewing: Renewing,
    @Inject(RENEWALS) private readonly renewals: Renewals,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.round(), HOUR_MS).unref();
    this.round();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  async reportPublished(panelId: string, at: number, db: Db): Promise<void> {
    await rows(
      db,
      `INSERT INTO claim_ending (panel_id, published_at) VALUES ($1, $2)
       ON CONFLICT (panel_id) DO UPDATE SET published_at = least(claim_ending.published_at, excluded.published_at)`,
      [panelId, new Date(at)],
    );
  }

  async isForgotten(panelId: string): Promise<boolean> {
    const found = await rows(
      this.database,
      'SELECT 1 FROM claim_ending WHERE panel_id = $1 AND forgotten_at IS NOT NULL',
      [panelId],
    );
    return found.length > 0;
  }

  async until(panelIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await rows<{ panelId: string; until: number }>(this.database, UNTIL, [panelIds]);
    return new Map(found.map(({ panelId, until }) => [panelId, until]));
  }

  /** Deletes what is due at this time. When a panel moved or was archived is when this first saw it so. */
  async forget(now: number): Promise<void> {
    const at = new Date(now);
    await this.database.transaction(async (db) => {
      for (const statement of [NOTE_MOVED, NOTE_ARCHIVED, FORGET_PROFILES, NOTE_FORGOTTEN, ...FORGET_FORUMS]) {
        await rows(db, statement, [at]);
      }
      await rows(db, FORGET_LINKS, [at]);
    });
    await this.tellRooms(at);
  }

  /** A room that knew what people counted for knows it no more, on whatever process it was deleted. */
  private async tellRooms(at: Date): Promise<void> {
    const forgotten = await rows<{ panelId: string }>(
      this.database,
      `SELECT panel_id AS "panelId" FROM claim_ending WHERE forgotten_at > $1::timestamptz - make_interval(hours => $2)`,
      [at, HEARD_FOR_HOURS],
    );
    for (const { panelId } of forgotten) await this.renewals.forgotten(panelId);
  }

  private round(): void {
    this.running = this.forget(Date.now())
      .then(() => this.renewing.renew(null))
      .catch((error: unknown) => this.logger.warn(`What is due could not be deleted yet: ${String(error)}`));
  }
}
