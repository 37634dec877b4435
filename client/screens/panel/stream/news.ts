import type { Row } from '../../../connection/exchanges.js';
import { LEVELS } from './items.js';

/** How much unread there is beyond the edges of what is in sight, and where it begins. */
export interface News {
  readonly up: number;
  readonly down: number;
  readonly firstUp: string | null;
  readonly firstDown: string | null;
}

export interface InSight {
  readonly first: string | null;
  readonly last: string | null;
}

/** What is too deep to be drawn here is counted where its exchange can be opened, not at the edges. */
export function newsAround(
  rows: readonly Row[],
  { first, last }: InSight,
  isUnread: (row: Row) => boolean,
  isDrawn: (row: Row) => boolean,
): News {
  const base = rows[0]?.depth ?? 0;
  const news = { up: 0, down: 0, firstUp: null as string | null, firstDown: null as string | null };
  let where: 'above' | 'within' | 'below' = first === null ? 'below' : 'above';
  for (const row of rows) {
    if (row.id === first) where = 'within';
    if (isUnread(row) && row.depth - base <= LEVELS && !(where === 'within' && isDrawn(row))) {
      const side = where === 'above' ? 'up' : 'down';
      news[side]++;
      if (side === 'up') news.firstUp ??= row.id;
      else news.firstDown ??= row.id;
    }
    if (row.id === last) where = 'below';
  }
  return news;
}
