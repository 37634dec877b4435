import type { DataSource } from 'typeorm';
import type { FolderLock } from './lock/folder-lock.js';

export interface DatabaseConfig {
  /** A PostgreSQL connection string; without one, the embedded database in `dataFolder` is used. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
  /** Connections to PostgreSQL; the embedded database has one. */
  readonly poolSize?: number | undefined;
}

export interface DatabaseFacts {
  readonly kind: 'embedded' | 'postgres';
  /** `embedded PGlite 0.5.16` or `PostgreSQL 15.20`. */
  readonly engine: string;
  /** As the server itself says. */
  readonly fsync: 'off' | 'on';
  /** One sentence on what a stored contribution outlives. */
  readonly survives: string;
}

/** The one database of this process. */
export class Database implements DatabaseFacts {
  readonly kind: DatabaseFacts['kind'];
  readonly engine: string;
  readonly fsync: DatabaseFacts['fsync'];
  readonly survives: string;
  private closed: Promise<void> | null = null;

  constructor(
    readonly dataSource: DataSource,
    facts: DatabaseFacts,
    /** The lock on the folder of the embedded database; null on PostgreSQL. */
    readonly lock: FolderLock | null,
    private readonly closing: () => Promise<void>,
  ) {
    this.kind = facts.kind;
    this.engine = facts.engine;
    this.fsync = facts.fsync;
    this.survives = facts.survives;
  }

  close(): Promise<void> {
    this.closed ??= this.closing();
    return this.closed;
  }
}
