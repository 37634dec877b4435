import { randomUUID } from 'node:crypto';
import type { Kind, RecordEvent } from '../../domain/panel/events.js';
import { evolve, initialState } from '../../domain/panel/evolve.js';
import { importSeats } from '../../src/identity/seats.js';
import { Forums } from '../../src/log/directory.js';
import { SqlPanelLog } from '../../src/log/sql-panel-log.js';
import { summaryOf } from '../../src/panels/batch.js';
import { openDatabase } from '../../src/persistence/index.js';

export interface Told {
  readonly at: number;
  readonly event: RecordEvent;
}

const START = 1_700_000_000_000;
const HOURS = 3;
const SPAN = HOURS * 3_600_000;
const TEXT =
  'We ask that the data of the upper basin be published each season, in every language of the people downstream.';

/** A panel of three hours in bursts and pauses, as a record: twelve threads, exchanges, questions posed and answered. */
export function recordOf(forumId: string, count: number): readonly Told[] {
  const threads = Array.from({ length: 12 }, () => randomUUID());
  const authors = people();
  const told: Told[] = [];
  const tell = (event: RecordEvent) => told.push({ at: timeOf(told.length, count), event });
  tell({ type: 'PanelDrafted', forumId, title: 'Long', description: '', languages: ['en'], rules: [] });
  tell({ type: 'PanelOpened' });
  threads.forEach((threadId, i) => {
    tell({ type: 'ThreadOpened', threadId, body: { title: `Thread ${i + 1}`, lang: 'en', author: authors[0] ?? '' } });
  });

  const said: { readonly id: string; readonly threadId: string }[] = [];
  while (told.length < count - 1) {
    const n = told.length;
    const question = said.at(-7);
    if (n % 20 === 0) tell({ type: 'Tallied', tallies: said.slice(-5).map(({ id }) => tallyOf(id, n)) });
    else if (n % 2_003 === 0 && question) {
      tell({ type: 'QuestionPosed', contributionId: question.id, answerBy: null, body: null });
    } else said.push(contribution(n, threads, authors, said, tell));
  }
  tell({ type: 'PanelClosed' });
  return told;
}

/** Stores it in a folder, as an import would. */
export async function stored(folder: string, count: number): Promise<{ panelId: string; told: readonly Told[] }> {
  const database = await openDatabase({ databaseUrl: undefined, dataFolder: folder });
  try {
    const [forumId, panelId] = [randomUUID(), randomUUID()];
    await new Forums(database.dataSource).create({ forumId, slug: 'bench', title: 'Bench', description: '' });
    const told = recordOf(forumId, count);
    await new SqlPanelLog(database.dataSource).importPanel({
      panel: { panelId, forumId, access: 'open' },
      source: `bench:${panelId}`,
      entries: [told],
      ballots: [],
      summary: () => summaryOf(panelId, stateOf(told), 'open'),
    });
    const seats = [...authorsOf(told)].map((seat, i) => ({
      seat,
      name: `Person ${i + 1}`,
      role: 'participant' as const,
    }));
    await importSeats(database.dataSource, panelId, seats);
    return { panelId, told };
  } finally {
    await database.close();
  }
}

function contribution(
  n: number,
  threads: readonly string[],
  authors: readonly string[],
  said: readonly { readonly id: string; readonly threadId: string }[],
  tell: (event: RecordEvent) => void,
) {
  const parent = n % 5 < 2 ? said.at(-1 - (n % 37)) : undefined;
  const one = { id: randomUUID(), threadId: parent?.threadId ?? threads[(n * 7) % threads.length] ?? '' };
  const kind: Kind = parent ? 'reply' : n % 3 === 0 ? 'question' : 'comment';
  const body = { text: `${n} ${TEXT}`, lang: 'en', author: authors[n % authors.length] ?? '' };
  const { id: contributionId, threadId } = one;
  tell({ type: 'ContributionPublished', contributionId, threadId, parentId: parent?.id ?? null, kind, body });
  return one;
}

/** Ten bursts with silence between them. */
function timeOf(index: number, count: number): number {
  const burst = Math.floor((index / count) * 10);
  const within = (index / count) * 10 - burst;
  return Math.round(START + (SPAN / 10) * (burst + within * 0.7));
}

function tallyOf(contributionId: string, n: number) {
  return { contributionId, agree: n % 90, pass: n % 7, disagree: n % 40 };
}

function people(): readonly string[] {
  return Array.from({ length: 500 }, () => randomUUID());
}

function authorsOf(told: readonly Told[]): ReadonlySet<string> {
  const seats = new Set<string>();
  for (const { event } of told) {
    if (event.type === 'ContributionPublished' && event.body?.author) seats.add(event.body.author);
  }
  return seats;
}

function stateOf(told: readonly Told[]) {
  return told.reduce(
    (state, { at, event }, i) => evolve(state, { journal: 'record', seq: i + 1, panelSeq: i + 1, at, event }),
    initialState,
  );
}
