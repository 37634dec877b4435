import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Database } from './database.js';
import { factsOf } from './facts.js';
import { lockFolder } from './lock/folder-lock.js';
import { migrate } from './migrate.js';
import { ENTITIES, MIGRATIONS } from './registry.js';

/** Opens the embedded database in a folder of its own. A second process that opened it would destroy it: hence the lock. */
export async function openEmbedded(dataFolder: string): Promise<Database> {
  const lock = await lockFolder(dataFolder);
  try {
    const pglite = await openFiles(join(dataFolder, 'pglite'));
    return await connected(pglite, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function connected(pglite: PGlite, lock: Awaited<ReturnType<typeof lockFolder>>): Promise<Database> {
  const dataSource = new DataSource({
    type: 'postgres',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    installExtensions: false,
    logging: false,
    poolSize: 1,
    extra: createPgConfig(pglite),
  });

  async function close() {
    if (dataSource.isInitialized) await dataSource.destroy();
    await pglite.close();
    await lock.release();
  }

  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return new Database(dataSource, await factsOf(dataSource), lock, close);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await pglite.close();
    throw error;
  }
}

/** The first opening writes a thousand files. Killed halfway it would leave a folder that never opens: so it is made aside. */
async function openFiles(folder: string): Promise<PGlite> {
  if (!(await exists(folder))) {
    const aside = `${folder}.new`;
    await rm(aside, { recursive: true, force: true });
    const made = await PGlite.create(aside, { extensions: { pg_trgm } });
    await made.close();
    await rename(aside, folder);
  }
  return PGlite.create(folder, { extensions: { pg_trgm } });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
