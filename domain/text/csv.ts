/** One line of a CSV file that a spreadsheet opens as text: no field of it is taken for a formula. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
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

/** What a spreadsheet would take for a formula is given an apostrophe, which makes it text. */
export function harmlessCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

function field(text: string): string {
  const harmless = harmlessCell(text);
  return /[",\r\n;]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
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
