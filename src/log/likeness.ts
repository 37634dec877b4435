import type { DataSource } from 'typeorm';
import { rowsOf } from './sql.js';

export interface Alike {
  readonly one: string;
  readonly other: string;
  /** Trigrams in common of all trigrams of both, 0 to 1. */
  readonly likeness: number;
}

/** A database whose locale knows no letters but ours leaves every other script without trigrams. */
const ABLE = {
  name: 'likeness-able',
  text: `select similarity('公開討論', '公開討論會') > 0.3 and similarity('مقياس', 'مقاييس') > 0.1
    and similarity('кітап', 'кітаб') > 0.3 and similarity('ใครอ่าน', 'ใครอ่านที่นี่') > 0.3 as able`,
};

/** Words as they were first published: an interpreter’s are another’s. */
const ALIKE = {
  name: 'likeness-of',
  text: `with said as materialized (
      select distinct on (contribution_id) contribution_id as id, words from entry_body
      where panel_id = $1 and journal = 'record' and contribution_id = any($2::text[]) and words is not null
      order by contribution_id, seq
    )
    select a.id as one, b.id as other, similarity(a.words, b.words)::float8 as likeness
    from said a join said b on a.id <> b.id and (not b.id = any($3::text[]) or a.id < b.id)
    where a.id = any($3::text[]) and similarity(a.words, b.words) >= $4::float8`,
};

const UNDEFINED_FUNCTION = '42883';

export async function canCompare(db: DataSource): Promise<boolean> {
  try {
    const [row] = await rowsOf<{ able: boolean }>(db, ABLE, []);
    return row?.able === true;
  } catch (error) {
    if (errorCode(error) === UNDEFINED_FUNCTION) return false;
    throw error;
  }
}

/** What is missing stays missing until the next start; a database that is away comes back. */
function errorCode(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}

/** Every pair of `fresh` and one of `all` that is at least so much alike. */
export async function alike(
  db: DataSource,
  panelId: string,
  { all, fresh }: { readonly all: readonly string[]; readonly fresh: readonly string[] },
  atLeast: number,
): Promise<readonly Alike[]> {
  return rowsOf<Alike>(db, ALIKE, [panelId, all, fresh, atLeast]);
}
