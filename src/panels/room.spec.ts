import { describe, expect, it } from '@jest/globals';
import type { Claim } from '../../domain/amplify/queue/rule.js';
import type { Entry, RecordEntry, Tally } from '../../domain/panel/events.js';
import type { IntentBodies, IntentType, PanelIntent } from '../../domain/panel/intents.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Draft, Heads, PanelLog, Receipt } from '../log/types.js';
import { journalOf } from '../../domain/panel/journals.js';
import { Feed } from './feed.js';
import { NO_PROFILES, type Profiles, type ProfileTable } from './profiles.js';
import { Room } from './room.js';

const PANEL = '00000000-0000-4000-8000-000000000001';
const FORUM = '00000000-0000-4000-8000-000000000002';
const HOST: Actor = { seat: '00000000-0000-4000-8000-0000000000a1', roles: ['host'] };
const MIRA: Actor = { seat: '00000000-0000-4000-8000-0000000000a2', roles: ['moderator'] };
const ANA: Actor = { seat: '00000000-0000-4000-8000-0000000000a3', roles: ['participant'] };

describe('a room', () => {
  it('[R25] answers all that waits at once when the database cannot answer', async () => {
    const { room, log, ask } = await opened();
    log.failing = new Error('gone');
    const before = log.transactions;
    const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => submit(ask, room, i)));

    expect(replies.every((reply) => !reply.ok && reply.refusal.code === 'unavailable')).toBe(true);
    expect(log.transactions - before).toBeLessThanOrEqual(2);

    log.failing = null;
    expect(await submit(ask, room, 99)).toMatchObject({ ok: true });
  });

  it('[L4] gives each intent of a batch its own chance when the database will not store one of them', async () => {
    const { room, log, ask } = await opened();
    log.refuses = 'poison';
    const replies = await Promise.all(['a', 'poison', 'b'].map((text) => submit(ask, room, text)));
    expect(replies.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('[H11] holds everything before all that waits already, however much it is', async () => {
    const { room, ask } = await opened();
    const told: string[] = [];
    const before = Array.from({ length: 600 }, (_, i) =>
      submit(ask, room, i).then((reply) => told.push(wordOf(reply))),
    );
    const held = ask(MIRA, 'holdEverything', {}).then((reply) => told.push(wordOf(reply, 'held')));
    await Promise.all([...before, held]);
    expect(told.filter((one) => one === 'panel-not-open').length).toBeGreaterThanOrEqual(600 - 256);
    expect(told.slice(told.indexOf('held')).every((one) => one !== 'ok')).toBe(true);
  });

  it('[R33] looks once for a thousand hints that come while it looks', async () => {
    const { room, log } = await opened();
    const before = log.reads;
    await Promise.all(Array.from({ length: 1_000 }, () => room.catchUp()));
    expect(log.reads - before).toBeLessThanOrEqual(2);
  });

  it('[R27] counts votes that were answered before the panel ended, when it is archived at once', async () => {
    const { room, log, ask } = await opened();
    const { contributionId } = valueOf<{ contributionId: string }>(await submit(ask, room, 'To be voted on'));
    await ask(MIRA, 'take', { contributionId });
    await ask(MIRA, 'publish', { contributionId });

    const vote = ask(ANA, 'castVote', { contributionId, choice: 'agree' });
    const close = ask(HOST, 'closePanel', {});
    const archive = ask(HOST, 'archivePanel', {});
    expect((await Promise.all([vote, close, archive])).every(({ ok }) => ok)).toBe(true);
    expect(room.state.record.contributions.get(contributionId)?.tally).toMatchObject({ agree: 1 });
    expect(log.entries.at(-1)?.event.type).toBe('PanelArchived');
  });

  it('[G5] fixes what somebody counts for when they speak, not when they ask too early', async () => {
    const profiles = new ClaimsOfAna();
    const { room, ask } = await opened(profiles);
    await ask(HOST, 'setQueue', { groups: [{ ...GROUP }] });
    expect(await ask(ANA, 'askToSpeak', { kind: 'topic' })).toMatchObject({ refusal: { code: 'floor-closed' } });
    expect(await submit(ask, room, '')).toMatchObject({ ok: false });
    expect(profiles.locked).toEqual([]);

    profiles.claims = [{ group: GROUP.id, attested: true }];
    expect(await submit(ask, room, 'now')).toMatchObject({ ok: true });
    profiles.claims = [];
    expect(await submit(ask, room, 'and again')).toMatchObject({ ok: true });
    expect(profiles.locked).toEqual([ANA.seat]);
    const [contributionId = ''] = room.state.docket.items.keys();
    expect(await ask(MIRA, 'take', { contributionId })).toMatchObject({ ok: true });
    expect(room.queues.review.owedTurns(GROUP.id)).toBeLessThan(0);
  });

  it('[G5] fixes it also where only what was asked beside it lets them speak', async () => {
    const profiles = new ClaimsOfAna();
    profiles.claims = [{ group: GROUP.id, attested: true }];
    const { ask } = await opened(profiles);
    const all = [
      ask(HOST, 'setQueue', { groups: [{ ...GROUP }] }),
      ask(HOST, 'setFloor', { open: true }),
      ask(ANA, 'askToSpeak', { kind: 'topic' }),
    ];
    expect((await Promise.all(all)).map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(profiles.locked).toEqual([ANA.seat]);
  });

  it('[G11] knows no more what people counted for once that was deleted', async () => {
    const profiles = new ClaimsOfAna();
    profiles.claims = [{ group: GROUP.id, attested: true }];
    const { room, ask } = await opened(profiles);
    await ask(HOST, 'setQueue', { groups: [{ ...GROUP }] });
    const { contributionId } = valueOf<{ contributionId: string }>(await submit(ask, room, 'words'));
    await ask(MIRA, 'take', { contributionId });
    expect(room.queues.review.owedTurns(GROUP.id)).toBe(-0.8);
    profiles.forget();
    await room.recall();
    expect(room.queues.review.owedTurns(GROUP.id)).toBe(0.2);
    expect(room.queues.review.turnsOf(ANA.seat ?? '')).toBe(1);
  });

  it('[L22] shows nobody an order that is not stored yet, or never will be', async () => {
    const { room, log, ask } = await opened();
    const seen: number[] = [];
    log.beforeCommit = () => seen.push(room.queues.review.waiting);
    log.refuses = 'poison';
    await submit(ask, room, 'poison');
    expect(room.queues.review.waiting).toBe(0);
    await submit(ask, room, 'words');
    expect(seen).toEqual([0, 0]);
    expect(room.queues.review.waiting).toBe(1);
  });
});

function wordOf(reply: Reply<unknown>, done = 'ok'): string {
  return reply.ok ? done : reply.refusal.code;
}

const GROUP = { id: 'ldc', title: 'LDC', floor: 2_000, axis: null, sensitive: false, source: null };

/** What Ana claims at the moment, and who was asked for. */
class ClaimsOfAna implements Profiles {
  claims: readonly Claim[] = [];
  readonly locked: string[] = [];
  private table: ProfileTable = new Map();

  lock: Profiles['lock'] = (_panelId, seats) => {
    this.locked.push(...seats);
    const added = seats.map((seat) => [seat, new Map([[1, this.claims]])] as const);
    this.table = new Map([...added, ...this.table]);
    return Promise.resolve(this.table);
  };

  load: Profiles['load'] = () => Promise.resolve(this.table);

  forget(): void {
    this.table = new Map();
  }
}

async function opened(profiles: Profiles = NO_PROFILES) {
  const log = new MemoryLog();
  let id = 0;
  const newId = () => `00000000-0000-4000-9000-${String(++id).padStart(12, '0')}`;
  const room = new Room(PANEL, 'open', {
    log,
    feed: new Feed(),
    profiles,
    now: () => 1_760_000_000_000 + id,
    newId,
    onFault: (error) => {
      throw error;
    },
    onCommitted: () => undefined,
    onOutage: () => undefined,
    isOutage: (error) => (error as Error).message === 'gone',
  });
  const ask = <K extends IntentType>(actor: Actor, type: K, body: Omit<IntentBodies[K], 'intentId' | 'panelId'>) =>
    room.ask({ actor, intent: { type, intentId: newId(), panelId: PANEL, ...body } as unknown as PanelIntent });
  await ask(HOST, 'draftPanel', { forumId: FORUM, title: 'Panel' });
  await ask(HOST, 'openPanel', {});
  await ask(HOST, 'openThread', { title: 'Thread' });
  return { room, log, ask };
}

function submit(ask: Awaited<ReturnType<typeof opened>>['ask'], room: Room, text: string | number) {
  const [threadId = ''] = [...room.state.record.threads].map(([id]) => id);
  return ask(ANA, 'submit', { threadId, kind: 'comment', text: String(text), lang: 'en' });
}

function valueOf<T>(reply: Reply<unknown>): T {
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value as T;
}

/** One panel’s journals in an array. */
class MemoryLog implements PanelLog {
  readonly entries: Entry[] = [];
  private readonly receipts = new Map<string, Receipt>();
  private readonly ballots = new Map<string, Draft['ballots'][number]>();
  transactions = 0;
  reads = 0;
  failing: Error | null = null;
  /** A text that cannot be stored. */
  refuses: string | null = null;
  beforeCommit = (): unknown => undefined;

  private head(): Heads {
    const count = (journal: Entry['journal']) => this.entries.filter((entry) => entry.journal === journal).length;
    return { panelSeq: this.entries.length, record: count('record'), docket: count('docket'), erasures: 0 };
  }

  transact: PanelLog['transact'] = async (panelId, caughtUpTo, intentIds, decide, count) => {
    this.transactions++;
    await Promise.resolve();
    if (this.failing) throw this.failing;

    const missed = this.entries.slice(caughtUpTo);
    const receipts = new Map(intentIds.flatMap((id) => [this.receipts.get(id) ?? []].flat().map((r) => [id, r])));
    const { draft, result } = decide({
      heads: this.head(),
      missed,
      receipts,
      tallies: count === undefined ? [] : await this.tallies(panelId, count),
    });
    this.beforeCommit();
    if (this.refuses && JSON.stringify(draft.events).includes(this.refuses)) throw new Error('cannot be stored');

    const from = this.entries.length;
    for (const { at, event } of draft.events) {
      const journal = journalOf(event);
      this.entries.push({ journal, seq: this.head()[journal] + 1, panelSeq: this.entries.length + 1, at, event });
    }
    for (const receipt of draft.receipts) this.receipts.set(receipt.intentId, receipt);
    for (const ballot of draft.ballots) this.ballots.set(`${ballot.contributionId} ${ballot.seat}`, ballot);
    return { entries: this.entries.slice(from), missed, result };
  };

  readAfter: PanelLog['readAfter'] = async (_panelId, panelSeq, limit) => {
    this.reads++;
    await Promise.resolve();
    return this.entries.slice(panelSeq, panelSeq + limit);
  };

  tallies: PanelLog['tallies'] = (_panelId, ids) => {
    const tallies = new Map<string, { contributionId: string } & Record<'agree' | 'pass' | 'disagree', number>>();
    for (const { contributionId, choice } of this.ballots.values()) {
      if (ids && !ids.includes(contributionId)) continue;
      const tally = tallies.get(contributionId) ?? { contributionId, agree: 0, pass: 0, disagree: 0 };
      tally[choice]++;
      tallies.set(contributionId, tally);
    }
    return Promise.resolve([...tallies.values()] satisfies Tally[]);
  };

  create: PanelLog['create'] = () => Promise.resolve('created');
  panel: PanelLog['panel'] = () => Promise.resolve(null);
  heads: PanelLog['heads'] = () => Promise.resolve(new Map());
  readRecord = (): Promise<readonly RecordEntry[]> => Promise.resolve([]);
  readRecordBefore = this.readRecord;
  readRecordWindow = this.readRecord;
  searchRecord: PanelLog['searchRecord'] = () => Promise.resolve([]);
  searchPanels: PanelLog['searchPanels'] = () => Promise.resolve([]);
  histogram: PanelLog['histogram'] = () => Promise.resolve(null);
  votesOf: PanelLog['votesOf'] = () => Promise.resolve({});
}
