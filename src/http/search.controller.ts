import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { SearchHit, SearchPage } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity } from '../identity/types.js';
import { type ForumHit, Panels, type StoredSummary } from '../panels/panels.js';
import { countedAs } from './address.js';
import { Asker, SEARCH_COST } from './asker.js';
import { Busy } from './busy.js';
import { AllSearchQuery, wordsIn } from './record.queries.js';
import { placeIn, cursorOf } from './search-cursor.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';
import { Summaries } from './summaries.js';

/** Search across the records of all panels. */
@ApiTags('record')
@Controller('api/search')
export class SearchController {
  /** Whoever looks for a common word through long records keeps the database busy for a second. */
  private readonly busy = new Busy({ each: 2, all: 4 });

  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Summaries) private readonly summaries: Summaries,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** Published contributions that contain every one of some words, in all panels you may read, newest first. */
  @Get()
  async search(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Query(shaped(AllSearchQuery)) { q, forumId, before, limit }: AllSearchQuery,
  ): Promise<SearchPage> {
    const words = wordsIn(q);
    const place = before === undefined ? null : placeIn(before);
    const session = await this.asker.paced(req, SEARCH_COST);
    const all = await (forumId === undefined ? this.panels.allPanels() : this.panels.panelsOf(forumId));
    const readable = new Map((await this.summaries.readable(session, all)).map((panel) => [panel.panelId, panel]));

    const leave = this.busy.enter(countedAs(session, req)) ?? refuse('too-many', { retryInMs: 2_000 });
    // One more than asked for tells whether there is more.
    const looking = this.panels.searchPanels([...readable.keys()], words, place, limit + 1);
    const found = await looking.finally(leave);
    const hits = found.slice(0, limit);
    const last = found.length > limit ? hits.at(-1) : undefined;
    res.set('Cache-Control', 'private, no-cache');
    return { hits: await this.named(hits, readable), next: last ? cursorOf(last) : null };
  }

  private async named(
    hits: readonly ForumHit[],
    panels: ReadonlyMap<string, StoredSummary>,
  ): Promise<readonly SearchHit[]> {
    const people = new Map(
      await Promise.all(
        [...new Set(hits.map(({ panelId }) => panelId))].map(async (panelId) => {
          const seats = hits.flatMap((hit) => (hit.panelId === panelId && hit.author) || []);
          return [panelId, await this.identity.people(panelId, seats)] as const;
        }),
      ),
    );
    return hits.flatMap(({ panelId, author, ...hit }) => {
      const panel = panels.get(panelId);
      return panel ? [{ ...hit, panel: lineOf(panel), author: people.get(panelId)?.[author ?? ''] ?? null }] : [];
    });
  }
}

function lineOf({ panelId, forumId, title, phase, openedAt }: StoredSummary): SearchHit['panel'] {
  return { panelId, forumId, title, phase, openedAt };
}
