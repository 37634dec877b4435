import { setImmediate as immediately, setTimeout as sleep } from 'node:timers/promises';
import type { Entry, PanelEvent } from '../../domain/panel/events.js';
import type { PanelState } from '../../domain/panel/state.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Caught, Draft, Heads, PanelLog } from '../log/types.js';
import type { Feed } from './feed.js';
import type { Profiles } from './profiles.js';
import { evolve, initialState } from '../../domain/panel/evolve.js';
import { refusal } from '../../domain/panel/refusals.js';
import { type Asked, expected, settle, summaryOf, type Surroundings } from './batch.js';
import { PanelQueues } from '../../domain/panel/queues/panel-queues.js';
import { KnownProfiles } from './known-profiles.js';
import { changedTallies } from './tallies.js';

const BATCH = 256;
const GATHER_MS = 25;
const ENOUGH = 32;
const PAGE = 2_000;
const TALLY_EVERY_MS = 500;
/** Others may go on speaking for the first time while profiles are read. */
const PROFILE_TRIES = 5;

export interface RoomDeps extends Surroundings {
  readonly log: PanelLog;
  readonly feed: Feed;
  readonly profiles: Profiles;
  readonly onCommitted: (committed: {
    panelId: string;
    heads: Heads;
    intents: number;
    entries: number;
    seconds: number;
  }) => void;
  /** Called with what kept a transaction from committing. */
  readonly onOutage: (error: unknown) => void;
  /** Whether an error means that the database cannot answer now, as opposed to one intent it will not store. */
  readonly isOutage: (error: unknown) => boolean;
}

interface Waiting extends Asked {
  readonly answer: (reply: Reply<unknown>) => void;
}

/**
 * One panel in this process. Intents queue up while a transaction is under way and the next one takes them all, so a burst
 * costs one commit, not one each. Everything that touches the state runs in one chain of work: nothing here interleaves.
 */
export class Room {
  private panel: PanelState = initialState;
  private readonly profiles: KnownProfiles;
  /** By what is stored, and nothing else. */
  readonly queues: PanelQueues;
  /** The same with what is being decided now. */
  private readonly drafting: PanelQueues;
  private heads: Heads = { panelSeq: 0, record: 0, docket: 0, erasures: 0 };
  private lastAt = 0;
  private lastCommit = 0;
  private waiting: Waiting[] = [];
  private chain: Promise<unknown> = Promise.resolve();
  private catching: Promise<void> | null = null;
  private writing = false;
  private readonly voted = new Set<string>();
  private tallyTimer: NodeJS.Timeout | null = null;
  lastUsed = 0;

  constructor(
    readonly panelId: string,
    readonly access: PanelSummary['access'],
    private readonly deps: RoomDeps,
  ) {
    this.profiles = new KnownProfiles(panelId, deps.profiles);
    this.queues = new PanelQueues(this.profiles.of);
    this.drafting = new PanelQueues(this.profiles.of);
  }

  get state(): PanelState {
    return this.panel;
  }

  get known(): Heads {
    return this.heads;
  }

  /** Resolves after commit. Rejects never: what cannot be stored is refused as `unavailable`. */
  ask(asked: Asked): Promise<Reply<unknown>> {
    return new Promise((answer) => {
      // Whoever holds a panel waits behind nobody.
      const one = { ...asked, answer };
      if (asked.intent.type === 'holdEverything') this.waiting.unshift(one);
      else this.waiting.push(one);
      this.write();
    });
  }

  /** Reads and publishes what other processes committed. However often it is asked for, one look waits at a time. */
  catchUp(): Promise<void> {
    this.catching ??= this.enqueue(async () => {
      this.catching = null;
      for (;;) {
        const missed = await this.deps.log.readAfter(this.panelId, this.heads.panelSeq, PAGE);
        if (this.profiles.lacks(this.panel, missed)) await this.profiles.load(missed);
        this.advance(missed);
        if (missed.length < PAGE) return;
      }
    });
    return this.catching;
  }

  /** Waits until everything asked so far is answered and counted. */
  async settled(): Promise<void> {
    while (this.writing || this.waiting.length > 0) await this.chain;
    if (this.tallyTimer) await this.tally();
  }

  /** A fact nobody intended, appended as it is. */
  tell(event: PanelEvent): Promise<void> {
    return this.enqueue(async () => {
      const { entries, missed } = await this.append([], (caught) => {
        const at = Math.max(this.deps.now(), this.lastAt, caught.missed.at(-1)?.at ?? 0);
        return {
          draft: { events: [{ at, event }], receipts: [], ballots: [], erase: [], summary: null },
          result: null,
        };
      });
      this.advance([...missed, ...entries]);
    });
  }

  /** What people count for as it is kept now, for what was and what will be: as after a restart. */
  recall(): Promise<void> {
    return this.enqueue(async () => {
      await this.profiles.load([]);
      this.queues.refold();
      this.drafting.refold();
    });
  }

  /** Votes whose tally may not be in the record yet, e.g. after a restart. */
  recount(): Promise<void> {
    return this.tally(null);
  }

  private write(): void {
    if (this.writing) return;
    this.writing = true;
    void this.enqueue(async () => {
      while (this.waiting.length > 0) {
        await this.gather();
        await this.commit(this.waiting.splice(0, batchSize(this.waiting)));
        // Whoever was just answered and asks again shall be in the next transaction, not the one after.
        await immediately();
      }
    }).finally(() => {
      this.writing = false;
      if (this.waiting.length > 0) this.write();
    });
  }

  /** At once when idle. In a steady stream a short wait fills the next transaction, which costs the same however full. */
  private async gather(): Promise<void> {
    const wait = GATHER_MS - (performance.now() - this.lastCommit);
    if (wait > 1 && this.waiting.length < ENOUGH) await sleep(wait);
    this.lastCommit = performance.now();
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      // What was voted before the panel ends, in whatever process, is counted before it ends.
      if (batch[0] && endsVoting(batch[0])) await this.appendTallies(null);
      const replies = await this.transact(batch);
      batch.forEach(({ answer }, i) => answer(replies[i] ?? unavailable()));
    } catch (error) {
      // One intent the database will not store must not take its neighbours with it. Where it cannot answer at all, asking
      // once for each would keep everybody waiting for as many time-outs.
      if (batch.length > 1 && !this.deps.isOutage(error)) {
        for (const one of batch) await this.commit([one]);
        return;
      }
      this.deps.onOutage(error);
      batch.forEach(({ answer }) => answer(unavailable()));
    }
  }

  private async transact(batch: readonly Waiting[]): Promise<readonly Reply<unknown>[]> {
    const ids = batch.map(({ intent }) => intent.intentId);
    const started = performance.now();
    await this.lockFirst(batch);
    const { entries, missed, result } = await this.append(ids, (caught) => {
      const caughtUp = caught.missed.reduce(evolve, this.panel);
      for (const entry of caught.missed) this.drafting.apply(entry);
      const lastAt = Math.max(caught.missed.at(-1)?.at ?? 0, this.lastAt);
      const settled = settle({ panel: caughtUp, queues: this.drafting }, caught, lastAt, batch, this.deps);
      const changed = settled.panel.record !== caughtUp.record;
      const summary = changed ? summaryOf(this.panelId, settled.panel, this.access) : null;
      return {
        draft: { ...settled.draft, summary },
        result: { ...settled, heads: caught.heads },
      };
    });

    this.heads = { ...this.heads, erasures: result.heads.erasures };
    this.advance([...missed, ...entries], result.panel);
    this.countVotes(result.voted);
    this.deps.onCommitted({
      panelId: this.panelId,
      heads: this.heads,
      intents: batch.length,
      entries: entries.length,
      seconds: (performance.now() - started) / 1000,
    });
    return result.replies;
  }

  /**
   * Whoever is about to speak here for the first time counts from now on for what they claim now. What would be refused
   * locks nothing: it is asked too early, and what is claimed until it is asked again counts.
   */
  private async lockFirst(batch: readonly Asked[]): Promise<void> {
    const first = batch.filter(
      ({ actor: { seat }, intent }) => seat !== null && speaks(intent) && this.profiles.mayBeFirst(this.panel, seat),
    );
    const folded = { panel: this.panel, queues: this.queues };
    const events = first.flatMap((asked) => expected(folded, asked, this.deps));
    await this.profiles.lock(this.profiles.firstIn(this.panel, events));
  }

  /** One transaction. What it shows may need profiles read or locked first; what is not stored was not so. */
  private async append<T>(
    ids: readonly string[],
    decide: (caught: Caught) => { draft: Draft; result: T },
    count?: readonly string[] | null,
  ) {
    for (let tries = 0; ; tries++) {
      let first: (() => Promise<void>) | null = null;
      const wait = (missed: readonly Entry[], drafted: Draft['events']) => {
        first = tries < PROFILE_TRIES ? this.profilesFirst(missed, drafted) : null;
        if (first) throw new Error('Profiles come first.');
      };
      const { panelSeq } = this.heads;
      try {
        return await this.deps.log.transact(
          this.panelId,
          panelSeq,
          ids,
          (caught) => {
            wait(caught.missed, []);
            const decided = decide(caught);
            wait(caught.missed, decided.draft.events);
            return decided;
          },
          count,
        );
      } catch (error) {
        this.drafting.rewind(panelSeq);
        const read = first as (() => Promise<void>) | null;
        if (!read) throw error;
        await read();
      }
    }
  }

  private profilesFirst(missed: readonly Entry[], drafted: Draft['events']): (() => Promise<void>) | null {
    if (this.profiles.lacks(this.panel, missed)) return () => this.profiles.load(missed);
    const seats = this.profiles.firstIn(
      this.panel,
      [...missed, ...drafted].map(({ event }) => event),
    );
    return seats.length > 0 ? () => this.profiles.lock(seats) : null;
  }

  /** `folded`: the state after these entries, where it is known already. */
  private advance(entries: readonly Entry[], folded?: PanelState): void {
    const news = entries.filter((entry) => entry.panelSeq > this.heads.panelSeq);
    const last = news.at(-1);
    if (!last) return;

    const before = this.panel;
    this.panel = folded ?? news.reduce(evolve, before);
    for (const entry of news) {
      this.queues.apply(entry);
      this.drafting.apply(entry);
    }
    this.lastAt = Math.max(this.lastAt, last.at);
    this.heads = {
      ...this.heads,
      panelSeq: last.panelSeq,
      record: this.panel.record.seq,
      docket: this.panel.docket.seq,
    };
    this.deps.feed.publish({ panelId: this.panelId, before, after: this.panel, queues: this.queues, entries: news });
  }

  private countVotes(contributionIds: readonly string[]): void {
    if (contributionIds.length === 0) return;
    for (const id of contributionIds) this.voted.add(id);
    this.tallyTimer ??= setTimeout(() => void this.tally(), TALLY_EVERY_MS).unref();
  }

  private tally(all: null | undefined = undefined): Promise<void> {
    if (this.tallyTimer) clearTimeout(this.tallyTimer);
    this.tallyTimer = null;
    return this.enqueue(() => this.appendTallies(all)).catch((error: unknown) => {
      this.deps.onOutage(error);
      this.countVotes([...this.voted]);
    });
  }

  /** Absolute numbers, counted and appended under one lock: no ballot comes between, and no older count after. */
  private async appendTallies(all: null | undefined = undefined): Promise<void> {
    const since = [...this.voted];
    const ids = all === null ? null : since;
    if (ids?.length === 0) return;
    this.voted.clear();

    try {
      const decide = (caught: Caught) => {
        const panel = caught.missed.reduce(evolve, this.panel);
        const tallies = panel.record.phase === 'archived' ? [] : changedTallies(panel.record, caught.tallies);
        const at = Math.max(this.deps.now(), this.lastAt, caught.missed.at(-1)?.at ?? 0);
        const events = tallies.length > 0 ? [{ at, event: { type: 'Tallied' as const, tallies } }] : [];
        return { draft: { events, receipts: [], ballots: [], erase: [], summary: null }, result: null };
      };
      const { entries, missed } = await this.append([], decide, ids);
      this.advance([...missed, ...entries]);
    } catch (error) {
      since.forEach((id) => this.voted.add(id));
      throw error;
    }
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.chain.then(work, work);
    this.chain = done.catch(() => undefined);
    return done;
  }
}

/** Up to the next intent that ends the voting: that one begins a transaction of its own, behind a count of all votes. */
function batchSize(waiting: readonly Waiting[]): number {
  const end = waiting.findIndex((each, i) => i > 0 && endsVoting(each));
  return Math.min(BATCH, end > 0 ? end : waiting.length);
}

function endsVoting({ intent }: Asked): boolean {
  return intent.type === 'closePanel' || intent.type === 'archivePanel';
}

function speaks({ type }: Asked['intent']): boolean {
  return type === 'submit' || type === 'askToSpeak' || type === 'answer';
}

function unavailable(): Reply<never> {
  return { ok: false, refusal: refusal('unavailable', { retryInMs: 1_000 }) };
}
