import type { Database, DatabaseConfig } from './database.js';
import { openEmbedded } from './embedded.js';
import { openPostgres } from './postgres.js';

/** Opens and migrates. Throws FolderInUse or FolderNotWritable before it touches an embedded database. */
export async function openDatabase({ databaseUrl, dataFolder, poolSize = 10 }: DatabaseConfig): Promise<Database> {
  return databaseUrl ? openPostgres(databaseUrl, poolSize) : openEmbedded(dataFolder);
}
