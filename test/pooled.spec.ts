import { mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { GroupTerms } from '../domain/panel/events.js';
import type { ForumReports, NextPool, PublishedPool } from '../domain/wire/reports.js';
import type { PanelSummary } from '../domain/wire/views.js';
import { openDatabase } from '../src/persistence/index.js';
import { operatorLink } from './support/panel.js';
import { acceptLink, nobody, type Person } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';

const DAY_MS = 86_400_000;
const terms = (id: string): GroupTerms => ({ id, title: id, floor: 1_000, axis: null, sensitive: false, source: null });
const GROUPS = [terms('many'), terms('few')];

/** Six people count for `many`, in every panel; three more for `few` in each panel; six for nothing. */
describe('the reports of several panels as one', () => {
  let folder: string;
  let server: RunningServer;
  let owner: Person;
  let forumId: string;
  let crowd: readonly Person[];
  let late: string;
  const at = (path = '') => `/api/forums/${forumId}/reports${path}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurultai-'));
    server = await startServer({ dataFolder: folder });
    owner = await (await acceptLink(server.url, await operatorLink(server, { role: 'owner' }), 'Olga')).connect();
    forumId = await forumWith(GROUPS);
    const [many, others] = [await people(6, 'many'), await people(6)];
    crowd = [...many, ...others];
  }, 60_000);

  afterAll(async () => {
    for (const person of [owner, ...crowd]) person.disconnect();
    await server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('[P33] are for those who host the forum to publish, from two panels on', async () => {
    await publishes(await panel('First', await people(3, 'few')));
    const [stranger, participant] = [nobody(server.url), crowd[0] ?? owner];
    expect((await stranger.fetch(at('/next'))).status).toBe(401);
    expect((await participant.fetch(at('/next'))).status).toBe(403);
    expect((await participant.post(at(), { panelIds: [randomUUID(), randomUUID()] })).status).toBe(403);

    const { panels, least } = await next();
    expect({ least, titles: panels.map(({ title }) => title) }).toEqual({ least: 2, titles: ['First'] });
    expect((await owner.post(at(), { panelIds: [panels[0]?.panelId] })).status).toBe(400);
    expect(await reportsFor(owner)).toEqual({ hosting: true, reports: [] });
    expect(await reportsFor(stranger)).toEqual({ hosting: false, reports: [] });
  });

  it('[P33] are over all panels that wait, as they were shown; a panel without groups has nothing to compare', async () => {
    await publishes(await panel('Second', await people(3, 'few')));
    await publishes(await panel('Without', [], { groups: [] }));
    const { panels } = await next();
    expect(panels.map(({ title }) => title)).toEqual(['First', 'Second']);
    for (const { smallUntil } of panels) expect((smallUntil ?? 0) - Date.now()).toBeGreaterThan(29 * DAY_MS);

    const [first] = panels;
    expect(await owner.post(at(), { panelIds: [first?.panelId, randomUUID()] })).toMatchObject({
      status: 409,
      body: { refusal: { code: 'not-pending', field: 'panelIds' } },
    });
  });

  it('[P33, W31] are one when two publish at once, and the same ever after', async () => {
    const panelIds = (await next()).panels.map(({ panelId }) => panelId);
    const answers = await Promise.all([1, 2, 3].map(() => owner.post(at(), { panelIds })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${(body as PublishedPool).reportId}`)).size).toBe(1);
    expect((await owner.post(at(), { panelIds: panelIds.toReversed() })).body).toEqual(answers[0]?.body);
    expect((await next()).panels).toEqual([]);

    const { reports } = await reportsFor(nobody(server.url));
    expect(reports).toEqual([answers[0]?.body]);
    expect(reports[0]).toMatchObject({ report: { panels: 2, headline: { isEnough: false } } });
    expect((await summaries()).map(({ title, report }) => [title, report])).toEqual([
      ['First', 'pooled'],
      ['Second', 'pooled'],
      ['Without', 'published'],
    ]);
  });

  it('[P32] count people too few for the report of one panel once they are enough together', async () => {
    const { reports } = await reportsFor(owner);
    const figures = Object.fromEntries(reports[0]?.report.groups.map((one) => [one.id, one.figures]) ?? []);
    // Each of twelve people who spoke in both panels, and three who spoke in one.
    expect(figures['many']).toMatchObject({ value: { decisions: 12, panels: 2 } });
    expect(figures['few']).toMatchObject({ value: { decisions: 6, panels: 2, flag: 'insufficient' } });
  });

  it('[P31] come as a file for a spreadsheet too', async () => {
    const answer = await nobody(server.url).fetch(`/api/forums/${forumId}/reports.csv`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    const table = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(table.map((row) => [row['group'], row['panels'], row['decisions'], row['reading']])).toEqual([
      ['many', '2', '12', 'none'],
      ['few', '2', '6', 'insufficient'],
    ]);
    const moderation = await owner.fetch(`/api/forums/${forumId}/transparency.csv`);
    expect(await moderation.text()).toContain('"sent","submitted",30');
    expect((await nobody(server.url).fetch(`/api/forums/${forumId}/transparency.csv`)).status).toBe(401);
  });

  it('[P34] are read by whoever may read all their panels', async () => {
    await publishes(await panel('Third', []));
    await publishes(await panel('Closed door', [], { access: 'invitation' }));
    const { panels } = await next();
    const { body } = await owner.post(at(), { panelIds: panels.map(({ panelId }) => panelId) });
    expect((await reportsFor(owner)).reports[0]).toEqual(body);
    expect((await reportsFor(nobody(server.url))).reports.map(({ report }) => report.panels)).toEqual([2]);
    expect((await reportsFor(crowd[0] ?? owner)).reports).toHaveLength(2);
  });

  it('[P32] still have what the reports of their panels show once it is forgotten who belonged to what', async () => {
    await publishes(await panel('Fifth', await people(3, 'few')));
    await publishes(await panel('Sixth', await people(3, 'few')));
    late = await panel('Late', []);
    await server.kill();
    await inDatabase(`DELETE FROM claim_profile`);
    await inDatabase(`INSERT INTO claim_ending (panel_id) VALUES ('${late}') ON CONFLICT DO NOTHING`);
    await inDatabase(`UPDATE claim_ending SET forgotten_at = now()`);
    server = await startServer({ dataFolder: folder, port: Number(new URL(server.url).port) });

    const { panels } = await next();
    expect(panels.map(({ title, smallUntil }) => [title, smallUntil])).toEqual([
      ['Fifth', null],
      ['Sixth', null],
    ]);
    const { body } = await owner.post(at(), { panelIds: panels.map(({ panelId }) => panelId) });
    const figures = Object.fromEntries((body as PublishedPool).report.groups.map((one) => [one.id, one.figures]));
    expect(figures['many']).toMatchObject({ value: { decisions: 12, panels: 2 } });
    expect(figures['few']).toEqual({ hidden: true });
  });

  it('[G11] are over no panel whose report would be of what is gone', async () => {
    expect(await owner.post(`/api/panels/${late}/report`, {})).toMatchObject({
      status: 409,
      body: { refusal: { code: 'report-too-late' } },
    });
  });

  it('[P33] cannot be changed or taken back, not even in the database', async () => {
    await server.kill();
    for (const change of ['UPDATE pooled_report SET report = $$null$$', 'DELETE FROM pooled_panel']) {
      await expect(inDatabase(change)).rejects.toThrow('only grows');
    }
  });

  async function forumWith(groups: readonly GroupTerms[]): Promise<string> {
    const made = await owner.post('/api/forums', { slug: 'pooled', title: 'Pooled', description: '' });
    const { forumId: id } = made.body as { forumId: string };
    await owner.post(`/api/forums/${id}/groups`, { groups });
    return id;
  }

  async function people(count: number, group?: string): Promise<readonly Person[]> {
    const found: Person[] = [];
    for (let i = 0; i < count; i++) {
      const { body } = group
        ? await owner.post(`/api/forums/${forumId}/groups/invitation`, { groups: [group] })
        : await owner.post('/api/invitations', { role: 'participant', forumId });
      const person = await acceptLink(server.url, (body as { link: string }).link, `P${randomUUID().slice(0, 4)}`);
      found.push(await person.connect());
    }
    return found;
  }

  /** One that is over; with groups, everybody of the crowd and these sent something that was published. */
  async function panel(
    title: string,
    more: readonly Person[],
    { groups = GROUPS, access = 'open' }: { groups?: readonly GroupTerms[]; access?: 'open' | 'invitation' } = {},
  ): Promise<string> {
    const panelId = randomUUID();
    await owner.post(`/api/forums/${forumId}/panels`, { panelId, intentId: randomUUID(), title, access });
    await owner.does('setTreatment', { panelId, secondLook: 'off', screening: [] });
    if (groups.length > 0) await owner.does('setQueue', { panelId, groups });
    await owner.does('openPanel', { panelId });
    const { threadId } = await owner.does('openThread', { panelId, title: 'Thread' });
    for (const person of groups.length > 0 ? [...crowd, ...more] : []) {
      const words = { panelId, threadId, kind: 'comment', text: `Words ${randomUUID()}`, lang: 'en' } as const;
      const { contributionId } = await person.does('submit', words);
      await owner.does('take', { panelId, contributionId });
      await owner.does('publish', { panelId, contributionId });
    }
    for (const person of more) person.disconnect();
    await owner.does('closePanel', { panelId });
    await owner.does('archivePanel', { panelId });
    return panelId;
  }

  async function publishes(panelId: string): Promise<void> {
    expect((await owner.post(`/api/panels/${panelId}/report`, {})).status).toBe(200);
  }

  async function next(): Promise<NextPool> {
    return (await (await owner.fetch(at('/next'))).json()) as NextPool;
  }

  async function reportsFor(person: Person): Promise<ForumReports> {
    return (await (await person.fetch(at())).json()) as ForumReports;
  }

  async function summaries(): Promise<readonly PanelSummary[]> {
    return (await (await owner.fetch(`/api/forums/${forumId}/panels`)).json()) as readonly PanelSummary[];
  }

  async function inDatabase(statement: string): Promise<void> {
    const database = await openDatabase({ dataFolder: folder });
    try {
      await database.dataSource.query(statement);
    } finally {
      await database.close();
    }
  }
});
