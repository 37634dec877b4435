import type { Actor } from '../../domain/panel/roles.js';
import type { ForumSummary } from '../../domain/wire/views.js';
import type { ImportedSeat } from '../identity/seats.js';
import { summaryOf } from '../panels/batch.js';
import { uuidOf } from '../cli/polis/ids.js';
import { Chronicle } from './chronicle.js';
import { DEMO_FORUM, TO_COME } from './content/forum.js';
import { RIVER } from './content/river.js';
import { TABLE } from './content/table.js';
import { tell, type Told } from './telling.js';

export interface SeedDeps {
  readonly forums: {
    list(): Promise<readonly ForumSummary[]>;
    create(forum: ForumSummary): Promise<'created' | 'exists'>;
  };
  /** Stores a whole panel; where its source is known already, leaves it as it is. */
  readonly store: (history: History) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** A panel with its past. */
export interface History {
  readonly panelId: string;
  readonly forumId: string;
  readonly source: string;
  readonly events: Chronicle['events'];
  readonly ballots: readonly (Chronicle['ballots'][number] & { readonly intentId: string })[];
  readonly summary: ReturnType<typeof summaryOf>;
  readonly seats: readonly ImportedSeat[];
}

export interface Seeded {
  readonly forumId: string;
  /** The open panel, for the demonstration crowd. */
  readonly panelId: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The demonstration: an open panel, one to come and one to replay. Only into a house without any forum; otherwise null, or
 * the demonstration that was seeded before.
 */
export async function seedDemo(deps: SeedDeps): Promise<Seeded | null> {
  const forums = await deps.forums.list();
  const known = forums.find((forum) => forum.slug === DEMO_FORUM.slug);
  if (forums.length > 0 && !known) return null;

  const forumId = known?.forumId ?? deps.newId();
  if (!known) await deps.forums.create({ forumId, ...DEMO_FORUM });

  // Each under its own source: a start that was cut short is made whole by the next one.
  await store(deps, forumId, 'river', (panelId) =>
    tell(RIVER, { panelId, forumId, openedAt: deps.now() - DAY_MS, over: true, newId: deps.newId }),
  );
  await store(deps, forumId, 'to-come', (panelId) => toCome(panelId, forumId, deps));
  const panelId = await store(deps, forumId, 'table', (id) => {
    const openedAt = deps.now() - TABLE.lasts * 1000;
    return tell(TABLE, { panelId: id, forumId, openedAt, over: false, newId: deps.newId });
  });
  return { forumId, panelId };
}

async function store(deps: SeedDeps, forumId: string, name: string, make: (panelId: string) => Told): Promise<string> {
  const panelId = uuidOf('demo', forumId, name);
  const { chronicle, seats } = make(panelId);
  const { events, ballots, panel } = chronicle;
  await deps.store({
    panelId,
    forumId,
    source: `demo:${panelId}`,
    events,
    ballots: ballots.map((ballot, row) => ({ ...ballot, intentId: `row:${row}` })),
    summary: summaryOf(panelId, panel, 'open'),
    seats,
  });
  return panelId;
}

function toCome(panelId: string, forumId: string, { now, newId }: SeedDeps): Told {
  const chronicle = new Chronicle(panelId, newId);
  const host: Actor = { seat: uuidOf(panelId, 'seat', 'host'), roles: ['host'] };
  const { title, description, languages, threads } = TO_COME;
  const startsAt = Math.ceil((now() + DAY_MS) / HOUR_MS) * HOUR_MS;

  chronicle.does(host, 'draftPanel', { forumId, title, description, languages }, now());
  for (const thread of threads) chronicle.does(host, 'openThread', thread, now());
  chronicle.does(host, 'schedulePanel', { startsAt, endsAt: startsAt + HOUR_MS }, now());
  return { chronicle, seats: [{ seat: host.seat ?? '', name: 'Dana', role: 'host', affiliation: 'demo' }] };
}
