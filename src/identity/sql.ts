/** A DataSource or, inside a transaction, its EntityManager. Inside one, never use the other: the embedded pool has one connection. */
export interface Db {
  query(text: string, parameters?: unknown[]): Promise<unknown>;
}

export async function rows<T>(db: Db, text: string, parameters: readonly unknown[] = []): Promise<readonly T[]> {
  const result = await db.query(text, [...parameters]);
  if (!Array.isArray(result)) return [];

  // TypeORM answers UPDATE and DELETE with [rows, count], everything else with the rows.
  return isWithCount(result) ? (result[0] as T[]) : (result as T[]);
}

export async function row<T>(db: Db, text: string, parameters: readonly unknown[] = []): Promise<T | null> {
  return (await rows<T>(db, text, parameters))[0] ?? null;
}

function isWithCount(result: readonly unknown[]): boolean {
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
