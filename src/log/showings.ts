import type { DataSource } from 'typeorm';
import { rowsOf } from './sql.js';

export interface Showing {
  readonly panelId: string;
  readonly seat: string;
  readonly contributionId: string;
}

const SEEN = {
  name: 'cards-seen',
  text: `select contribution_id as "contributionId" from card_seen where panel_id = $1 and seat = $2`,
};

const SHOWN = {
  name: 'cards-shown',
  text: `select contribution_id as "contributionId", shown from card_shown where panel_id = $1`,
};

/** In one statement and in one order, so that a showing counts once whoever stores it, and two nodes do not lock each other. */
const SHOW = {
  name: 'show-cards',
  text: `with fresh as (
      insert into card_seen (panel_id, seat, contribution_id)
      select distinct p, s, c from unnest($1::uuid[], $2::text[], $3::text[]) as shown(p, s, c) order by p, s, c
      on conflict do nothing
      returning panel_id, contribution_id
    )
    insert into card_shown (panel_id, contribution_id, shown)
    select panel_id, contribution_id, count(*)::integer from fresh group by 1, 2 order by 1, 2
    on conflict (panel_id, contribution_id) do update set shown = card_shown.shown + excluded.shown`,
};

export async function cardsSeen(db: DataSource, panelId: string, seat: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ contributionId: string }>(db, SEEN, [panelId, seat]);
  return rows.map(({ contributionId }) => contributionId);
}

/** How many people each contribution was shown to. */
export async function cardsShown(db: DataSource, panelId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ contributionId: string; shown: number }>(db, SHOWN, [panelId]);
  return new Map(rows.map(({ contributionId, shown }) => [contributionId, shown]));
}

export async function showCards(db: DataSource, showings: readonly Showing[]): Promise<void> {
  if (showings.length === 0) return;
  await rowsOf(db, SHOW, [
    showings.map(({ panelId }) => panelId),
    showings.map(({ seat }) => seat),
    showings.map(({ contributionId }) => contributionId),
  ]);
}
