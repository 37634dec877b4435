import type { DataSource, QueryRunner } from 'typeorm';

/** Named, so that the database parses it once a connection. A name stands for one text for ever. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** One connection to the database. The embedded one has no other: whoever holds it must not wait for a second. */
export interface Session {
  rows<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
}

/** What `pg` offers of a connection; TypeORM hands it out untyped. */
interface Client {
  query<Row>(query: Statement & { readonly values: unknown[] }): Promise<{ readonly rows: Row[] }>;
  end(): Promise<void>;
}

export async function inSession<T>(dataSource: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    return await work(sessionOf(await clientOf(runner)));
  } finally {
    await runner.release();
  }
}

/** Commits when `work` resolves, rolls back when it rejects. */
export async function inTransaction<T>(dataSource: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = await clientOf(runner);
    await runner.startTransaction();
    try {
      const result = await work(sessionOf(client));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rollBack(runner, client);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

export async function rowsOf<Row>(
  dataSource: DataSource,
  statement: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return inSession(dataSource, (session) => session.rows<Row>(statement, values));
}

function sessionOf(client: Client): Session {
  return {
    async rows<Row>({ name, text }: Statement, values: readonly unknown[]) {
      const { rows } = await client.query<Row>({ name, text, values: [...values] });
      return rows;
    },
  };
}

async function clientOf(runner: QueryRunner): Promise<Client> {
  return (await runner.connect()) as Client;
}

/** A connection that cannot even roll back must not go back to the pool with an open transaction. */
async function rollBack(runner: QueryRunner, client: Client): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    client.end().catch(() => {}); // the pool drops an ended connection; the first error says more
  }
}
