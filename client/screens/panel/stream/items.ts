import type { Row } from '../../../connection/exchanges.js';

/** How many levels below the top are drawn in place; what lies deeper is opened as an exchange of its own. */
export const LEVELS = 2;

/** Stands for what lies deeper below one contribution. */
export interface Deeper {
  readonly deeperBelow: Row;
  readonly hidden: readonly Row[];
}

export type Item = Row | Deeper;

export function isDeeper(item: Item): item is Deeper {
  return 'deeperBelow' in item;
}

export function keyOf(item: Item): string {
  return isDeeper(item) ? `deeper/${item.deeperBelow.id}` : item.id;
}

/** The rows drawn: a thread’s, or those of one exchange, with what is too deep folded into one line each. */
export function itemsOf(rows: readonly Row[]): readonly Item[] {
  const base = rows[0]?.depth ?? 0;
  const items: Item[] = [];
  let above: Row | null = null;
  let hidden: Row[] | null = null;
  for (const row of rows) {
    if (row.depth - base <= LEVELS) {
      items.push(row);
      above = row;
      hidden = null;
    } else if (hidden) {
      hidden.push(row);
    } else if (above) {
      hidden = [row];
      items.push({ deeperBelow: above, hidden });
    }
  }
  return items;
}

/** Whether it is drawn in place among these rows. */
export function isIn(rows: readonly Row[], id: string): boolean {
  const base = rows[0]?.depth ?? 0;
  return rows.some((row) => row.id === id && row.depth - base <= LEVELS);
}

/** One contribution and everything below it. Empty where it is not held. */
export function exchangeOf(rows: readonly Row[], rootId: string): readonly Row[] {
  const start = rows.findIndex(({ id }) => id === rootId);
  const root = rows[start];
  if (!root) return [];
  const after = rows.findIndex(({ depth }, i) => i > start && depth <= root.depth);
  return rows.slice(start, after === -1 ? rows.length : after);
}

/** The exchange in which a row is drawn in place; null: in the thread itself. */
export function exchangeFor(rows: readonly Row[], id: string): string | null {
  const row = rows.find((one) => one.id === id);
  if (!row || row.depth <= LEVELS) return null;
  const top = LEVELS * Math.floor((row.depth - 1) / LEVELS);
  const byId = new Map(rows.map((one) => [one.id, one]));
  let ancestor: Row | undefined = row;
  while (ancestor && ancestor.depth > top) ancestor = ancestor.parentId ? byId.get(ancestor.parentId) : undefined;
  return ancestor?.id ?? null;
}
