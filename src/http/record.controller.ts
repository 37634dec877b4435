import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import type { RecordEntry } from '../../domain/panel/events.js';
import type { SeatId } from '../../domain/panel/roles.js';
import { snapshotOf } from '../../domain/panel/snapshot.js';
import { publicOf, seatsHeard, seatsIn, seatsInSnapshot } from '../../domain/panel/visibility.js';
import type { People, RecordPage } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity } from '../identity/types.js';
import { Panels } from '../panels/panels.js';
import { Asker, type Readable, revalidated, SEARCH_COST } from './asker.js';
import { PerState } from './per-state.js';
import {
  HistogramQuery,
  PeopleQuery,
  SearchQuery,
  SnapshotQuery,
  StretchQuery,
  WindowQuery,
  wordsIn,
} from './record.queries.js';
import { refuse } from './refused.js';
import { shaped } from './shaped.js';

/** The record of a panel, in stretches. Everything live, late, resumed or replayed can be read from here. */
@ApiTags('record')
@Controller('api/panels/:panelId')
export class RecordController {
  private readonly snapshots = new PerState<{ json: string; etag: string }>();
  private readonly histograms = new PerState<unknown>();
  private readonly named = new PerState<ReadonlySet<SeatId>>();

  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** Entries after or before a cursor. */
  @Get('record')
  async stretch(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(StretchQuery)) { after, before, limit }: StretchQuery,
  ): Promise<RecordPage> {
    if (after !== undefined && before !== undefined) {
      refuse('bad-request', { field: 'before', message: 'Give either after or before.' });
    }
    const readable = await this.asker.panel(req, panelId);
    const entries =
      before === undefined
        ? await this.panels.readRecord(panelId, after ?? 0, limit)
        : await this.panels.readRecordBefore(panelId, before, limit);

    revalidated(res, readable.isPublic);
    return this.page(panelId, readable, entries);
  }

  /** Entries of a stretch of time. */
  @Get('record/window')
  async window(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(WindowQuery)) { from, to, limit }: WindowQuery,
  ): Promise<RecordPage> {
    const readable = await this.asker.panel(req, panelId);
    const entries = await this.panels.readRecordWindow(panelId, from, to, limit);

    revalidated(res, readable.isPublic);
    return this.page(panelId, readable, entries);
  }

  /** Published contributions that contain every one of some words, newest first. */
  @Get('record/search')
  async search(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(SearchQuery)) { q, before, limit }: SearchQuery,
  ): Promise<RecordPage> {
    const words = wordsIn(q);
    const readable = await this.asker.panel(req, panelId, SEARCH_COST);
    const hits = await this.panels.searchRecord(panelId, words, before, limit);

    revalidated(res, readable.isPublic);
    return this.page(
      panelId,
      readable,
      hits.map(({ entry }) => entry),
    );
  }

  /** The whole panel as it stands, or its latest part: fold on from its `seq`. */
  @Get('record/snapshot')
  async snapshot(
    @Req() req: Request,
    @Res() res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(SnapshotQuery)) { latest }: SnapshotQuery,
  ): Promise<void> {
    const { panel, isPublic } = await this.asker.panel(req, panelId);
    const { json, etag } = await this.snapshots.get(panel.record, String(latest), async () => {
      const snapshot = snapshotOf(panel.record, { latest });
      const people = await this.identity.people(panelId, seatsInSnapshot(snapshot));
      const whole = JSON.stringify({ panelId, epoch: this.panels.epoch, head: panel.record.seq, snapshot, people });
      return { json: whole, etag: `"${createHash('sha256').update(whole).digest('base64url').slice(0, 27)}"` };
    });

    revalidated(res, isPublic);
    res.set('ETag', etag).type('application/json').send(json);
  }

  /** How many contributions were published when, overall and by thread, and what else happened. */
  @Get('record/histogram')
  async histogram(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(HistogramQuery)) { buckets }: HistogramQuery,
  ): Promise<unknown> {
    const { panel, isPublic } = await this.asker.panel(req, panelId);
    const histogram = await this.histograms.get(panel.record, String(buckets), () =>
      this.panels.histogram(panelId, buckets),
    );

    revalidated(res, isPublic);
    return histogram;
  }

  /** Names of people by the seats that stand in entries. */
  @Get('people')
  async people(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('panelId') panelId: string,
    @Query(shaped(PeopleQuery)) { seats }: PeopleQuery,
  ): Promise<People> {
    const { panel, isPublic } = await this.asker.panel(req, panelId);
    const named = await this.named.get(panel.record, '', () =>
      Promise.resolve(new Set([...seatsInSnapshot(snapshotOf(panel.record)), ...seatsHeard(panel)])),
    );

    revalidated(res, isPublic);
    return publicOf(await this.identity.people(panelId, seats.split(',')), named);
  }

  private async page(panelId: string, { panel }: Readable, entries: readonly RecordEntry[]): Promise<RecordPage> {
    return {
      panelId,
      epoch: this.panels.epoch,
      head: Math.max(panel.record.seq, entries.at(-1)?.seq ?? 0),
      entries,
      people: await this.identity.people(panelId, seatsIn(entries)),
    };
  }
}
