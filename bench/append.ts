import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/panel/roles.js';
import { actor, type BenchHouse, openHouse } from './support/house.js';
import { rounded } from './support/measure.js';

const WRITERS = 50;
const TEXT =
  'We ask that the data of the upper basin be published each season, in every language of the people downstream.';

/**
 * Contributions a second that are acknowledged, hence durable, on one hot panel with 50 writers at once, each sending the
 * next when the last is acknowledged. Beside it: the same log with one transaction each, and plain inserts of the same rows, 50 at a time.
 */
export async function append(serverUrl: string | null, { seconds }: { readonly seconds: number }) {
  const house = await openHouse(serverUrl);
  try {
    const grouped = await throughRooms(house, seconds);
    const single = await oneTransactionEach(house, seconds);
    const batched = await plainBatches(house, seconds);
    return {
      bench: 'append',
      engine: house.database.engine,
      writers: WRITERS,
      seconds,
      product: { perSecond: rounded(grouped) },
      oneTransactionEach: { perSecond: rounded(single) },
      plainBatches: { perSecond: rounded(batched) },
      ratioToOneEach: rounded(grouped / single),
      ratioToBatches: rounded(grouped / batched),
    };
  } finally {
    await house.close();
  }
}

async function throughRooms(house: BenchHouse, seconds: number): Promise<number> {
  const panels = house.rooms();
  const { panelId, threadId } = await openPanel(house);
  const writers = Array.from({ length: WRITERS }, () => actor('participant'));
  const submit = async (writer: Actor) => {
    const intent = { panelId, threadId, intentId: randomUUID(), kind: 'comment', text: TEXT, lang: 'en' } as const;
    const reply = await panels.handle(writer, { type: 'submit', ...intent });
    if (!reply.ok) throw new Error(reply.refusal.code);
  };
  return perSecond(seconds, writers, submit);
}

async function oneTransactionEach(house: BenchHouse, seconds: number): Promise<number> {
  const { panelId, threadId, panelSeq } = await openPanel(house);
  const submit = async (author: string) => {
    const event = {
      type: 'Submitted',
      contributionId: randomUUID(),
      threadId,
      parentId: null,
      kind: 'comment',
      path: 'waiting',
      body: { text: TEXT, lang: 'en', author },
    } as const;
    const receipt = {
      intentId: randomUUID(),
      fingerprint: 'f'.repeat(64),
      value: { contributionId: event.contributionId, standing: 'waiting' },
    };
    await house.log.transact(panelId, Number.MAX_SAFE_INTEGER - panelSeq, [receipt.intentId], () => ({
      draft: { events: [{ at: Date.now(), event }], receipts: [receipt], ballots: [], erase: [], summary: null },
      result: null,
    }));
  };
  return perSecond(
    seconds,
    Array.from({ length: WRITERS }, () => randomUUID()),
    submit,
  );
}

/** The same rows, 50 contributions a statement, into tables of the same shape without triggers: no lock, no decision, no fold. */
async function plainBatches(house: BenchHouse, seconds: number): Promise<number> {
  const { dataSource } = house.database;
  for (const table of ['entry', 'entry_body', 'intent_receipt']) {
    await dataSource.query(`create table plain_${table} (like ${table} including all)`);
  }
  const panelId = randomUUID();
  let seq = 0;
  const batch = async () => {
    const rows = Array.from({ length: WRITERS }, () => {
      const contributionId = randomUUID();
      const data = { contributionId, threadId: panelId, parentId: null, kind: 'comment', path: 'waiting' };
      const body = { text: TEXT, lang: 'en', author: randomUUID() };
      const value = { contributionId, standing: 'waiting' };
      return {
        s: ++seq,
        a: Date.now(),
        d: data,
        c: 'c'.repeat(64),
        i: contributionId,
        b: body,
        w: TEXT,
        k: 'd'.repeat(64),
        n: randomUUID(),
        f: 'f'.repeat(64),
        v: value,
      };
    });
    await dataSource.query(PLAIN, [panelId, JSON.stringify(rows)]);
  };
  return WRITERS * (await perSecond(seconds, [null], batch));
}

const PLAIN = `with r as materialized (
    select * from json_to_recordset($2::json) as r(s int, a bigint, d jsonb, c text, i text, b jsonb, w text, k text, n text, f text, v json)
  ), entries as (
    insert into plain_entry (panel_id, journal, seq, panel_seq, type, data, at, commitment)
    select $1::uuid, 'docket', s, s, 'Submitted', d, a, c from r
  ), bodies as (
    insert into plain_entry_body (panel_id, journal, seq, contribution_id, body, words, salt)
    select $1::uuid, 'docket', s, i, b, w, decode(k, 'hex') from r
  )
  insert into plain_intent_receipt (panel_id, intent_id, fingerprint, value) select $1::uuid, n, f, v from r`;

/** Every writer does the next when the last is done, for so many seconds after a second of warming up. */
async function perSecond<W>(
  seconds: number,
  writers: readonly W[],
  does: (writer: W) => Promise<void>,
): Promise<number> {
  let done = 0;
  // The embedded engine works in this thread: timers would come late, the clock does not.
  const warm = performance.now() + 1000;
  const end = warm + seconds * 1000;
  await Promise.all(
    writers.map(async (writer) => {
      while (performance.now() < end) {
        await does(writer);
        if (performance.now() > warm) done += 1;
      }
    }),
  );
  return done / seconds;
}

async function openPanel(house: BenchHouse): Promise<{ panelId: string; threadId: string; panelSeq: number }> {
  const panels = house.rooms();
  const forumId = randomUUID();
  const panelId = randomUUID();
  await house.forums.create({ forumId, slug: `bench-${forumId.slice(0, 8)}`, title: 'Bench', description: '' });
  await house.log.create({ panelId, forumId, access: 'open' });
  const host = actor('host');
  const common = () => ({ panelId, intentId: randomUUID() });
  await panels.handle(host, { type: 'draftPanel', ...common(), forumId, title: 'Bench' });
  await panels.handle(host, { type: 'openPanel', ...common() });
  const opened = await panels.handle(host, { type: 'openThread', ...common(), title: 'Thread' });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const heads = await panels.heads(panelId);
  return { panelId, threadId: (opened.value as { threadId: string }).threadId, panelSeq: heads?.panelSeq ?? 0 };
}
