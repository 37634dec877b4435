import type { Draining } from './draining.js';
import type { EventLoop } from './event-loop.js';
import { within } from './draining.js';

const ANSWER_MS = 2_000;
const FRESH_MS = 1_000;

/** What the rooms below know about themselves. */
export interface Vitals {
  readonly version: string;
  readonly epoch: string;
  /** Which database runs, whether it flushes to disk before it says yes, and what therefore outlives what. */
  readonly storage: { readonly engine: string; readonly fsync: boolean; readonly survives: string };
  /** One round trip to the database. Rejects when it cannot. */
  ping(): Promise<unknown>;
  /** Over every panel: entries of all records, and the longest record. */
  heads(): Promise<{ readonly sum: number; readonly biggest: number }>;
  redis(): 'absent' | 'up' | 'down';
  /** Where texts are compared with each other. */
  likeness(): Promise<'database' | 'process'>;
}

export interface HealthReport {
  readonly status: 'ok' | 'database-down' | 'draining';
  readonly version: string;
  readonly engine: string;
  readonly fsync: boolean;
  readonly survives: string;
  readonly database: 'up' | 'down';
  readonly head: { readonly sum: number; readonly biggest: number } | null;
  /** How late the event loop runs, 99th percentile, ms. */
  readonly lagMs: number;
  readonly redis: 'absent' | 'up' | 'down';
  /** `process`: the database cannot compare texts of every script (pg_trgm), which is slower and changes nothing else. */
  readonly likeness: 'database' | 'process';
  readonly draining: boolean;
  readonly uptimeSeconds: number;
  readonly epoch: string;
}

/** The truth about this process. However many ask, the database is asked at most once a second. */
export class Health {
  private looked: { readonly at: number; readonly found: Promise<Found> } | null = null;

  constructor(
    private readonly vitals: Vitals,
    private readonly draining: Draining,
    private readonly eventLoop: EventLoop,
  ) {}

  async report(): Promise<HealthReport> {
    const { version, epoch, storage } = this.vitals;
    const { up, head } = await this.database();
    const { isDraining } = this.draining;

    return {
      status: !up ? 'database-down' : isDraining ? 'draining' : 'ok',
      version,
      ...storage,
      database: up ? 'up' : 'down',
      head,
      lagMs: this.eventLoop.lagMs(),
      redis: this.vitals.redis(),
      likeness: up ? await this.vitals.likeness().catch(() => 'process' as const) : 'process',
      draining: isDraining,
      uptimeSeconds: Math.floor(process.uptime()),
      epoch,
    };
  }

  private database(): Promise<Found> {
    const at = performance.now();
    if (!this.looked || at - this.looked.at > FRESH_MS) this.looked = { at, found: this.look() };
    return this.looked.found;
  }

  private async look(): Promise<Found> {
    try {
      const head = await within(ANSWER_MS, async () => {
        await this.vitals.ping();
        return this.vitals.heads();
      });
      return { up: true, head };
    } catch {
      return { up: false, head: null };
    }
  }
}

interface Found {
  readonly up: boolean;
  readonly head: HealthReport['head'];
}
