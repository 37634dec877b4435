import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroupTerms } from '../domain/panel/events.js';
import { openDatabase } from '../src/persistence/index.js';
import { Wire } from './corpus/wire.js';
import { openPanel, operatorLink, type OpenPanel } from './support/panel.js';
import { acceptLink, type Person } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { until } from './support/world.js';

const terms = (id: string, title: string): GroupTerms => ({
  id,
  title,
  floor: 2_000,
  axis: null,
  sensitive: true,
  source: null,
});
/** Of the forum, and of no rule of the panel: its name is nowhere but in claims. */
const UNSAID = terms('canary-vesperine', 'Canary of the Vesperine tides');
/** In the rule of the panel, which is public: its name may stand there and nowhere else. */
const SAID = terms('canary-quorra', 'Canary of the Quorra hills');
const UNSAID_WORDS = ['vesperine', 'Vesperine'];
const SAID_WORDS = ['canary-quorra', 'Quorra hills'];

describe('who belongs to a group', () => {
  let folder: string;
  let server: RunningServer;
  let panel: OpenPanel;
  let heard = '';
  let log = '';
  let rows: readonly string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurultai-'));
    server = await startServer({ dataFolder: folder, env: { LOG_LEVEL: 'debug' } });
    panel = await openPanel(server);
    await liveThrough();
    log = server.stderr();
    await server.kill();
    rows = await everythingStored();
  });

  afterAll(async () => {
    await server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('[G13] stands in no row of a journal or a panel', () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => UNSAID_WORDS.some((word) => row.includes(word)))).toEqual([]);
    const naming = rows.filter((row) => SAID_WORDS.some((word) => row.includes(word)));
    expect(naming).not.toEqual([]);
    expect(rows.some((row) => row.includes('ProfileRenewed'))).toBe(true);
    expect(naming.filter((row) => !row.includes('QueueSet') && !row.includes('"every"'))).toEqual([]);
  });

  it('[G13] stands in no line of the log, however much it tells and whatever was refused', () => {
    expect(log).toContain('/api/claims/code');
    expect(log).toContain('/accreditation');
    expect([...UNSAID_WORDS, ...SAID_WORDS].filter((word) => log.includes(word))).toEqual([]);
  });

  it('[G13] reaches a moderator’s connection in nothing that is about a person', () => {
    expect(heard).toContain('words of somebody attested');
    expect(UNSAID_WORDS.filter((word) => heard.includes(word))).toEqual([]);
    const naming = heard.split('\n').filter((packet) => SAID_WORDS.some((word) => packet.includes(word)));
    expect(naming).not.toEqual([]);
    expect(naming.filter((packet) => !packet.includes('"every"'))).toEqual([]);
  });

  async function liveThrough(): Promise<void> {
    const { forumId, panelId, threadId } = panel;
    const owner = await acceptLink(server.url, await operatorLink(server, { role: 'host', forumId }), 'Hanna');
    await posts(owner, `/api/forums/${forumId}/groups`, { groups: [UNSAID, SAID] });
    await panel.host.does('setQueue', { panelId, groups: [SAID] });
    const wire = await Wire.entered(server.url, panel.moderator.cookie);
    wire.send(`421${JSON.stringify(['join', { panelId }])}`);
    wire.send(`422${JSON.stringify(['openDesk', { panelId }])}`);

    const ada = await (await panel.person('participant', 'Ada')).connect();
    for (const { id } of [UNSAID, SAID]) {
      const made = await posts(owner, `/api/forums/${forumId}/groups/codes`, { group: id, count: 1 });
      await posts(ada, '/api/claims/code', { code: (made as { codes: string[] }).codes[0] });
    }
    const csv = `name,e-mail,groups\nBen,ben@example.org,${UNSAID.title}\nCem,cem@example.org,vesperine of no kind\n`;
    await posts(owner, `/api/forums/${forumId}/groups/accreditation/preview`, { csv });
    await posts(owner, `/api/forums/${forumId}/groups/accreditation`, { csv });

    const submit = (text: string) => ada.does('submit', { panelId, threadId, kind: 'comment', text, lang: 'en' });
    const first = await submit('words of somebody attested');
    await panel.publish(first.contributionId);
    await submit('more of them');
    await posts(ada, '/api/claims/withdraw', { forumId, group: SAID.id });
    await posts(ada, '/api/claims', { forumId, group: SAID.id });
    // What is refused is told to whoever asked and to nobody else.
    expect((await ada.post('/api/claims', { forumId, group: 'vesperine-of-no-kind' })).status).toBe(400);
    expect((await ada.post('/api/claims', { forumId, group: 'Vesperine!' })).status).toBe(400);
    expect((await panel.moderator.post(`/api/forums/${forumId}/groups`, { groups: [UNSAID] })).status).toBe(403);
    const { contributionId } = await submit('and the last');
    await panel.publish(contributionId);
    await until(() => wire.said.includes('and the last'), 'the moderator to hear it');
    heard = wire.said;
    wire.cut();
    ada.disconnect();
    panel.host.disconnect();
    panel.moderator.disconnect();
  }

  async function everythingStored(): Promise<readonly string[]> {
    const database = await openDatabase({ dataFolder: folder });
    try {
      const tables = ['entry', 'entry_body', 'intent_receipt', 'panel', 'ballot', 'seat', 'invitation'];
      const found: string[] = [];
      for (const table of tables) {
        const stored = await database.dataSource.query<{ row: string }[]>(
          `SELECT to_jsonb(t)::text AS row FROM ${table} t`,
        );
        found.push(...stored.map(({ row }) => row));
      }
      return found;
    } finally {
      await database.close();
    }
  }
});

async function posts(person: Person, path: string, body: object): Promise<unknown> {
  const { status, body: answered } = await person.post(path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answered)}`);
  return answered;
}
