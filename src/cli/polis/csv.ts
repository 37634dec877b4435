import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { BrokenFile } from './broken-file.js';

export interface Row {
  /** Where the row begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

const LONGEST_ROW = 1 << 20;
const LINE_FEED = 0x0a;
const LINE_ENDS = /\r\n|\n|\r/g;

/**
 * The rows of a CSV file (RFC 4180; any line ends, a byte order mark allowed), header included, blank lines left out,
 * without ever holding the file in memory. `heard` is given every byte that was read.
 *
 * @throws BrokenFile with the line where the broken row begins.
 */
export async function* rowsOf(path: string, heard: (chunk: Buffer) => void): AsyncGenerator<Row> {
  const file = basename(path);
  let line = 1;

  /** Counts where rows are parsed: those still on their way are lost when a later one is broken. */
  function numbered({ record, raw }: { record: string[]; raw: string }): Row {
    const row = { line, fields: record };
    line += raw.match(LINE_ENDS)?.length ?? 0;
    return row;
  }

  const parser = parse({
    bom: true,
    raw: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
    // Its type knows nothing of `raw`.
    on_record: numbered as unknown as NonNullable<Options['on_record']>,
  });
  pipeline(createReadStream(path), utf8Only(file, heard), parser, () => undefined);

  try {
    for await (const row of parser as AsyncIterable<Row>) {
      if (row.fields.length > 1 || row.fields[0] !== '') yield row;
    }
  } catch (error) {
    throw explained(error, file, line);
  }
}

/** SHA-256 over named parts; each part is closed by its own digest, so that no two sets of files look alike. */
export class Fingerprint {
  private readonly whole = createHash('sha256');

  part(name: string): { heard: (chunk: Buffer) => void; end: () => void } {
    const hash = createHash('sha256');
    return {
      heard: (chunk) => void hash.update(chunk),
      end: () => void this.whole.update(name).update('\0').update(hash.digest()),
    };
  }

  /** Lower-case hex. */
  digest(): string {
    return this.whole.digest('hex');
  }
}

/** A line feed is never part of a longer UTF-8 sequence, so whole lines can be checked as they pass. */
function utf8Only(file: string, heard: (chunk: Buffer) => void): Transform {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;

  function pass(stream: Transform, bytes: Buffer, done: TransformCallback): void {
    if (!isUtf8(bytes)) return done(new BrokenFile(file, line + brokenLine(bytes), 'is not UTF-8 text.'));
    line += countLines(bytes);
    stream.push(bytes);
    done();
  }

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      heard(chunk);
      const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      held = bytes.subarray(end);
      if (held.length > 16 * LONGEST_ROW) return done(new BrokenFile(file, line, 'is far too long for a row.'));
      pass(this, bytes.subarray(0, end), done);
    },
    flush(done) {
      pass(this, held, done);
    },
  });
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let i = bytes.indexOf(LINE_FEED); i !== -1; i = bytes.indexOf(LINE_FEED, i + 1)) count++;
  return count;
}

/** How many lines come before the first one that is not UTF-8. */
function brokenLine(bytes: Buffer): number {
  let start = 0;
  for (let count = 0; ; count++) {
    const end = bytes.indexOf(LINE_FEED, start) + 1;
    if (end === 0 || !isUtf8(bytes.subarray(start, end))) return count;
    start = end;
  }
}

function explained(error: unknown, file: string, line: number): unknown {
  if (error instanceof BrokenFile) return error;
  if (error instanceof CsvError) return new BrokenFile(file, line, sentenceOf(error));
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BrokenFile(file, null, 'is missing from the folder.');
  if (code === 'EISDIR' || code === 'EACCES') return new BrokenFile(file, null, 'cannot be read.');
  return error;
}

function sentenceOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark opens in this row and never closes.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'the row is longer than 1 MiB; a quotation mark is probably not closed.';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quotation mark stands in the middle of a field; such a field must be quoted and its quotation marks doubled.';
    default:
      return 'the row is not CSV.';
  }
}
