import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { ForumSummary } from '../../domain/wire/views.js';
import type { ImportedSeat } from '../identity/seats.js';
import { summaryOf } from '../panels/batch.js';
import { uuidOf } from '../cli/polis/ids.js';
import { Chronicle } from './chronicle.js';
import { DEMO_FORUM, TO_COME } from './content/forum.js';
import { GROUPS } from './content/groups.js';
import { CREW } from './content/people.js';
import { RIVER } from './content/river.js';
import { TABLE } from './content/table.js';
import { seatOf } from './course.js';
import { reportOn } from './reporting.js';
import { seatsIn, tell } from './telling.js';

export interface SeedDeps {
  readonly forums: {
    list(): Promise<readonly ForumSummary[]>;
    create(forum: ForumSummary): Promise<'created' | 'exists'>;
  };
  /** Stores a whole panel; where its source is known already, leaves it as it is. */
  readonly store: (panel: PanelWithPast) => Promise<void>;
  /** Publishes the report of a panel that was stored like this, unless that was done before. */
  readonly publish: (report: PastReport) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface PanelWithPast {
  readonly panelId: string;
  readonly forumId: string;
  readonly source: string;
  readonly seats: readonly ImportedSeat[];
  /** Told when it is asked for: a panel that is stored already need not be told. */
  readonly past: () => History;
}

export interface History {
  readonly events: Chronicle['events'];
  readonly ballots: readonly (Chronicle['ballots'][number] & { readonly intentId: string })[];
  readonly summary: ReturnType<typeof summaryOf>;
}

export interface PastReport {
  readonly panelId: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly report: () => PanelReport;
}

export interface Seeded {
  readonly forumId: string;
  /** The open panel, for the demonstration crowd. */
  readonly panelId: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The demonstration: an open panel, one to come and one to replay, with its report. Only into a house without any forum;
 * otherwise null, or the demonstration that was seeded before.
 */
export async function seedDemo(deps: SeedDeps): Promise<Seeded | null> {
  const forums = await deps.forums.list();
  const known = forums.find((forum) => forum.slug === DEMO_FORUM.slug);
  if (forums.length > 0 && !known) return null;

  const forumId = known?.forumId ?? deps.newId();
  if (!known) await deps.forums.create({ forumId, ...DEMO_FORUM });

  // Each under its own source: a start that was cut short is made whole by the next one.
  await seedRiver(deps, forumId);
  await seedToCome(deps, forumId);
  return { forumId, panelId: await seedTable(deps, forumId) };
}

/** Its report was published an hour after its end. */
async function seedRiver(deps: SeedDeps, forumId: string): Promise<void> {
  const panelId = idOf(forumId, 'river');
  const openedAt = deps.now() - DAY_MS;
  const chronicle = once(() => tell(RIVER, { panelId, forumId, openedAt, over: true, newId: deps.newId }));
  await store(deps, { panelId, forumId, seats: seatsIn(RIVER, panelId), chronicle });

  const at = openedAt + RIVER.lasts * 1000 + HOUR_MS;
  await deps.publish({ panelId, at, report: () => reportOn(chronicle(), RIVER, panelId) });
}

async function seedToCome(deps: SeedDeps, forumId: string): Promise<void> {
  const panelId = idOf(forumId, 'to-come');
  const host = { ...CREW.host, seat: seatOf(panelId, 'host'), affiliation: 'demo' };
  await store(deps, { panelId, forumId, seats: [host], chronicle: () => toCome(panelId, forumId, deps) });
}

async function seedTable(deps: SeedDeps, forumId: string): Promise<string> {
  const panelId = idOf(forumId, 'table');
  const openedAt = deps.now() - TABLE.lasts * 1000;
  const chronicle = () => tell(TABLE, { panelId, forumId, openedAt, over: false, newId: deps.newId });
  await store(deps, { panelId, forumId, seats: seatsIn(TABLE, panelId), chronicle });
  return panelId;
}

interface Stored extends Pick<PanelWithPast, 'panelId' | 'forumId' | 'seats'> {
  readonly chronicle: () => Chronicle;
}

function store({ store: keep }: SeedDeps, { chronicle, ...panel }: Stored): Promise<void> {
  const { panelId } = panel;
  const past = once(() => historyOf(panelId, chronicle()));
  return keep({ ...panel, source: `demo:${panelId}`, past });
}

function historyOf(panelId: string, { events, ballots, panel }: Chronicle): History {
  return {
    events,
    ballots: ballots.map((ballot, row) => ({ ...ballot, intentId: `row:${row}` })),
    summary: summaryOf(panelId, panel, 'open'),
  };
}

function toCome(panelId: string, forumId: string, { now, newId }: SeedDeps): Chronicle {
  const chronicle = new Chronicle(panelId, newId);
  const host: Actor = { seat: seatOf(panelId, 'host'), roles: ['host'] };
  const { title, description, languages, threads } = TO_COME;
  const startsAt = Math.ceil((now() + DAY_MS) / HOUR_MS) * HOUR_MS;

  chronicle.does(host, 'draftPanel', { forumId, title, description, languages }, now());
  chronicle.does(host, 'setQueue', { groups: GROUPS }, now());
  for (const thread of threads) chronicle.does(host, 'openThread', thread, now());
  chronicle.does(host, 'schedulePanel', { startsAt, endsAt: startsAt + HOUR_MS }, now());
  return chronicle;
}

function idOf(forumId: string, name: string): string {
  return uuidOf('demo', forumId, name);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
