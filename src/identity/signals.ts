import { Logger } from '@nestjs/common';
import { SIGNAL_POLL_MS } from './lifetimes.js';
import { rows, type Db } from './sql.js';

/** `sessionId` null: the person’s roles changed, their sessions go on. */
export interface Ended {
  readonly sessionId: string | null;
  readonly personId: string;
}

/** As it stands in the database: with it every node knows whether it told of it already. */
export interface Written extends Ended {
  readonly id: string;
}

type Listener = (ended: Ended) => void;

/** A row may become visible this long after its time: a sequence number is no cursor, so the last seconds are read again. */
const OVERLAP_MS = 10_000;
const KEPT_HOURS = 1;

/**
 * Tells every node what one node ended. A change writes its signals in its own transaction and announces them here after
 * commit; the others find the rows within a second, or sooner when somebody calls `hint`.
 */
export class Signals {
  private readonly logger = new Logger('Identity');
  private readonly listeners = new Set<Listener>();
  private readonly seen = new Map<string, number>();
  private lastPoll = performance.now();
  private polling: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Db) {}

  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    this.timer ??= setInterval(() => void this.hint(), SIGNAL_POLL_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.polling;
  }

  /** Inside the transaction of the change. What it gives back is announced once that is committed, and only then. */
  async write(db: Db, ended: readonly Ended[]): Promise<readonly Written[]> {
    if (ended.length === 0) return [];
    const written = await rows<WrittenRow>(
      db,
      `INSERT INTO identity_signal (session_id, person_id)
       SELECT * FROM unnest($1::uuid[], $2::uuid[]) RETURNING id, session_id, person_id`,
      [ended.map((each) => each.sessionId), ended.map((each) => each.personId)],
    );
    return written.map(writtenOf);
  }

  /** After the commit of the change: this node knows at once, unless it read the signals of it meanwhile. */
  announce(written: readonly Written[]): void {
    const unseen = written.filter(({ id }) => !this.seen.has(id));
    const now = performance.now();
    for (const { id } of unseen) this.seen.set(id, now);
    for (const { sessionId, personId } of unseen) this.tellAll({ sessionId, personId });
  }

  /** What this node found out by itself and every other one finds out alike. */
  tellAll(ended: Ended): void {
    for (const listener of this.listeners) this.tell(listener, ended);
  }

  /** Something may have ended elsewhere: looks now. Never rejects. */
  hint(): Promise<void> {
    this.polling ??= this.poll()
      .catch((error: unknown) => this.logger.warn(`Ended sessions could not be read: ${String(error)}`))
      .finally(() => (this.polling = null));
    return this.polling;
  }

  private async poll(): Promise<void> {
    const started = performance.now();
    const recent = await rows<WrittenRow>(
      this.db,
      `SELECT id, session_id, person_id FROM identity_signal
       WHERE at > clock_timestamp() - make_interval(secs => $1) ORDER BY id`,
      [(started - this.lastPoll + OVERLAP_MS) / 1000],
    );
    this.lastPoll = started;

    const unseen = recent.filter(({ id }) => !this.seen.has(id)).map(writtenOf);
    for (const { id } of recent) this.seen.set(id, started);
    this.forget(started);
    for (const { sessionId, personId } of unseen) this.tellAll({ sessionId, personId });
  }

  private tell(listener: Listener, ended: Ended): void {
    try {
      listener(ended);
    } catch (error) {
      this.logger.error(`Somebody could not take note of an ended session: ${String(error)}`);
    }
  }

  private forget(now: number): void {
    for (const [id, at] of this.seen) if (now - at > 2 * OVERLAP_MS) this.seen.delete(id);
  }

  async tidy(): Promise<void> {
    await rows(this.db, `DELETE FROM identity_signal WHERE at < now() - make_interval(hours => $1)`, [KEPT_HOURS]);
  }
}

interface WrittenRow {
  readonly id: string;
  readonly session_id: string | null;
  readonly person_id: string;
}

function writtenOf({ id, session_id: sessionId, person_id: personId }: WrittenRow): Written {
  return { id, sessionId, personId };
}
