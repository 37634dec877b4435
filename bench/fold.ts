import { randomUUID } from 'node:crypto';
import type { RecordEvent } from '../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../domain/panel/evolve.js';
import { snapshotOf } from '../domain/panel/snapshot.js';
import { summaryOf } from '../src/panels/batch.js';
import { initialState } from '../domain/panel/evolve.js';
import { type BenchHouse, openHouse } from './support/house.js';
import { rounded } from './support/measure.js';

const PAGE = 500;
const TEXT =
  'We ask that the data of the upper basin be published each season, in every language of the people downstream.';

/**
 * A record of 100,000 entries: how many a second are read, folded and made into a snapshot, beside reading the same rows
 * and doing nothing; and how long a newcomer waits for the last page, where the panel is at hand and where it is not.
 */
export async function fold(serverUrl: string | null, { entries }: { readonly entries: number }) {
  const house = await openHouse(serverUrl);
  try {
    const panelId = await filled(house, entries);
    const bare = await timed(() => rowsOnly(house, panelId));
    const read = await timed(() => readAndFold(house, panelId));
    const snapshot = await timed(async () => JSON.stringify(snapshotOf(read.value)).length);

    const panels = house.rooms();
    const cold = await timed(() => newcomer(panels, panelId));
    const warm = await timed(() => newcomer(panels, panelId));
    const page = await timed(() => house.log.readRecordBefore(panelId, entries + 1, PAGE));
    const whole = read.seconds + snapshot.seconds;
    return {
      bench: 'fold',
      engine: house.database.engine,
      entries,
      product: {
        perSecond: rounded(entries / whole),
        readAndFoldSeconds: rounded(read.seconds),
        snapshotSeconds: rounded(snapshot.seconds),
        snapshotBytes: snapshot.value,
      },
      bareRead: { perSecond: rounded(entries / bare.seconds) },
      ratio: rounded(entries / whole / (entries / bare.seconds)),
      newcomerMs: {
        panelNotAtHand: rounded(cold.seconds * 1000),
        panelAtHand: rounded(warm.seconds * 1000),
        lastPageOverHttp: rounded(page.seconds * 1000),
      },
    };
  } finally {
    await house.close();
  }
}

async function readAndFold({ log }: BenchHouse, panelId: string) {
  let record = initialRecord;
  for (;;) {
    const page = await log.readRecord(panelId, record.seq, 2_000);
    if (page.length === 0) return record;
    record = page.reduce(evolveRecord, record);
  }
}

/** What any program would have to do: the same rows through the same driver. */
async function rowsOnly({ database }: BenchHouse, panelId: string): Promise<number> {
  let after = 0;
  for (;;) {
    const rows = (await database.dataSource.query(
      `select e.seq, e.at, e.type, e.data, e.commitment, b.body from entry e left join entry_body b using (panel_id, journal, seq)
       where e.panel_id = $1 and e.journal = 'record' and e.seq > $2 order by e.seq limit 2000`,
      [panelId, after],
    )) as { seq: number }[];
    const last = rows.at(-1);
    if (!last) return after;
    after = Number(last.seq);
  }
}

/** What `join` without a cursor does for a long record. */
async function newcomer(panels: ReturnType<BenchHouse['rooms']>, panelId: string): Promise<number> {
  const panel = await panels.state(panelId);
  if (!panel) throw new Error('No panel.');
  return JSON.stringify(snapshotOf(panel.record, { latest: 200 })).length;
}

async function filled(house: BenchHouse, entries: number): Promise<string> {
  const forumId = randomUUID();
  const panelId = randomUUID();
  await house.forums.create({ forumId, slug: 'bench', title: 'Bench', description: '' });
  const events = [...eventsOf(forumId, entries)];
  const panel = { panelId, forumId, access: 'open' as const };
  await house.log.importPanel({
    panel,
    source: `bench:${panelId}`,
    entries: [events.map((event, i) => ({ at: 1_700_000_000_000 + i * 500, event }))],
    ballots: [],
    summary: () => summaryOf(panelId, initialState, 'open'),
  });
  return panelId;
}

function* eventsOf(forumId: string, count: number): Generator<RecordEvent> {
  const threads = Array.from({ length: 12 }, () => randomUUID());
  const authors = Array.from({ length: 500 }, () => randomUUID());
  const said: string[] = [];
  yield { type: 'PanelDrafted', forumId, title: 'Bench', description: '', languages: ['en'], rules: [] };
  for (const threadId of threads) {
    yield { type: 'ThreadOpened', threadId, body: { title: 'Thread', lang: 'en', author: authors[0] ?? '' } };
  }
  for (let i = threads.length + 1; i < count; i++) {
    if (i % 20 === 0) {
      const tallies = said
        .slice(-5)
        .map((contributionId) => ({ contributionId, agree: i % 90, pass: i % 7, disagree: i % 40 }));
      yield { type: 'Tallied', tallies };
      continue;
    }
    const contributionId = randomUUID();
    const threadId = threads[i % threads.length] ?? '';
    const body = { text: `${i} ${TEXT}`, lang: 'en', author: authors[i % authors.length] ?? '' };
    yield { type: 'ContributionPublished', contributionId, threadId, parentId: null, kind: 'comment', body };
    said.push(contributionId);
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
