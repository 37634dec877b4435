import type { PanelIntent } from '../../domain/panel/intents.js';
import type { PanelQueues } from '../../domain/panel/queues/panel-queues.js';
import type { Actor, SeatId } from '../../domain/panel/roles.js';
import type { PanelState } from '../../domain/panel/state.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { ForumSummary } from '../../domain/wire/views.js';
import { endingsOf } from '../../domain/panel/short-code.js';
import type { Forums } from '../log/directory.js';
import type { Choice, RecordEntry } from '../../domain/panel/events.js';
import type { Heads, Histogram, PanelLog, PanelRow, RecordHit, StoredSummary } from '../log/types.js';
import { refusal } from '../../domain/panel/refusals.js';
import { Feed } from './feed.js';
import { NO_PROFILES } from './profiles.js';
import { type Hints, NO_HINTS } from './hints.js';
import { Room, type RoomDeps } from './room.js';

const LOOK_EVERY_MS = 1_000;
const IDLE_MS = 10 * 60_000;

export type { ForumHit, Found, StoredSummary } from '../log/types.js';

export interface PanelsOptions extends Partial<Omit<RoomDeps, 'log' | 'feed' | 'now' | 'newId'>> {
  readonly now: () => number;
  readonly newId: () => string;
  readonly hints?: Hints;
  /** Of this database: another one after a restore. */
  readonly epoch: string;
  /** True where no other process can write to this database (embedded): nobody to look out for. */
  readonly alone: boolean;
}

/** All panels of this process: the door to their rooms and to what was committed in them. Knows no socket. */
export class Panels {
  readonly feed = new Feed();
  private readonly rooms = new Map<string, Promise<Room | null>>();
  private readonly ready = new Map<string, Room>();
  private readonly hints: Hints;
  private looking: NodeJS.Timeout | null = null;
  private isLooking = false;
  private sweeping: NodeJS.Timeout | null = null;

  constructor(
    private readonly log: PanelLog,
    private readonly directory: Forums,
    private readonly options: PanelsOptions,
  ) {
    this.hints = options.hints ?? NO_HINTS;
    this.hints.onHint((panelId, panelSeq) => {
      const room = this.ready.get(panelId);
      if (room && room.known.panelSeq < panelSeq) void this.quietly(room.catchUp());
    });
  }

  get epoch(): string {
    return this.options.epoch;
  }

  /** Panels this process has at hand, with the length of their records. */
  atHand(): { readonly panels: number; readonly entries: number } {
    let entries = 0;
    for (const room of this.ready.values()) entries += room.known.record;
    return { panels: this.ready.size, entries };
  }

  start(): void {
    if (!this.options.alone) this.looking = setInterval(() => void this.lookOnce(), LOOK_EVERY_MS).unref();
    this.sweeping = setInterval(() => this.sweep(), IDLE_MS / 10).unref();
  }

  /** Answers once the intent is committed or refused. */
  async handle(actor: Actor, intent: PanelIntent): Promise<Reply<unknown>> {
    try {
      const room = await this.room(intent.panelId);
      if (!room) return { ok: false, refusal: refusal('no-such-panel', { field: 'panelId' }) };
      return await room.ask({ actor, intent });
    } catch (error) {
      this.options.onOutage?.(error);
      return { ok: false, refusal: refusal('unavailable', { retryInMs: 1_000 }) };
    }
  }

  /** The panel folded up to the latest commit this process knows of; null when there is no such panel. */
  async state(panelId: string): Promise<PanelState | null> {
    return (await this.room(panelId))?.state ?? null;
  }

  /** The folded panel if this process has it at hand. */
  peek(panelId: string): PanelState | null {
    return this.ready.get(panelId)?.state ?? null;
  }

  /** Who is next, where this process has the panel at hand. See `Happened.queues`. */
  queues(panelId: string): PanelQueues | null {
    return this.ready.get(panelId)?.queues ?? null;
  }

  /** A seat counts for something else from now on. */
  async renew(panelId: string, seat: SeatId, version: number): Promise<void> {
    await (await this.room(panelId))?.tell({ type: 'ProfileRenewed', version, body: { seat } });
  }

  async forgotten(panelId: string): Promise<void> {
    await this.ready.get(panelId)?.recall();
  }

  async access(panelId: string): Promise<PanelRow['access'] | null> {
    return (await this.room(panelId))?.access ?? null;
  }

  async forumOf(panelId: string): Promise<string | null> {
    return (await this.log.panel(panelId))?.forumId ?? null;
  }

  async heads(panelId: string): Promise<Heads | null> {
    return (await this.log.heads([panelId])).get(panelId) ?? null;
  }

  readRecord(panelId: string, after: number, limit: number): Promise<readonly RecordEntry[]> {
    return this.log.readRecord(panelId, after, limit);
  }

  readRecordBefore(panelId: string, before: number, limit: number): Promise<readonly RecordEntry[]> {
    return this.log.readRecordBefore(panelId, before, limit);
  }

  readRecordWindow(panelId: string, from: number, to: number, limit: number): Promise<readonly RecordEntry[]> {
    return this.log.readRecordWindow(panelId, from, to, limit);
  }

  searchRecord(
    panelId: string,
    words: readonly string[],
    before: number,
    limit: number,
  ): Promise<readonly RecordHit[]> {
    return this.log.searchRecord(panelId, words, before, limit);
  }

  /** Contributions of many panels by their words, newest first. */
  searchPanels(...asked: Parameters<PanelLog['searchPanels']>): ReturnType<PanelLog['searchPanels']> {
    return this.log.searchPanels(...asked);
  }

  histogram(panelId: string, buckets: number): Promise<Histogram | null> {
    return this.log.histogram(panelId, buckets);
  }

  votesOf(panelId: string, seat: string): Promise<Readonly<Record<string, Choice>>> {
    return this.log.votesOf(panelId, seat);
  }

  forums(): Promise<readonly ForumSummary[]> {
    return this.directory.list();
  }

  async forum(idOrSlug: string): Promise<ForumSummary | null> {
    return (await this.directory.find(idOrSlug)) ?? (await this.directory.findBySlug(idOrSlug));
  }

  /** null when the slug is taken. */
  async createForum(forum: Omit<ForumSummary, 'forumId'>): Promise<ForumSummary | null> {
    const created = { ...forum, forumId: this.options.newId() };
    return (await this.directory.create(created)) === 'created' ? created : null;
  }

  panelsOf(forumId: string): Promise<readonly StoredSummary[]> {
    return this.directory.panelsOf(forumId);
  }

  /** Of all forums, the latest first. */
  allPanels(): Promise<readonly StoredSummary[]> {
    return this.directory.allPanels();
  }

  /** Usually one; where two have the same code, the latest first. */
  async panelsByCode(code: string): Promise<readonly StoredSummary[]> {
    return this.directory.panelsEnding(endingsOf(code));
  }

  summary(panelId: string): Promise<StoredSummary | null> {
    return this.directory.panel(panelId);
  }

  create(panel: PanelRow): Promise<'created' | 'exists'> {
    return this.log.create(panel);
  }

  /** Resolves as soon as the record holds more than `after`, or after `ms`, or when the signal aborts. */
  async waitFor(panelId: string, after: number, ms: number, signal: AbortSignal): Promise<void> {
    const state = await this.state(panelId);
    if (!state || state.record.seq > after || signal.aborted) return;

    await new Promise<void>((done) => {
      const finish = () => {
        clearTimeout(timer);
        unsubscribe();
        signal.removeEventListener('abort', finish);
        done();
      };
      const timer = setTimeout(finish, ms);
      const unsubscribe = this.feed.subscribe(panelId, ({ after: { record } }) => record.seq > after && finish());
      signal.addEventListener('abort', finish);
    });
  }

  /** Finishes what was asked, appends the last tallies, stops looking. */
  async stop(): Promise<void> {
    if (this.looking) clearInterval(this.looking);
    if (this.sweeping) clearInterval(this.sweeping);
    await Promise.all([...this.ready.values()].map((room) => this.quietly(room.settled())));
  }

  private async room(panelId: string): Promise<Room | null> {
    const opening = this.rooms.get(panelId) ?? this.opened(panelId);
    const room = await opening;
    if (room) room.lastUsed = this.options.now();
    return room;
  }

  private opened(panelId: string): Promise<Room | null> {
    const opening = this.open(panelId);
    this.rooms.set(panelId, opening);
    const forget = () => this.rooms.get(panelId) === opening && this.rooms.delete(panelId);
    opening.then((room) => room ?? forget(), forget);
    return opening;
  }

  private async open(panelId: string): Promise<Room | null> {
    const row = await this.log.panel(panelId);
    if (!row) return null;

    const { onCommitted, onOutage, onFault, isOutage, profiles, isListed } = this.options;
    const room = new Room(panelId, row.access, {
      log: this.log,
      feed: this.feed,
      now: this.options.now,
      newId: this.options.newId,
      profiles: profiles ?? NO_PROFILES,
      isListed,
      onFault: onFault ?? (() => 'unknown'),
      onOutage: onOutage ?? (() => undefined),
      isOutage: isOutage ?? (() => false),
      onCommitted: (committed) => {
        if (committed.entries > 0) this.hints.announce(panelId, committed.heads.panelSeq);
        onCommitted?.(committed);
      },
    });
    await room.catchUp();
    this.ready.set(panelId, room);
    if (room.state.record.phase !== 'archived') void this.quietly(room.recount());
    return room;
  }

  /** A database that does not answer is not asked again meanwhile. */
  private async lookOnce(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    await this.quietly(this.look());
    this.isLooking = false;
  }

  private async look(): Promise<void> {
    if (this.ready.size === 0) return;
    const heads = await this.log.heads([...this.ready.keys()]);
    for (const [panelId, { panelSeq }] of heads) {
      const room = this.ready.get(panelId);
      if (room && room.known.panelSeq < panelSeq) void this.quietly(room.catchUp());
    }
  }

  private sweep(): void {
    const before = this.options.now() - IDLE_MS;
    for (const [panelId, room] of this.ready) {
      if (room.lastUsed > before || this.feed.isFollowed(panelId)) continue;
      this.ready.delete(panelId);
      this.rooms.delete(panelId);
    }
  }

  private quietly(work: Promise<unknown>): Promise<unknown> {
    return work.catch((error: unknown) => this.options.onOutage?.(error));
  }
}
