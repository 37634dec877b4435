import type { DataSource } from 'typeorm';

export function rows<Row>(database: DataSource, text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.query(text, [...values]);
}
