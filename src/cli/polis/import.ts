import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportedSeat } from '../../identity/seats.js';
import type { PanelImport } from '../../log/importing.js';
import { summaryOf } from '../../panels/batch.js';
import { checked } from './check.js';
import { type Counts, countsOf, since } from './counts.js';
import { panelOf } from './panel.js';
import type { Polis } from './read.js';

export interface Into {
  readonly forumId: string;
  readonly importPanel: (panel: PanelImport) => Promise<{ readonly panelId: string; readonly imported: boolean }>;
  readonly importSeats: (panelId: string, seats: readonly ImportedSeat[]) => Promise<void>;
  /** Rows stored, of so many. */
  readonly onProgress: (done: number, all: number) => void;
}

const CHUNK = 500;

/** Stores a conversation as an archived panel. Doing it again changes nothing and answers with the same counts. */
export async function importPolis(polis: Polis, into: Into): Promise<Counts> {
  const started = performance.now();
  const panel = panelOf(polis, into.forumId);
  const state = checked(polis, panel);
  const all = panel.events.length + panel.ballots.length;

  const { panelId } = await into.importPanel({
    panel: { panelId: panel.panelId, forumId: panel.forumId, access: 'open' },
    source: `polis:${panel.source}`,
    entries: chunksOf(panel.events),
    ballots: chunksOf(panel.ballots.map((ballot, row) => ({ ...ballot, intentId: `row:${row}` }))),
    summary: () => summaryOf(panel.panelId, state, 'open'),
    onProgress: ({ entries, ballots }) => into.onProgress(entries + ballots, all),
  });
  // Also when the panel was there: an import that was cut short between the two is made whole by the next.
  await into.importSeats(panelId, panel.seats);

  return { panelId, ...countsOf(polis), seconds: since(started) };
}

/** Lets other work of this process pass between two chunks: a live server imports too. */
async function* chunksOf<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await breathe();
    yield rows.slice(start, start + CHUNK);
  }
}
