import type { EventEmitter } from 'node:events';
import { DataSource } from 'typeorm';
import { hearBreaks } from './breaks.js';
import { Database } from './database.js';
import { factsOf } from './facts.js';
import { migrate } from './migrate.js';
import { ENTITIES, MIGRATIONS } from './registry.js';

export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    installExtensions: false,
    logging: false,
    applicationName: 'kurultai',
    poolSize,
    connectTimeoutMS: 5_000,
    poolErrorHandler: () => {}, // an idle connection broke: the pool has dropped it, the next query opens another
    extra: {
      keepAlive: true,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 120_000,
      // The server’s own limits come first; this one is for a server that no longer answers at all.
      query_timeout: 35_000,
    },
  });

  await dataSource.initialize();
  hearBreaks((dataSource.driver as unknown as { master: EventEmitter }).master);
  try {
    await migrate(dataSource);
    return new Database(dataSource, await factsOf(dataSource), null, () => dataSource.destroy());
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
