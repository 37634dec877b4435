import type { DataSource } from 'typeorm';
import { MigrationExecutor } from 'typeorm';

/** Any number, as long as no other program on the same server uses it. */
const MIGRATING = 7_205_759_403;

/** Brings the tables up to date in one transaction. Two nodes that start at once wait for each other. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    await runner.query(`set local statement_timeout = 0`);
    await runner.query(`set local lock_timeout = 0`);
    await runner.query(`select pg_advisory_xact_lock($1)`, [MIGRATING]);

    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => {}); // the first error says more
    throw error;
  } finally {
    await runner.release();
  }
}
