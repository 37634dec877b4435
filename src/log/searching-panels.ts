import type { DataSource } from 'typeorm';
import { whole } from './numbers.js';
import { patternsOf } from './search-words.js';
import { rowsOf } from './sql.js';
import type { ForumHit, Found } from './types.js';

const OF_WORDS = `journal = 'record' and type in ('ContributionPublished', 'ContributionRendered')`;

/**
 * Hits first, and only for those the contribution they render and the title of their thread. A contribution is hit once, by
 * the latest of its words that match; what was redacted after them is not hit.
 */
const SEARCH = {
  name: 'search-panels',
  text: `with hit as materialized (
      select e.panel_id, e.seq, e.at, b.contribution_id, b.body->>'text' as text,
        coalesce(b.body->>'lang', e.data->>'lang') as lang
      from (select * from entry where ${OF_WORDS} and panel_id = any($1::uuid[])) e
      join entry_body b on b.panel_id = e.panel_id and b.journal = 'record' and b.seq = e.seq
      where b.words like all ($2::text[])
        and ($3::bigint is null or (e.at, e.panel_id, e.seq) < ($3, $4::uuid, $5::integer))
        and not exists (
          select 1 from entry r
          where r.panel_id = e.panel_id and r.type = 'Redacted' and r.data->>'contributionId' = b.contribution_id and r.seq > e.seq
        )
        and not exists (
          select 1 from entry_body l
          where l.panel_id = b.panel_id and l.journal = 'record' and l.contribution_id = b.contribution_id and l.seq > b.seq
            and l.words like all ($2::text[])
        )
      order by e.at desc, e.panel_id desc, e.seq desc limit $6
    )
    select hit.panel_id as "panelId", hit.seq, hit.at::float8 as at, hit.contribution_id as "contributionId",
      hit.text, hit.lang, o.kind, o.author,
      coalesce(t.title, '') as "threadTitle"
    from hit
    cross join lateral (
      select e.data->>'kind' as kind, e.data->>'threadId' as thread, b.body->>'author' as author
      from entry_body b join entry e on e.panel_id = b.panel_id and e.journal = b.journal and e.seq = b.seq
      where b.panel_id = hit.panel_id and b.journal = 'record' and b.contribution_id = hit.contribution_id
        and e.type = 'ContributionPublished'
      order by b.seq desc limit 1
    ) o
    left join lateral (
      select b.body->>'title' as title
      from entry e join entry_body b on b.panel_id = e.panel_id and b.journal = e.journal and b.seq = e.seq
      where e.panel_id = hit.panel_id and e.journal = 'record' and e.type in ('ThreadOpened', 'ThreadRenamed')
        and e.data->>'threadId' = o.thread
      order by e.seq desc limit 1
    ) t on true
    order by hit.at desc, hit.panel_id desc, hit.seq desc`,
};

export async function searchPanels(
  db: DataSource,
  panelIds: readonly string[],
  words: readonly string[],
  [before, limit]: readonly [Found | null, number],
): Promise<readonly ForumHit[]> {
  const patterns = patternsOf(words);
  if (patterns.length === 0 || panelIds.length === 0) return [];

  const { at = null, panelId = null, seq = null } = before ?? {};
  return rowsOf<ForumHit>(db, SEARCH, [panelIds, patterns, at, panelId, seq, whole(limit)]);
}
