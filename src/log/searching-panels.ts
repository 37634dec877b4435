import type { DataSource } from 'typeorm';
import { whole } from './numbers.js';
import { patternsOf } from './search-words.js';
import { rowsOf } from './sql.js';
import type { ForumHit, Found } from './types.js';

/**
 * Written so that no plan is worse than one look at the words of these panels, statistics or none: which words match comes
 * first, and `journal` travels with them, so that entries are met by their key alone. A contribution is hit once, by the
 * latest of its words that match; what was redacted after them is not hit. Texts are read for the hits only.
 */
const SEARCH = {
  name: 'search-panels',
  text: `with matching as materialized (
      select distinct on (panel_id, contribution_id) panel_id, journal, seq, contribution_id
      from entry_body
      where journal = 'record' and panel_id = any($1::uuid[]) and words like all ($2::text[])
      order by panel_id, contribution_id, seq desc
    ), hit as materialized (
      select m.*, e.at, e.data
      from matching m join entry e on e.panel_id = m.panel_id and e.journal = m.journal and e.seq = m.seq
      where ($3::bigint is null or (e.at, e.panel_id, e.seq) < ($3, $4::uuid, $5::integer))
        and not exists (
          select 1 from entry r
          where r.panel_id = m.panel_id and r.type = 'Redacted' and r.data->>'contributionId' = m.contribution_id and r.seq > m.seq
        )
      order by e.at desc, e.panel_id desc, e.seq desc limit $6
    )
    select hit.panel_id as "panelId", hit.seq, hit.at::float8 as at, hit.contribution_id as "contributionId",
      w.body->>'text' as text, coalesce(w.body->>'lang', hit.data->>'lang') as lang, o.kind, o.author,
      coalesce(t.title, '') as "threadTitle"
    from hit
    join entry_body w on w.panel_id = hit.panel_id and w.journal = hit.journal and w.seq = hit.seq
    cross join lateral (
      select e.data->>'kind' as kind, e.data->>'threadId' as thread, b.body->>'author' as author
      from entry_body b join entry e on e.panel_id = b.panel_id and e.journal = hit.journal and e.seq = b.seq
      where b.panel_id = hit.panel_id and b.journal = 'record' and b.contribution_id = hit.contribution_id
        and e.type = 'ContributionPublished'
      order by b.seq + 0 desc limit 1
    ) o
    left join lateral (
      select b.body->>'title' as title
      from entry e join entry_body b on b.panel_id = e.panel_id and b.journal = hit.journal and b.seq = e.seq
      where e.panel_id = hit.panel_id and e.journal = 'record' and e.type in ('ThreadOpened', 'ThreadRenamed')
        and e.data->>'threadId' = o.thread
      order by e.seq + 0 desc limit 1
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
