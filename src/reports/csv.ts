import { harmlessCell } from '../../domain/text/csv.js';

export type Cell = string | number | null;

/**
 * Rows as a file that spreadsheets open as it is meant. Words come from people: what a spreadsheet would take for a formula is
 * given an apostrophe, which makes it text. Numbers are ours and stay numbers.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${MARK}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** Without it, some spreadsheets take UTF-8 for something else. */
const MARK = '\uFEFF';

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return `"${harmlessCell(cell).replaceAll('"', '""')}"`;
}
