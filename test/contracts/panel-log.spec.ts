import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PanelEvent, RecordEntry } from '../../domain/panel/events.js';
import { opens } from '../../domain/record/commitment.js';
import { Forums } from '../../src/log/directory.js';
import { NoSuchPanel } from '../../src/log/panel-rows.js';
import { SqlPanelLog } from '../../src/log/sql-panel-log.js';
import type { Draft, ForumHit, Found, Receipt, StoredSummary } from '../../src/log/types.js';
import { isOutage, openDatabase } from '../../src/persistence/index.js';
import type { TestDatabase } from '../support/databases.js';
import {
  dropDatabase,
  embeddedDatabase,
  emptyDatabase,
  postgresDatabase,
  postgresServer,
} from '../support/databases.js';

const engines: [string, () => Promise<TestDatabase | null>][] = [['embedded', embeddedDatabase]];
if (await postgresServer()) engines.push(['PostgreSQL', postgresDatabase]);

describe.each(engines)('the journals on the %s engine', (engine, open) => {
  let test: TestDatabase;
  let log: SqlPanelLog;
  /** Another node on PostgreSQL; on the embedded engine another writer in the same process. */
  let other: SqlPanelLog;
  let forums: Forums;
  let leave: () => Promise<void>;

  beforeAll(async () => {
    const opened = await open();
    if (!opened) throw new Error('The database that answered a moment ago is gone.');
    test = opened;
    const { database, config } = test;
    const second = database.kind === 'postgres' ? await openDatabase(config) : database;
    log = new SqlPanelLog(database.dataSource);
    other = new SqlPanelLog(second.dataSource);
    forums = new Forums(database.dataSource);
    leave = async () => {
      if (second !== database) await second.close();
      await test.drop();
    };
  });

  afterAll(() => leave());

  function sql<Row = unknown>(text: string, values: unknown[] = []): Promise<Row[]> {
    return test.database.dataSource.query<Row[]>(text, values);
  }

  async function panel(...events: PanelEvent[]): Promise<string> {
    const panelId = randomUUID();
    await log.create({ panelId, forumId: randomUUID(), access: 'open' });
    if (events.length > 0) await append(panelId, { events: timed(events) });
    return panelId;
  }

  function append(panelId: string, draft: Partial<Draft>, to = log) {
    return to.transact(panelId, Infinity, [], () => ({ draft: { ...NOTHING, ...draft }, result: null }));
  }

  async function texts(entries: Promise<readonly RecordEntry[]>): Promise<(string | null)[]> {
    return (await entries).map(({ event }) =>
      event.type === 'ContributionPublished' ? (event.body?.text ?? null) : event.type,
    );
  }

  describe('appending', () => {
    it('[L1] numbers both journals densely, though two writers append at once and some give up', async () => {
      const panelId = await panel();
      const writing = Array.from({ length: 60 }, async (_, i) => {
        const writer = i % 2 === 0 ? log : other;
        const events = timed([published(`c${i}`), submitted(`d${i}`), ...(i % 3 === 0 ? [submitted(`e${i}`)] : [])]);
        await writer.transact(panelId, Infinity, [], () => {
          if (i % 10 === 0) throw new Error('gives up');
          return { draft: { ...NOTHING, events }, result: null };
        });
      });
      const settled = await Promise.allSettled(writing);
      expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(6);

      const entries = await log.readAfter(panelId, 0, Infinity);
      expect(entries.map(({ panelSeq }) => panelSeq)).toEqual(upTo(entries.length));
      for (const journal of ['record', 'docket']) {
        const seqs = entries.filter((entry) => entry.journal === journal).map(({ seq }) => seq);
        expect(seqs).toEqual(upTo(seqs.length));
      }
      expect((await log.panel(panelId))?.heads).toEqual({
        panelSeq: entries.length,
        record: 54,
        docket: 72,
        erasures: 0,
      });
    });

    it('[L1] answers with the entries as they are stored', async () => {
      const panelId = await panel();
      const { entries, result } = await log.transact(panelId, 0, [], () => ({
        draft: { ...NOTHING, events: timed([submitted('c1'), published('c1'), { type: 'PanelOpened' }]) },
        result: 'done',
      }));
      expect(result).toBe('done');
      expect(entries.map(({ journal, seq, panelSeq }) => [journal, seq, panelSeq])).toEqual([
        ['docket', 1, 1],
        ['record', 1, 2],
        ['record', 2, 3],
      ]);
      expect(await log.readAfter(panelId, 0, 10)).toEqual(entries);
    });

    it('[L2] hands a writer everything it missed, in order', async () => {
      const panelId = await panel(published('c1'), submitted('c2'));
      const { missed } = await append(panelId, { events: timed([published('c3')]) }, other);
      expect(missed).toEqual([]); // it said that it had everything

      const seen = await log.transact(panelId, 1, [], (caught) => ({ draft: NOTHING, result: caught }));
      expect(seen.result.heads).toEqual({ panelSeq: 3, record: 2, docket: 1, erasures: 0 });
      expect(seen.result.missed).toEqual(await log.readAfter(panelId, 1, 10));
      expect(seen.result.missed.map(({ event }) => event)).toEqual([submitted('c2'), published('c3')]);
      expect(seen.missed).toEqual(seen.result.missed);
      expect(seen.entries).toEqual([]);
    });

    it('[L3] keeps the first receipt of an intent for whoever asks, with its fingerprint', async () => {
      const panelId = await panel();
      const receipts = [receipt('i1', { contributionId: 'c1' }), receipt('i2', {}), receipt('i3', null)];
      await append(panelId, { receipts });

      const caught = await other.transact(panelId, 0, ['i1', 'i3', 'i4'], (seen) => ({ draft: NOTHING, result: seen }));
      expect([...caught.result.receipts.keys()].sort()).toEqual(['i1', 'i3']);
      expect(caught.result.receipts.get('i1')).toEqual(receipts[0]);
      expect(caught.result.receipts.get('i3')).toEqual(receipts[2]);
    });

    it('[L3] lets one of many that store the same intent at once find no receipt', async () => {
      const panelId = await panel();
      const first = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 === 0 ? log : other).transact(panelId, Infinity, ['same'], ({ receipts }) => {
            if (receipts.has('same')) return { draft: NOTHING, result: false };
            const draft = { ...NOTHING, events: timed([published('c')]), receipts: [receipt('same', {})] };
            return { draft, result: true };
          }),
        ),
      );
      expect(first.filter(({ result }) => result)).toHaveLength(1);
      expect(await log.readRecord(panelId, 0, 10)).toHaveLength(1);
    });

    it('[L4] leaves nothing when deciding throws', async () => {
      const panelId = await panel(published('c1'));
      const failing = log.transact(panelId, 0, [], () => {
        throw new Error('a mistake');
      });
      await expect(failing).rejects.toThrow('a mistake');
      expect((await log.panel(panelId))?.heads.panelSeq).toBe(1);
      await append(panelId, { events: timed([published('c2')]) });
    });

    it('[L4] leaves nothing when the database refuses a part of it', async () => {
      const panelId = await panel();
      await append(panelId, { receipts: [receipt('i1', {})] });
      const draft = { events: timed([published('c1')]), ballots: [ballot('c1', 's', 'agree', 'v1')] };

      await expect(append(panelId, { ...draft, receipts: [receipt('i1', {})] })).rejects.toThrow(/duplicate key/);
      expect(await log.readAfter(panelId, 0, 10)).toEqual([]);
      expect(await log.tallies(panelId, null)).toEqual([]);
    });

    it.each(['a\u0000b', 'a\ud800b'])('[L4] rejects what no database can hold (%j) and goes on', async (text) => {
      const panelId = await panel();
      await expect(append(panelId, { events: timed([published('c1', text)]) })).rejects.toThrow();
      expect(await log.readAfter(panelId, 0, 10)).toEqual([]);
      await append(panelId, { events: timed([published('c1', 'clean')]) });
      expect(await texts(log.readRecord(panelId, 0, 10))).toEqual(['clean']);
    });

    it('[L4] knows no panel that was not created', async () => {
      expect(await log.panel(randomUUID())).toBeNull();
      expect(await log.panel('not-an-id')).toBeNull();
      await expect(append(randomUUID(), {})).rejects.toThrow(NoSuchPanel);
      await expect(append(`'; drop table entry; --`, {})).rejects.toThrow(NoSuchPanel);
    });

    it('[L1] creates a panel once', async () => {
      const row = { panelId: randomUUID(), forumId: randomUUID(), access: 'invitation' as const };
      expect(await log.create(row)).toBe('created');
      expect(await other.create(row)).toBe('exists');
      expect(await log.panel(row.panelId)).toMatchObject(row);
      expect(await log.heads([row.panelId, randomUUID()])).toEqual(
        new Map([[row.panelId, { panelSeq: 0, record: 0, docket: 0, erasures: 0 }]]),
      );
    });
  });

  describe('growing only', () => {
    it.each(['entry', 'entry_body', 'intent_receipt', 'ballot'])(
      '[L5] refuses to change, delete or empty %s',
      async (table) => {
        const panelId = await panel(published('c1'));
        await append(panelId, { receipts: [receipt('i1', {})], ballots: [ballot('c1', 's1', 'agree', 'v1')] });

        for (const statement of [
          `update ${table} set panel_id = panel_id`,
          `delete from ${table} where panel_id = '${panelId}'`,
          `truncate ${table}`,
        ]) {
          await expect(sql(statement)).rejects.toThrow(`The table ${table} only grows`);
        }
        const [counted] = await sql<{ n: number }>(`select count(*)::int as n from ${table} where panel_id = $1`, [
          panelId,
        ]);
        expect(counted?.n).toBe(1);
      },
    );
  });

  describe('erasing', () => {
    it('[L6] deletes words and salt and leaves the entry with its commitment', async () => {
      const rendered: PanelEvent = {
        type: 'ContributionRendered',
        contributionId: 'c1',
        lang: 'fr',
        body: { text: 'parole', interpreter: 's9' },
      };
      const panelId = await panel(published('c1', 'word'), published('c2'), rendered, submitted('c1'));
      const before = await log.readRecord(panelId, 0, 10);

      await append(panelId, { events: timed([redacted('c1')]), erase: ['c1'] });
      const after = await log.readRecord(panelId, 0, 10);
      expect(after.map(({ commit }) => commit)).toEqual([...before.map(({ commit }) => commit), undefined]);
      expect(after.map(({ event }) => ('body' in event ? event.body === null : null))).toEqual([
        true,
        false,
        true,
        null,
      ]);
      expect(after[0]?.event).toEqual({ ...published('c1'), body: null });

      const kept = await sql<{ journal: string; seq: number }>(
        `select journal, seq from entry_body where panel_id = $1 order by journal, seq`,
        [panelId],
      );
      expect(kept).toEqual([
        { journal: 'docket', seq: 1 },
        { journal: 'record', seq: 2 },
      ]);
      expect((await log.panel(panelId))?.heads.erasures).toBe(1);
    });

    it('[L6] keeps words published again in the same transaction, and hands on no erased ones', async () => {
      const panelId = await panel(published('c1', 'first'));
      const events = timed([redacted('c1'), published('c1', 'second'), redacted('c1'), published('c1', 'third')]);
      const { missed, entries } = await log.transact(panelId, 0, [], () => ({
        draft: { ...NOTHING, events, erase: ['c1'] },
        result: null,
      }));
      expect(await texts(log.readRecord(panelId, 0, 10))).toEqual([null, 'Redacted', null, 'Redacted', 'third']);
      expect([...missed, ...entries]).toEqual(await log.readAfter(panelId, 0, 10));
    });

    it('[L10] commits each body under a salt of its own', async () => {
      const panelId = await panel(published('c1', 'same'), published('c1', 'same'), submitted('c1'));
      const entries = await log.readAfter(panelId, 0, 10);
      const stored = await sql<{ body: unknown; salt: Uint8Array; commitment: string }>(
        `select b.body, b.salt, e.commitment from entry e join entry_body b using (panel_id, journal, seq)
         where e.panel_id = $1 order by e.panel_seq`,
        [panelId],
      );
      expect(stored.map(({ commitment }) => commitment)).toEqual(entries.map(({ commit }) => commit));
      for (const { commitment, body, salt } of stored) {
        expect(opens(commitment, body, Uint8Array.from(salt))).toBe(true);
      }
      expect(new Set(stored.map(({ commitment }) => commitment)).size).toBe(3);
    });
  });

  describe('reading', () => {
    it('[L7] pages forwards, backwards and by time', async () => {
      const panelId = await panel(
        ...Array.from({ length: 25 }, (_, i) => published(`c${i}`, `t${i + 1}`)),
        submitted('d'),
      );

      const forwards: RecordEntry[] = [];
      for (let page; (page = await log.readRecord(panelId, forwards.length, 10)).length > 0;) forwards.push(...page);
      expect(forwards.map(({ seq }) => seq)).toEqual(upTo(25));

      expect(await texts(log.readRecordBefore(panelId, 4, 10))).toEqual(['t1', 't2', 't3']);
      expect(await texts(log.readRecordBefore(panelId, Infinity, 2))).toEqual(['t24', 't25']);
      expect(await texts(log.readRecordWindow(panelId, START + 3, START + 6, 10))).toEqual(['t4', 't5', 't6']);
      expect(await texts(log.readRecordWindow(panelId, START + 3, Infinity, 2))).toEqual(['t4', 't5']);
      expect(await log.readRecordWindow(panelId, START + 6, START + 3, 10)).toEqual([]);
      expect((await log.readAfter(panelId, 24, 10)).map(({ journal, seq }) => [journal, seq])).toEqual([
        ['record', 25],
        ['docket', 1],
      ]);
    });

    it('[L8] finds contributions that contain every word, newest first, in any script', async () => {
      const panelId = await panel(
        published('c1', 'Water for the Fields and for the cities'),
        published('c2', '100% of the water_rights \\ belong to nobody'),
        published('c3', '水是生命,食物也是'),
        published('c4', 'مؤتمر المياه والطاقة في المدينة'),
        published('c5', 'ҚАЗАҚСТАННЫҢ суы'),
        published('c6', 'water withheld'),
        redacted('c6'),
        submitted('c7', 'water waits'),
      );
      const found = async (...words: string[]) =>
        texts(log.searchRecord(panelId, words, Infinity, 10).then((hits) => hits.map(({ entry }) => entry)));

      expect(await found('WATER')).toEqual([
        '100% of the water_rights \\ belong to nobody',
        expect.stringMatching(/^Water/),
      ]);
      expect(await found('water', 'cit')).toEqual([expect.stringMatching(/^Water/)]);
      expect(await found('water', 'sea')).toEqual([]);
      expect(await found('100%')).toHaveLength(1);
      expect(await found('1_0')).toEqual([]);
      expect(await found('%')).toHaveLength(1);
      expect(await found('_rights')).toHaveLength(1);
      expect(await found('\\')).toHaveLength(1);
      expect(await found(`' or true --`)).toEqual([]);
      expect(await found('生命')).toHaveLength(1);
      expect(await found('المِياه')).toHaveLength(1);
      expect(await found('қазақстан', 'СУЫ')).toHaveLength(1);
      expect(await found('')).toEqual([]);
      expect(await found()).toEqual([]);

      const older = await log.searchRecord(panelId, ['water'], 2, 10);
      expect(older.map(({ entry }) => entry.seq)).toEqual([1]);
      expect(await log.searchRecord(panelId, ['water'], Infinity, 1)).toHaveLength(1);
      expect(older[0]?.entry).toEqual((await log.readRecord(panelId, 0, 1))[0]);
    });

    it('[L21] finds contributions of many panels, newest first, each once, and goes on from any of them', async () => {
      const rivers = await panel(
        thread('thread', 'Rivers'),
        published('c1', 'Water for the fields'),
        published('c2', 'water withheld'),
        redacted('c2'),
        renamed('thread', 'All rivers'),
      );
      const towns = await panel(
        thread('thread', 'Towns'),
        published('c1', 'Су — wasser'),
        rendered('c1', 'Water, in short'),
        rendered('c1', 'Water, in full'),
        { ...published('c3', 'Water by role'), body: { text: 'Water by role', lang: 'kk', author: null } },
      );
      const elsewhere = await panel(published('c1', 'water elsewhere'));
      const found = (before: Found | null = null, limit = 10) =>
        log.searchPanels([rivers, towns], ['WATER'], before, limit);

      const all = await found();
      expect(all.map(({ panelId, seq }) => [panelId, seq])).toEqual([
        [towns, 5],
        [towns, 4],
        [rivers, 2],
      ]);
      expect(all).toEqual([
        hit({ panelId: towns, seq: 5, contributionId: 'c3', text: 'Water by role', lang: 'kk', author: null }, 'Towns'),
        hit({ panelId: towns, seq: 4, contributionId: 'c1', text: 'Water, in full', lang: 'fr' }, 'Towns'),
        hit({ panelId: rivers, seq: 2, contributionId: 'c1', text: 'Water for the fields' }, 'All rivers'),
      ]);
      for (const [i, place] of all.entries()) expect(await found(place)).toEqual(all.slice(i + 1));
      expect(await found(null, 2)).toEqual(all.slice(0, 2));
      expect(await log.searchPanels([elsewhere], ['water'], null, 10)).toMatchObject([{ threadTitle: '' }]);
      expect(await log.searchPanels([], ['water'], null, 10)).toEqual([]);
      expect(await log.searchPanels([rivers], [''], null, 10)).toEqual([]);
    });

    it('[L9] counts what was published when, by thread, and marks the turns of the panel', async () => {
      const panelId = await panel();
      expect(await log.histogram(panelId, 4)).toBeNull();

      const at = (ms: number, event: PanelEvent) => ({ at: START + ms, event });
      await append(panelId, {
        events: [
          at(0, { type: 'PanelOpened' }),
          at(0, published('c1')),
          at(10, published('c2')),
          at(35, { ...published('c3'), threadId: 'other' }),
          at(36, { type: 'QuestionPosed', contributionId: 'c1', answerBy: null, body: { respondents: ['s'] } }),
          at(39, { type: 'PanelClosed' }),
        ],
      });
      expect(await log.histogram(panelId, 4)).toEqual({
        from: START,
        to: START + 39,
        width: 10,
        total: [1, 1, 0, 1],
        threads: { thread: [1, 1, 0, 0], other: [0, 0, 0, 1] },
        marks: [
          { at: START, seq: 1, type: 'PanelOpened', contributionId: '' },
          { at: START + 36, seq: 5, type: 'QuestionPosed', contributionId: 'c1' },
          { at: START + 39, seq: 6, type: 'PanelClosed', contributionId: '' },
        ],
      });
    });
  });

  describe('ballots', () => {
    it('[L12] count each person’s last one, whatever the order of times, and a repeated intent once', async () => {
      const panelId = await panel(published('c1'), published('c2'));
      await append(panelId, {
        ballots: [
          ballot('c1', 's1', 'agree', 'v1'),
          ballot('c1', 's1', 'disagree', 'v2'),
          ballot('c1', 's2', 'pass', 'v3'),
          ballot('c2', 's1', 'agree', 'v4'),
        ],
      });
      await append(panelId, { ballots: [ballot('c1', 's2', 'agree', 'v5'), ballot('c1', 's1', 'agree', 'v1')] }, other);

      const c1 = { contributionId: 'c1', agree: 1, pass: 0, disagree: 1 };
      const c2 = { contributionId: 'c2', agree: 1, pass: 0, disagree: 0 };
      expect(await log.tallies(panelId, null)).toEqual([c1, c2]);
      expect(await log.tallies(panelId, ['c2', 'c9'])).toEqual([c2]);
      expect(await log.tallies(panelId, [])).toEqual([]);
      expect(await log.votesOf(panelId, 's1')).toEqual({ c1: 'disagree', c2: 'agree' });
      expect(await log.votesOf(panelId, 's9')).toEqual({});
    });
  });

  describe('importing', () => {
    const source = () => `polis:${randomUUID()}`;

    function importable(panelId: string, of: string, entries: number) {
      const row = { panelId, forumId: randomUUID(), access: 'open' as const };
      return {
        panel: row,
        source: of,
        entries: [timed(Array.from({ length: entries }, (_, i) => published(`c${i}`, `t${i}`)))],
        ballots: [
          [ballot('c0', 's1', 'agree', 'v1')],
          [ballot('c0', 's1', 'pass', 'v2'), ballot('c1', 's2', 'agree', 'v3')],
        ],
        summary: () => summary(row),
      };
    }

    it('[L13] makes a whole panel with its original times, once for each source', async () => {
      const [panelId, of] = [randomUUID(), source()];
      const progress: unknown[] = [];
      const whole = { ...importable(panelId, of, 1_500), onProgress: (done: unknown) => progress.push(done) };
      expect(await log.importPanel(whole)).toEqual({ panelId, imported: true });
      expect(progress).toEqual([
        { entries: 1_000, ballots: 0 },
        { entries: 1_500, ballots: 0 },
        { entries: 1_500, ballots: 1 },
        { entries: 1_500, ballots: 3 },
      ]);

      expect(await other.importPanel(importable(randomUUID(), of, 3))).toEqual({ panelId, imported: false });
      const entries = await log.readRecord(panelId, 0, 2_000);
      expect(entries.map(({ seq }) => seq)).toEqual(upTo(1_500));
      expect(entries.at(-1)?.at).toBe(START + 1_499);
      expect((await log.panel(panelId))?.heads).toEqual({ panelSeq: 1_500, record: 1_500, docket: 0, erasures: 0 });
      expect(await log.tallies(panelId, ['c0'])).toEqual([{ contributionId: 'c0', agree: 0, pass: 1, disagree: 0 }]);
      expect(await forums.panel(panelId)).toMatchObject({ panelId, title: 'Water', head: 1_500 });
    });

    it('[L13] imports a source once, though two try at the same time', async () => {
      const of = source();
      const both = await Promise.all([
        log.importPanel(importable(randomUUID(), of, 40)),
        other.importPanel(importable(randomUUID(), of, 40)),
      ]);
      expect(both.filter(({ imported }) => imported)).toHaveLength(1);
      expect(both[0]?.panelId).toBe(both[1]?.panelId);
    });

    it('[L13] leaves nothing behind when its input breaks off', async () => {
      const [panelId, of] = [randomUUID(), source()];
      async function* broken() {
        yield timed([published('c1')]);
        await Promise.resolve();
        throw new Error('line 7 is broken');
      }
      await expect(log.importPanel({ ...importable(panelId, of, 0), entries: broken() })).rejects.toThrow('line 7');
      expect(await log.panel(panelId)).toBeNull();
      expect(await log.readAfter(panelId, 0, 10)).toEqual([]);

      expect(await log.importPanel(importable(panelId, of, 5))).toEqual({ panelId, imported: true });
    });
  });

  describe('the directory', () => {
    it('[L20] lists forums, and panels once they are drafted', async () => {
      const forum = { forumId: randomUUID(), slug: `f-${randomUUID()}`, title: 'Food', description: '' };
      expect(await forums.create(forum)).toBe('created');
      expect(await forums.create(forum)).toBe('exists');
      expect(await forums.create({ ...forum, forumId: randomUUID() })).toBe('exists');
      expect(await forums.list()).toContainEqual(forum);
      expect(await forums.find(forum.forumId)).toEqual(forum);
      expect(await forums.findBySlug(forum.slug)).toEqual(forum);
      expect(await forums.find('nonsense')).toBeNull();

      const row = { panelId: randomUUID(), forumId: forum.forumId, access: 'invitation' as const };
      await log.create(row);
      expect(await forums.panelsOf(forum.forumId)).toEqual([]);

      await append(row.panelId, { events: timed([{ type: 'PanelOpened' }]), summary: summary(row) });
      await append(row.panelId, { events: timed([{ type: 'PanelClosed' }]) });
      expect(await forums.panelsOf(forum.forumId)).toEqual([{ ...summary(row), head: 2 }]);
      expect(await forums.panel(row.panelId)).toEqual({ ...summary(row), head: 2 });
      expect(await forums.panel(randomUUID())).toBeNull();
    });

    it('[L20] lists the panels of all forums, and those whose ids end alike, the latest first', async () => {
      const drafted = async (panelId: string) => {
        const row = { panelId, forumId: randomUUID(), access: 'open' as const };
        await log.create(row);
        await append(panelId, { events: timed([{ type: 'PanelOpened' }]), summary: summary(row) });
        return panelId;
      };
      const ending = randomUUID().slice(-8);
      const first = await drafted(randomUUID().slice(0, -8) + ending);
      const second = await drafted(randomUUID().slice(0, -8) + ending);
      const third = await drafted(randomUUID());
      expect((await forums.allPanels()).map(({ panelId }) => panelId).slice(0, 3)).toEqual([third, second, first]);
      expect((await forums.panelsEnding([ending])).map(({ panelId }) => panelId)).toEqual([second, first]);
      expect(await forums.panelsEnding(['00000000'])).toEqual([]);
    });

    it('[L20] names this history of the database and its extent', async () => {
      expect(await forums.epoch()).toMatch(/^[0-9a-f-]{36}$/);
      expect(await forums.epoch()).toBe(await new Forums(test.database.dataSource).epoch());

      const before = await forums.extent();
      await panel(published('c1'), published('c2'), submitted('c3'));
      const after = await forums.extent();
      expect(after.sum).toBe(before.sum + 2);
      expect(after.biggest).toBeGreaterThanOrEqual(2);
    });
  });

  describe('the engine', () => {
    it('[L17] says what it is and what it survives', () => {
      const { kind, engine: name, fsync, survives } = test.database;
      expect(kind).toBe(engine === 'embedded' ? 'embedded' : 'postgres');
      expect(name).toMatch(engine === 'embedded' ? /^embedded PGlite \d+\.\d+/ : /^PostgreSQL \d+/);
      expect(['on', 'off']).toContain(fsync);
      expect(survives).toContain('power cut');
    });

    it('[L19] has the tables that the entities describe', async () => {
      for (const { tableName, columns } of test.database.dataSource.entityMetadatas) {
        const there = await sql<{ name: string; nullable: string }>(
          `select column_name as name, is_nullable as nullable from information_schema.columns where table_name = $1`,
          [tableName],
        );
        const described = columns.map((column) => [column.databaseName, column.isNullable ? 'YES' : 'NO'] as const);
        expect(new Map(there.map(({ name, nullable }) => [name, nullable]))).toEqual(new Map(described));
      }
    });
  });

  if (engine === 'embedded') return;

  describe('on a server', () => {
    it('[L18] rejects with an outage when connections break, and works again by itself', async () => {
      const panelId = await panel(published('c1'));
      await other.panel(panelId);
      const waiting = sql(`select pg_sleep(30)`).catch(isOutage);
      await cutConnectionsUntil(waiting);
      expect(await waiting).toBe(true);

      const refusals = await failuresUntilDone(() => append(panelId, { events: timed([published('c2')]) }));
      expect(refusals.every(isOutage)).toBe(true);
      expect(await texts(log.readRecord(panelId, 0, 10))).toHaveLength(2);
      await failuresUntilDone(() => other.panel(panelId));
    });

    it('[L18] rejects with an outage where no server answers', async () => {
      const opening = openDatabase({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataFolder: '' });
      expect(await opening.catch(isOutage)).toBe(true);
    });

    it('[L19] is migrated once, though two nodes start at the same time', async () => {
      const server = (await postgresServer()) ?? '';
      const databaseUrl = await emptyDatabase(server);
      const nodes = await Promise.all([1, 2].map(() => openDatabase({ databaseUrl, dataFolder: '', poolSize: 1 })));

      const epochs = await Promise.all(nodes.map((node) => new Forums(node.dataSource).epoch()));
      expect(epochs[0]).toBe(epochs[1]);
      await Promise.all(nodes.map((node) => node.close()));
      await dropDatabase(server, databaseUrl);
    });

    /** Cuts every other connection to this database, as a restart of the server does, until `over` settles. */
    async function cutConnectionsUntil(over: Promise<unknown>): Promise<void> {
      const operator = new pg.Client({ connectionString: test.config.databaseUrl });
      await operator.connect();
      let isOver = false;
      void over.finally(() => (isOver = true));
      while (!isOver) {
        await operator.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        );
        await sleep(20);
      }
      await operator.end();
    }

    /** As a client tries again what it was told is not stored yet. */
    async function failuresUntilDone(attempt: () => Promise<unknown>): Promise<unknown[]> {
      const failures: unknown[] = [];
      for (;;) {
        try {
          await attempt();
          return failures;
        } catch (error) {
          if (failures.push(error) > 100) throw error;
        }
      }
    }
  });
});

const START = Date.UTC(2026, 0, 1);
const NOTHING: Draft = { events: [], receipts: [], ballots: [], erase: [], summary: null };

/** A millisecond apart. */
function timed(events: readonly PanelEvent[]): Draft['events'] {
  return events.map((event, i) => ({ at: START + i, event }));
}

function published(contributionId: string, text = 'A word.') {
  const body = { text, lang: 'en', author: 's1' };
  return {
    type: 'ContributionPublished',
    contributionId,
    threadId: 'thread',
    parentId: null,
    kind: 'comment',
    body,
  } as const;
}

function submitted(contributionId: string, text = 'A word.') {
  return { ...published(contributionId, text), type: 'Submitted', path: 'waiting' } as const;
}

function thread(threadId: string, title: string) {
  return { type: 'ThreadOpened', threadId, body: { title, lang: 'en', author: 's1' } } as const;
}

function renamed(threadId: string, title: string) {
  return { type: 'ThreadRenamed', threadId, body: { title } } as const;
}

function rendered(contributionId: string, text: string) {
  return { type: 'ContributionRendered', contributionId, lang: 'fr', body: { text, interpreter: 's2' } } as const;
}

function hit(some: Partial<ForumHit> & { seq: number }, threadTitle: string) {
  return { kind: 'comment', lang: 'en', author: 's1', ...some, at: START + some.seq - 1, threadTitle };
}

function redacted(contributionId: string) {
  return { type: 'Redacted', contributionId, threadId: 'thread', cause: 'rule', ruleId: 'r1' } as const;
}

function receipt(intentId: string, value: unknown): Receipt {
  return { intentId, fingerprint: `of ${intentId}`, value };
}

function ballot(contributionId: string, seat: string, choice: 'agree' | 'pass' | 'disagree', intentId: string) {
  return { contributionId, seat, choice, intentId, at: START };
}

function upTo(length: number): number[] {
  return Array.from({ length }, (_, i) => i + 1);
}

function summary(row: Pick<StoredSummary, 'panelId' | 'forumId' | 'access'>): StoredSummary {
  const times = { startsAt: null, endsAt: null, openedAt: null, closedAt: null };
  return { ...row, ...times, title: 'Water', description: '', languages: ['en'], phase: 'open', head: 1, published: 0 };
}
