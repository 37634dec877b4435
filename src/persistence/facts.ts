import type { DataSource } from 'typeorm';
import type { DatabaseFacts } from './database.js';

interface Settings {
  readonly version: string;
  readonly fsync: string;
  readonly commits: string;
}

/** Asks the server what it is and what it promises. */
export async function factsOf(dataSource: DataSource): Promise<DatabaseFacts> {
  const [settings] = await dataSource.query<Settings[]>(
    `select version(), current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits`,
  );
  if (!settings) throw new Error('The database did not say what it is.');

  const pglite = /PGlite (\S+?)\)/.exec(settings.version)?.[1];
  const postgres = /PostgreSQL (\S+)/.exec(settings.version)?.[1] ?? 'of unknown version';
  const fsync = settings.fsync === 'on' ? 'on' : 'off';
  return {
    kind: pglite ? 'embedded' : 'postgres',
    engine: pglite ? `embedded PGlite ${pglite}` : `PostgreSQL ${postgres}`,
    fsync,
    survives: survivalOf(fsync, settings.commits),
  };
}

/** `commits` is PostgreSQL’s setting `synchronous_commit`. */
export function survivalOf(fsync: 'off' | 'on', commits: string): string {
  if (fsync === 'off') {
    return 'What is stored survives the end of the process, kill -9 included; a power cut can lose the latest seconds.';
  }
  if (commits === 'off') {
    return 'What is stored survives the end of every process but the database’s own crash or a power cut, which can lose the latest second.';
  }
  return 'What is stored survives the end of every process and a power cut: the database writes it to disk before it says yes.';
}
