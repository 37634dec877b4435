import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transact } from './appending.js';
import { tallies, votesOf } from './ballots.js';
import { histogram } from './histogram.js';
import type { PanelImport } from './importing.js';
import { importPanel } from './importing.js';
import { createPanel, findPanel, headsOf } from './panel-rows.js';
import { readAfter, readRecord, readRecordBefore, readRecordWindow } from './reading.js';
import { searchPanels } from './searching-panels.js';
import { searchRecord } from './searching.js';
import type { Caught, Draft, Found, PanelLog, PanelRow } from './types.js';

/** The journals of all panels on PostgreSQL, embedded or not. Each verb is a file beside this one. */
@Injectable()
export class SqlPanelLog implements PanelLog {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  create(panel: PanelRow) {
    return createPanel(this.db, panel);
  }

  panel(panelId: string) {
    return findPanel(this.db, panelId);
  }

  heads(panelIds: readonly string[]) {
    return headsOf(this.db, panelIds);
  }

  transact<T>(
    panelId: string,
    caughtUpTo: number,
    intentIds: readonly string[],
    decide: (caught: Caught) => { draft: Draft; result: T },
    count?: readonly string[] | null,
  ) {
    return transact(this.db, panelId, { caughtUpTo, intentIds, count }, decide);
  }

  importPanel(panel: PanelImport) {
    return importPanel(this.db, panel);
  }

  readAfter(panelId: string, panelSeq: number, limit: number) {
    return readAfter(this.db, panelId, panelSeq, limit);
  }

  readRecord(panelId: string, after: number, limit: number) {
    return readRecord(this.db, panelId, after, limit);
  }

  readRecordBefore(panelId: string, before: number, limit: number) {
    return readRecordBefore(this.db, panelId, before, limit);
  }

  readRecordWindow(panelId: string, from: number, to: number, limit: number) {
    return readRecordWindow(this.db, panelId, [from, to], limit);
  }

  searchRecord(panelId: string, words: readonly string[], before: number, limit: number) {
    return searchRecord(this.db, panelId, words, [before, limit]);
  }

  searchPanels(panelIds: readonly string[], words: readonly string[], before: Found | null, limit: number) {
    return searchPanels(this.db, panelIds, words, [before, limit]);
  }

  histogram(panelId: string, buckets: number) {
    return histogram(this.db, panelId, buckets);
  }

  tallies(panelId: string, contributionIds: readonly string[] | null) {
    return tallies(this.db, panelId, contributionIds);
  }

  votesOf(panelId: string, seat: string) {
    return votesOf(this.db, panelId, seat);
  }
}
