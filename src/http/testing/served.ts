import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import type { Entry, RecordEntry, RecordEvent } from '../../../domain/panel/events.js';
import { fold, initialState } from '../../../domain/panel/evolve.js';
import type { Role } from '../../../domain/panel/roles.js';
import type { PanelState } from '../../../domain/panel/state.js';
import type { MessageName } from '../../../domain/wire/protocol.js';
import { OriginGuard } from '../../identity/http/origin.guard.js';
import { SqlIdentity } from '../../identity/identity.js';
import { OriginRule } from '../../identity/origin.js';
import type { Identity, Session } from '../../identity/types.js';
import { Door } from '../../intents/door.js';
import { Reading } from '../../intents/reading.js';
import type { VotingLog } from '../../log/voting.js';
import { Cards } from '../../panels/cards.js';
import { Likenesses } from '../../panels/likenesses.js';
import { queuesOf } from '../../../domain/testing/entries.js';
import { ENDINGS, PanelReports } from '../../reports/panel-reports.js';
import { PooledReports } from '../../reports/pooled-reports.js';
import { Slates } from '../../panels/slates.js';
import { type ForumHit, type Found, Panels } from '../../panels/panels.js';
import { Presence } from '../../panels/presence.js';
import { furnish } from '../furnish.js';
import { HttpModule } from '../http.module.js';
import { Waiting } from '../waiting.js';

export const FORUM = '00000000-0000-4000-8000-000000000001';
export const PANEL = '00000000-0000-4000-8000-000000000002';
/** The last 30 bits of `PANEL`. */
export const CODE = '000002';
export const ORIGIN = 'https://forum.example';
export const AUTHOR = '00000000-0000-4000-8000-0000000000aa';

export interface World {
  access: 'open' | 'invitation';
  erasures: number;
  entries: RecordEntry[];
  /** Roles by the value of the cookie `who`. */
  roles: Record<string, readonly Role[]>;
  /** How many follow the panel. */
  here: number;
  performed: { name: MessageName; body: unknown; by: string | null; ip: string }[];
  /** How often entries were read from the log. */
  reads: number;
  /** The read of the log that fails, and with what. */
  fails: { at: number; error: Error } | null;
  faults: unknown[];
}

export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly world: World;
  readonly waiting: Waiting;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Appends to the record as a commit would. */
  happens(...events: RecordEvent[]): void;
}

/** The controllers with everything around them, over a record in memory. */
export async function served(
  some: Partial<World> = {},
  { clientFolder = '/nowhere', trustProxyHops = 0 } = {},
): Promise<Served> {
  const world: World = {
    access: 'open',
    erasures: 0,
    entries: [],
    roles: {},
    here: 0,
    performed: [],
    reads: 0,
    fails: null,
    faults: [],
    ...some,
  };
  const listeners = new Set<() => void>();
  const app = await NestFactory.create<NestExpressApplication>(moduleOf(world, listeners), {
    bodyParser: false,
    logger: false,
  });
  furnish(app, {
    trustProxyHops,
    isHttps: false,
    version: '0.0.0',
    clientFolder,
    onFault: (error) => `f${world.faults.push(error)}`,
    isOutage: (error) => (error as { code?: string }).code === '08006',
  });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;

  return {
    url,
    world,
    waiting: app.get(Waiting),
    get: (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    happens: (...events) => {
      for (const event of events) world.entries.push(entryOf(event, world.entries.length + 1));
      for (const listener of listeners) listener();
    },
    [Symbol.asyncDispose]: async () => {
      app.getHttpServer().closeAllConnections();
      await app.close();
    },
  };
}

/** A drafted and opened panel with one thread and so many comments in it: `count + 3` entries. */
export function recordOf(
  count: number,
  { phase = 'open', text }: { phase?: 'draft' | 'open'; text?: string } = {},
): RecordEntry[] {
  const events: RecordEvent[] = [
    { type: 'PanelDrafted', forumId: FORUM, title: 'Water', description: '', languages: ['en'], rules: [] },
    ...(phase === 'open' ? ([{ type: 'PanelOpened' }] as const) : []),
    { type: 'ThreadOpened', threadId: idOf(1), body: { title: 'Rivers', lang: 'en', author: AUTHOR } },
    ...Array.from({ length: count }, (_, index) => comment(index, text)),
  ];
  return events.map((event, index) => entryOf(event, index + 1));
}

export function comment(index: number, text = `Comment ${index}`): RecordEvent {
  return {
    type: 'ContributionPublished',
    contributionId: idOf(1000 + index),
    threadId: idOf(1),
    parentId: null,
    kind: 'comment',
    body: { text, lang: 'en', author: AUTHOR },
  };
}

export function archived(seq: number): RecordEntry {
  return entryOf({ type: 'PanelArchived' }, seq);
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function entryOf(event: RecordEvent, seq: number): RecordEntry {
  return { seq, at: 1_700_000_000_000 + seq * 1000, event };
}

function moduleOf(world: World, listeners: Set<() => void>) {
  const panels = fakePanels(world, listeners);
  const identity = fakeIdentity(world);
  const voting = noVotes();
  const cards = new Cards({ log: voting, now: () => 0, chance: () => 0, alone: true, onOutage: () => undefined });
  const reading = new Reading({ identity, panels, cards, now: () => 0 });
  const presence = new Presence(() => 0);
  presence.count(PANEL, world.here);
  const rule = new OriginRule(
    { publicUrl: ORIGIN, origins: [], dataFolder: '', trustProxyHops: 0 },
    (cookie) => whoIn(cookie) !== null,
  );
  const door = {
    perform: async (session: Session | null, name: MessageName, body: unknown, { ip }: { ip: string }) => {
      world.performed.push({ name, body, by: session?.personId ?? null, ip });
      return { ok: true, value: { done: name } };
    },
  };
  const providers = [
    { provide: Panels, useValue: panels },
    { provide: Reading, useValue: reading },
    { provide: PanelReports, useValue: { published: () => Promise.resolve(null) } },
    { provide: PooledReports, useValue: { standings: () => Promise.resolve(new Map()) } },
    { provide: ENDINGS, useValue: {} },
    { provide: Slates, useValue: new Slates({ log: voting, cards, now: () => 0 }) },
    { provide: Likenesses, useValue: new Likenesses(voting) },
    { provide: SqlIdentity, useValue: identity },
    { provide: Door, useValue: door },
    { provide: Presence, useValue: presence },
    { provide: OriginRule, useValue: rule },
    OriginGuard,
  ];

  @Global()
  @Module({ providers, exports: providers })
  class Rooms {}

  @Module({ imports: [Rooms, HttpModule] })
  class App {}
  return App;
}

function noVotes(): VotingLog {
  return {
    seen: () => Promise.resolve([]),
    shown: () => Promise.resolve(new Map()),
    show: () => Promise.resolve(),
    votesOf: () => Promise.resolve({}),
    lastVotes: () => Promise.resolve([]),
    canCompare: () => Promise.resolve(false),
    alike: () => Promise.resolve([]),
  };
}

function fakeIdentity(world: World): Identity {
  return {
    session: async ({ cookie }) => {
      const who = whoIn(cookie);
      return who === null ? null : { sessionId: who, personId: who, name: who, kind: 'guest' };
    },
    isLive: () => true,
    onEnded: () => () => undefined,
    actor: async (session) => {
      const roles = (session && world.roles[session.personId]) ?? [];
      if (roles.length > 0) return { seat: session?.personId ?? null, roles };
      return { seat: null, roles: world.access === 'open' ? ['observer'] : [] };
    },
    rolesAmong: async (session, places) => {
      const held = (session && world.roles[session.personId]) ?? [];
      const roles: readonly Role[] = held.length > 0 || world.access !== 'open' ? held : ['observer'];
      return places.map(() => roles);
    },
    seatsOf: async ({ personId, name }) => (world.roles[personId] ? [{ panelId: PANEL, seat: personId, name }] : []),
    seatsIn: async (_panelId, role) =>
      Object.entries(world.roles)
        .filter(([, roles]) => role === null || roles.includes(role))
        .map(([who, roles]) => ({ seat: who, name: who, affiliation: '', roles })),
    forumRoles: async (session) => (session && world.roles[session.personId]) ?? [],
    people: async (_panelId, seats) =>
      Object.fromEntries(
        [...seats].map((seat) => [seat, { name: 'Ana', affiliation: '', role: 'participant' as const }]),
      ),
  };
}

function whoIn(cookie: string | undefined): string | null {
  return /(?:^|; )who=([a-z]+)/.exec(cookie ?? '')?.[1] ?? null;
}

function fakePanels(world: World, listeners: Set<() => void>): Panels {
  let folded: { count: number; state: PanelState } | null = null;
  const state = () => {
    if (folded?.count !== world.entries.length) {
      const entries = world.entries.map((entry): Entry => ({ ...entry, journal: 'record', panelSeq: entry.seq }));
      folded = { count: entries.length, state: fold(initialState, entries) };
    }
    return folded.state;
  };
  const read = (is: (entry: RecordEntry) => boolean) => {
    world.reads++;
    if (world.fails && world.reads >= world.fails.at) throw world.fails.error;
    return world.entries.filter(is);
  };
  const exists = (panelId: string) => panelId === PANEL && world.entries.length > 0;
  const summary = () => {
    const { phase, title } = state().record;
    return { panelId: PANEL, forumId: FORUM, title, phase, access: world.access, startsAt: null, openedAt: null };
  };

  const fake = {
    epoch: 'epoch-1',
    state: async (panelId: string) => (exists(panelId) ? state() : null),
    access: async (panelId: string) => (exists(panelId) ? world.access : null),
    queues: () => queuesOf([]),
    heads: async () => ({ panelSeq: 0, record: world.entries.length, docket: 0, erasures: world.erasures }),
    readRecord: async (_: string, after: number, limit: number) => read(({ seq }) => seq > after).slice(0, limit),
    readRecordBefore: async (_: string, before: number, limit: number) => read(({ seq }) => seq < before).slice(-limit),
    readRecordWindow: async (_: string, from: number, to: number, limit: number) =>
      read(({ at }) => at >= from && at < to).slice(0, limit),
    searchRecord: async (_: string, words: readonly string[], before: number, limit: number) =>
      read((entry) => entry.seq < before && words.every((word) => JSON.stringify(entry).includes(word)))
        .reverse()
        .slice(0, limit)
        .map((entry) => ({ entry })),
    searchPanels: async (panelIds: readonly string[], words: readonly string[], before: Found | null, limit: number) =>
      read((entry) => panelIds.length > 0 && entry.seq < (before?.seq ?? Infinity) && isHit(entry, words))
        .reverse()
        .slice(0, limit)
        .map(hitOf),
    histogram: async (_: string, buckets: number) => ({ buckets, computed: ++world.reads }),
    forums: async () => [forum],
    forum: async (id: string) => (id === FORUM || id === forum.slug ? forum : null),
    allPanels: async () => (world.entries.length > 0 ? [summary()] : []),
    panelsByCode: async (code: string) => (code === CODE && world.entries.length > 0 ? [summary()] : []),
    panelsOf: async () => (world.entries.length > 0 ? [summary()] : []),
    summary: async () => summary(),
    createForum: async (made: object) => ({ forumId: FORUM, ...made }),
    create: async (panel: unknown) => {
      world.performed.push({ name: 'draftPanel', body: { create: panel }, by: null, ip: '' });
      return 'created';
    },
    waitFor: (_: string, after: number, ms: number, signal: AbortSignal) =>
      new Promise<void>((done) => {
        const finish = () => {
          clearTimeout(timer);
          listeners.delete(look);
          done();
        };
        const look = () => world.entries.length > after && finish();
        const timer = setTimeout(finish, ms);
        listeners.add(look);
        if (signal.aborted) finish();
        signal.addEventListener('abort', finish);
        look();
      }),
  };
  return fake as unknown as Panels;
}

function isHit({ event }: RecordEntry, words: readonly string[]): boolean {
  if (event.type !== 'ContributionPublished') return false;
  return words.every((word) => event.body?.text.includes(word));
}

function hitOf({ seq, at, event }: RecordEntry): ForumHit {
  if (event.type !== 'ContributionPublished' || !event.body) throw new Error('Not words.');
  const { contributionId, kind, body } = event;
  return { panelId: PANEL, seq, at, contributionId, kind, threadTitle: 'Rivers', ...body };
}

const forum = { forumId: FORUM, slug: 'water', title: 'Water', description: '' };
