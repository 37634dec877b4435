import { join } from 'node:path';
import { BrokenFile } from './broken-file.js';
import { type Fingerprint, rowsOf } from './csv.js';

/** One row, asked by the names of its columns. Everything it is asked for that is not there or not so is refused. */
export interface Named {
  readonly line: number;
  text(column: string): string;
  integer(column: string): number;
  oneOf<T extends number>(column: string, allowed: readonly T[]): T;
  refuse(reason: string): BrokenFile;
}

/** The rows of one file of an export. Columns are found by name: others may stand between them, in any order. */
export async function* tableOf(
  folder: string,
  file: string,
  columns: readonly string[],
  fingerprint: Fingerprint,
): AsyncGenerator<Named> {
  const path = join(folder, file);
  const part = fingerprint.part(file);
  let header: ReadonlyMap<string, number> | null = null;
  let width = 0;

  for await (const { line, fields } of rowsOf(path, part.heard)) {
    if (!header) {
      header = headerOf(file, line, fields, columns);
      width = fields.length;
      continue;
    }
    if (fields.length !== width) {
      throw new BrokenFile(file, line, `has ${fields.length} columns where the header has ${width}.`);
    }
    yield named(file, line, fields, header);
  }

  if (!header) throw new BrokenFile(file, null, 'is empty.');
  part.end();
}

function headerOf(file: string, line: number, fields: readonly string[], columns: readonly string[]) {
  const header = new Map<string, number>();
  fields.forEach((field, index) => {
    const name = field.trim().toLowerCase();
    if (columns.includes(name) && header.has(name)) throw new BrokenFile(file, line, `has two columns called ${name}.`);
    header.set(name, index);
  });
  for (const column of columns) {
    if (!header.has(column)) throw new BrokenFile(file, line, `has no column called ${column}.`);
  }
  return header;
}

function named(file: string, line: number, fields: readonly string[], header: ReadonlyMap<string, number>): Named {
  const refuse = (reason: string) => new BrokenFile(file, line, reason);

  function text(column: string): string {
    const field = fields[header.get(column) ?? -1];
    if (field === undefined) throw refuse(`has no ${column}.`);
    return field;
  }

  function integer(column: string): number {
    const field = text(column).trim();
    const number = Number(field);
    if (!/^-?\d+$/.test(field) || !Number.isSafeInteger(number)) {
      throw refuse(`${column} must be a whole number, not ${quoted(field)}.`);
    }
    return number;
  }

  function oneOf<T extends number>(column: string, allowed: readonly T[]): T {
    const number = integer(column);
    const found = allowed.find((one) => one === number);
    if (found === undefined) throw refuse(`${column} must be one of ${allowed.join(', ')}, not ${number}.`);
    return found;
  }

  return { line, text, integer, oneOf, refuse };
}

/** Short, on one line, and harmless in a terminal. */
function quoted(field: string): string {
  const shown = JSON.stringify(field.slice(0, 40)).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
  return field === '' ? 'empty' : shown;
}
