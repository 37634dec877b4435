import type { DataSource, EntityManager } from 'typeorm';

export function rows<Row>(
  database: Pick<DataSource | EntityManager, 'query'>,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return database.query(text, [...values]);
}
