export type Cell = string | number | null;

/**
 * Rows as a file that spreadsheets open as it is meant. Words come from people: what a spreadsheet would take for a formula is
 * given an apostrophe, which makes it text. Numbers are ours and stay numbers.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${MARK}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** The header of a CSV file again and again, each time with as many of its rows as `size` characters hold; quotes are heeded. */
export function slicesOf(csv: string, size: number): readonly CsvSlice[] {
  const [header = '', ...rows] = recordsOf(csv.replace(/^\ufeff/, ''));
  const slices: CsvSlice[] = [];
  let text = header;
  let line = lineBreaks(header) + 1;
  let from = line;
  for (const row of rows) {
    if (text !== header && text.length + row.length > size) {
      slices.push({ csv: text, line: from });
      text = header;
      from = line;
    }
    text += row;
    line += lineBreaks(row);
  }
  return text.trim() === '' || (text === header && slices.length > 0) ? slices : [...slices, { csv: text, line: from }];
}

export interface CsvSlice {
  readonly csv: string;
  /** Of the file, where its first row stands; the header is line 1. */
  readonly line: number;
}

/** Without it, some spreadsheets take UTF-8 for something else. */
const MARK = '\uFEFF';
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}

function recordsOf(csv: string): readonly string[] {
  const records: string[] = [];
  let isQuoted = false;
  let start = 0;
  for (let i = 0; i < csv.length; i++) {
    if (csv[i] === '"') isQuoted = !isQuoted;
    if (csv[i] !== '\n' || isQuoted) continue;
    records.push(csv.slice(start, i + 1));
    start = i + 1;
  }
  if (start < csv.length) records.push(`${csv.slice(start)}\n`);
  return records;
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
