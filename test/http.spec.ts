import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { NumberedPage } from '../src/http/pages.controller.js';
import type { RecordEntry } from '../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../domain/panel/evolve.js';
import { canonicalState, thaw } from '../domain/panel/snapshot.js';
import { shortCode } from '../domain/panel/short-code.js';
import type { OwnPanel, RecordPage, SearchPage, Snapshot } from '../domain/wire/views.js';
import { openPanel, operatorLink, type OpenPanel } from './support/panel.js';
import { acceptLink, nobody, type Person } from './support/people.js';
import { startsAndEnds, startServer, type RunningServer } from './support/server.js';

const CANARY = 'canary-5f1c';

describe('a whole server over HTTP', () => {
  let server: RunningServer;
  let panel: OpenPanel;
  let author: Person;

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'info' } });
    panel = await openPanel(server);
    author = await panel.person('participant', 'Aida');
  });

  afterAll(async () => {
    panel?.host.disconnect();
    panel?.moderator.disconnect();
    await server?.close();
  });

  const api = (path = '') => `/api/panels/${panel.panelId}${path}`;
  const intend = (person: Person, name: string, body: object) =>
    person.post(api(`/intents/${name}`), { intentId: randomUUID(), ...body });
  const submit = (text: string) =>
    intend(author, 'submit', { threadId: panel.threadId, kind: 'comment', text, lang: 'en' });
  const read = async <T>(path: string, person = nobody(server.url)) =>
    (await (await person.fetch(api(path))).json()) as T;
  const search = async (q: string, person = nobody(server.url), more = '') =>
    (await (await person.fetch(`/api/search?q=${encodeURIComponent(q)}${more}`)).json()) as SearchPage;

  it('[W18] carries a contribution from its author over the desk into the record', async () => {
    const said = await submit('The upper river is dry by June.');
    expect(said).toMatchObject({ status: 200, body: { standing: 'waiting' } });
    const { contributionId } = said.body as { contributionId: string };
    expect(await read('/mine', author)).toMatchObject({ items: [{ contributionId, standing: 'waiting' }] });
    expect((await author.fetch(api('/desk'))).status).toBe(403);

    const taken = await intend(panel.moderator, 'takeNext', {});
    expect(taken.body).toEqual({ contributionId });
    expect(await read('/desk', panel.moderator)).toMatchObject({ held: [{ contributionId }] });
    expect((await intend(panel.moderator, 'publish', { contributionId })).status).toBe(200);

    const { entries, head } = await read<RecordPage>('/record');
    expect(entries.at(-1)).toMatchObject({ seq: head, event: { type: 'ContributionPublished', contributionId } });
  });

  it('[W18] gives the first answer again to an intent repeated over HTTP', async () => {
    const body = { intentId: randomUUID(), threadId: panel.threadId, kind: 'comment', text: 'Once.', lang: 'en' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => author.post(api('/intents/submit'), body)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await author.post(api('/intents/submit'), { ...body, text: 'Twice.' })).toMatchObject({
      status: 409,
      body: { ok: false, refusal: { code: 'intent-mismatch' } },
    });
  });

  it('[W11] [W14] tells the same story as pages, snapshot and file', async () => {
    const { head, entries } = await read<RecordPage>('/record');
    const numbered = await read<NumberedPage>('/record/pages/1');
    const { snapshot } = await read<{ snapshot: Snapshot }>('/record/snapshot?latest=5000');
    const file = await (await nobody(server.url).fetch(api('/record.ndjson'))).text();
    const lines = file
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);

    expect(numbered.entries).toEqual(entries);
    expect(lines[0]).toMatchObject({ panel: panel.panelId, head });
    expect(lines.slice(1)).toEqual(entries);
    expect(canonicalState(thaw(snapshot))).toBe(canonicalState(folded(entries)));
  });

  it('[W12] answers a long poll with what is published while it waits', async () => {
    const { head } = await read<RecordPage>('/record');
    const following = read<RecordPage>(`/record/follow?after=${head}`);
    const { contributionId } = await panel.submit('While you wait.');
    await panel.publish(contributionId);

    expect((await following).entries[0]).toMatchObject({ seq: head + 1, event: { contributionId } });
  });

  it('[W8] finds a contribution by its words', async () => {
    const { entries } = await read<RecordPage>('/record/search?q=upper%20RIVER');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ event: { body: { text: 'The upper river is dry by June.' } } });
  });

  it('[W10] gives a page another address once words were erased from it', async () => {
    const { contributionId } = await panel.submit(`To be taken out: ${CANARY}`);
    await panel.publish(contributionId);
    const before = await read<NumberedPage>('/record/pages/1');
    expect(JSON.stringify(before)).toContain(CANARY);

    await panel.host.does('setRules', {
      panelId: panel.panelId,
      rules: [{ id: 'kind', title: 'Be kind', text: 'Speak of matters, not of people.' }],
    });
    await panel.moderator.does('redact', { panelId: panel.panelId, contributionId, ruleId: 'kind' });

    const after = await read<NumberedPage>('/record/pages/1');
    expect(after.erasures).toBe(before.erasures + 1);
    for (const path of [
      '/record',
      '/record/pages/1',
      '/record/snapshot',
      '/record.ndjson',
      '/record/window',
      `/record/search?q=${CANARY}`,
    ]) {
      expect(await (await nobody(server.url).fetch(api(path))).text()).not.toContain(CANARY);
    }
    expect((await search(CANARY)).hits).toEqual([]);
  });

  it('[W24] finds words across panels, and none of those by invitation for anybody without a role there', async () => {
    const closed = await openPanel(server, { access: 'invitation' });
    const guest = await closed.person('observer', 'Guest');
    const { contributionId } = await closed.submit('The upper river belongs to nobody.');
    await closed.publish(contributionId);

    expect((await search('upper RIVER', guest)).hits.map(({ panel: { panelId }, text }) => [panelId, text])).toEqual([
      [closed.panelId, 'The upper river belongs to nobody.'],
      [panel.panelId, 'The upper river is dry by June.'],
    ]);
    for (const person of [author, nobody(server.url)]) {
      const { hits } = await search('upper river', person);
      expect(hits).toMatchObject([
        { contributionId: expect.any(String), threadTitle: 'Thread', author: { name: 'Aida' } },
      ]);
      expect((await person.fetch(`/api/codes/${shortCode(closed.panelId)}`)).status).toBe(404);
    }
    await closed.host.ask('join', { panelId: closed.panelId });
    const first = await search('upper river', guest, '&limit=1');
    expect((await search('upper river', guest, `&before=${first.next}`)).hits).toHaveLength(1);
    expect(await (await guest.fetch(`/api/codes/${shortCode(closed.panelId)}`)).json()).toMatchObject([
      { panelId: closed.panelId, roles: ['observer'], here: 1 },
    ]);
    closed.host.disconnect();
    closed.moderator.disconnect();
  });

  it('[W25] lists one’s own panels with what one said there', async () => {
    const own = (await (await author.fetch('/api/me/panels')).json()) as OwnPanel[];
    expect(own).toMatchObject([
      { panel: { panelId: panel.panelId }, name: 'Aida', mine: { items: expect.any(Array) } },
    ]);
    expect(own[0]?.mine.items.map(({ text }) => text)).toContain('The upper river is dry by June.');
  });

  it('[W29] shows its hosts who sits in a panel', async () => {
    const seats = await read<{ name: string; roles: string[] }[]>('/seats?role=participant', panel.host);
    expect(seats).toContainEqual({ seat: expect.any(String), name: 'Aida', affiliation: '', roles: ['participant'] });
    expect((await panel.moderator.fetch(api('/seats'))).status).toBe(403);
  });

  it('[W13] hides a panel by invitation from those without a role', async () => {
    const closed = await openPanel(server, { access: 'invitation' });
    const guest = await closed.person('observer', 'Guest');
    const path = `/api/panels/${closed.panelId}/record`;
    expect((await guest.fetch(path)).status).toBe(200);
    for (const person of [author, nobody(server.url)]) {
      expect((await person.fetch(path)).status).toBe(404);
      const listed = await (await person.fetch(`/api/forums/${closed.forumId}/panels`)).json();
      expect(listed).toEqual([]);
    }
    closed.host.disconnect();
    closed.moderator.disconnect();
  });

  it('[W20] makes a panel once, however often its host asks', async () => {
    const body = { panelId: randomUUID(), intentId: randomUUID(), title: 'Once', languages: ['en'] };
    const path = `/api/forums/${panel.forumId}/panels`;
    const owner = await acceptLink(server.url, await operatorLink(server, { role: 'owner' }), 'Olga');
    expect((await author.post(path, body)).status).toBe(403);
    const first = await owner.post(path, body);
    expect(first).toMatchObject({ status: 201, body: { panelId: body.panelId, phase: 'draft', title: 'Once' } });
    expect(await owner.post(path, body)).toEqual(first);
  });

  it('[W3] tells the truth about its database', async () => {
    const health = await (await fetch(`${server.url}/health`)).json();
    expect(health).toMatchObject({ status: 'ok', fsync: false, redis: 'absent', database: 'up' });
    expect(health).toMatchObject({ survives: expect.stringContaining('power') });
  });

  it('[W5] counts what happened', async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(/kurultai_intents_total\{name="submit",outcome="ok"\} \d+/);
    expect(text).toMatch(/kurultai_commit_entries_count [1-9]/);
    expect(text).toMatch(/kurultai_sockets [1-9]/);
  });

  it('[W6] logs requests and none of what they carry', async () => {
    const token = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    await submit(`Words ${CANARY}-body`);
    await author.fetch(`/join/${token}?next=${CANARY}-query`, {
      headers: { authorization: `Bearer ${CANARY}-header` },
    });
    await author.fetch('/api/forums?after-the-others');
    while (!server.stderr().includes('/join/')) await new Promise((resolve) => setTimeout(resolve, 20));

    const log = server.stderr();
    expect(log).toContain('/intents/submit');
    expect(log).not.toContain(CANARY);
    expect(log).not.toContain(token);
    expect(log).not.toContain(author.cookie.split('=')[1]?.slice(0, 16));
  });

  it('[W2] does not start with a wrong configuration', async () => {
    const { code, stderr } = await startsAndEnds({ PORT: 'x', REDIS_URL: 'nowhere' });
    expect(code).toBe(1);
    expect(stderr).toContain('PORT must be');
    expect(stderr).toContain('REDIS_URL must');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('[W4] answers those who wait and leaves with status 0 when it is asked to end', async () => {
    const other = await startServer();
    const there = await openPanel(other);
    const { head } = (await (await fetch(`${other.url}/api/panels/${there.panelId}/record`)).json()) as RecordPage;
    const waiting = fetch(`${other.url}/api/panels/${there.panelId}/record/follow?after=${head}`);
    await new Promise((resolve) => setTimeout(resolve, 500));

    const ended = other.kill('SIGTERM');
    expect(await (await waiting).json()).toMatchObject({ head, entries: [] });
    await ended;
    expect(other.child.exitCode).toBe(0);
    await other.close();
    expect(existsSync(other.dataFolder)).toBe(false);
  });
});

function folded(entries: readonly RecordEntry[]) {
  return entries.reduce(evolveRecord, initialRecord);
}
