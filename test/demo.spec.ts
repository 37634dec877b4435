import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PanelReport } from '../domain/amplify/report/panel-report.js';
import type { FloorView } from '../domain/wire/floor.js';
import type { MineView, PanelSummary, RecordPage, Snapshot } from '../domain/wire/views.js';
import { acceptLink } from './support/people.js';
import { type RunningServer, startServer } from './support/server.js';

describe('the demonstration in a fresh house', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ demo: true });
  });
  afterAll(() => server.close());

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const table = async () => {
    const panels = await get<PanelSummary[]>('/api/forums/demo/panels');
    const open = panels.find((panel) => panel.phase === 'open');
    if (!open) throw new Error('No panel is open.');
    return { panels, open };
  };

  it('[T17] has groups whose people are counted, and counts whoever comes by its link', async () => {
    const { open } = await table();
    const host = await acceptLink(server.url, server.links.host, 'Hana');
    const groups = (await (await host.fetch(`/api/forums/${open.forumId}/groups`)).json()) as { people: unknown };
    expect(groups.people).toEqual({ 'upper-villages': 10, 'lower-villages': 10, 'first-time': 10 });

    const visitor = await acceptLink(server.url, server.links.participant, 'Marat');
    const [own] = (await (await visitor.fetch('/api/claims')).json()) as { claims: unknown }[];
    expect(own?.claims).toEqual([{ group: 'first-time', attested: true, source: 'invitation' }]);
  });

  it('[T16] has people waiting for the floor, and tells whoever hosts how fair it was', async () => {
    const { open } = await table();
    const host = await acceptLink(server.url, server.links.host, 'Hana');
    const floor = async () => (await (await host.fetch(`/api/panels/${open.panelId}/floor`)).json()) as FloorView;
    const { hosting, waiting } = await floor();
    expect(waiting).toBeGreaterThanOrEqual(3);
    expect(hosting?.coming.filter(({ note }) => note).length).toBeGreaterThanOrEqual(3);
    expect(hosting?.fairness).toMatchObject({ unheard: 0, owed: [{ title: 'Here for the first time' }] });

    await host.connect();
    await host.does('giveFloor', { panelId: open.panelId, after: null });
    expect((await floor()).speaking?.who.affiliation).toBe('demo');
    host.disconnect();
  });

  it('[T12, T15] leaves what a visitor says to people, at no cost', async () => {
    const { open } = await table();
    const { panelId } = open;
    const visitor = await (await acceptLink(server.url, server.links.participant, 'Sabina')).connect();
    const { snapshot } = await get<{ snapshot: Snapshot }>(`/api/panels/${panelId}/record/snapshot`);
    const said = {
      threadId: snapshot.threads[0]?.id ?? '',
      kind: 'comment',
      text: 'A visitor’s word.',
      lang: 'en',
    } as const;
    await visitor.does('submit', { panelId, ...said });
    const mine = async () => (await (await visitor.fetch(`/api/panels/${panelId}/mine`)).json()) as MineView;
    const [before] = (await mine()).items;
    await saysMore(open);
    await sleep(10_000);

    const [after] = (await mine()).items;
    expect(after).toMatchObject({ standing: 'waiting', turn: { since: before?.turn?.since, first: true } });
    visitor.disconnect();
  }, 200_000);

  it('[T18] has published the report of the panel to replay, and keeps nothing of who counted for what', async () => {
    const { panels } = await table();
    const { panelId = '' } = panels.find(({ phase }) => phase === 'archived') ?? {};
    const report = await get<PanelReport>(`/api/panels/${panelId}/report`);
    expect(report.groups.map(({ figures }) => figures.hidden)).toEqual([false, false, false]);
    expect(report.headline.heard).toMatchObject({ value: { asked: 21 } });

    const text = await (await fetch(`${server.url}/api/panels/${panelId}/record.ndjson`)).text();
    expect(text).not.toContain('attested');
  });

  it('[T11] talks in the open panel, and goes on after a restart with the same people', async () => {
    const { panels, open } = await table();
    expect(panels.map(({ phase }) => phase).sort()).toEqual(['archived', 'open', 'scheduled']);

    await saysMore(open);
    const { dataFolder, url } = server;
    await server.kill();
    server = await startServer({ demo: true, dataFolder, env: { PORT: new URL(url).port } });
    const again = await table();
    await saysMore(again.open);

    expect(again.panels).toHaveLength(3);
    const { people } = await get<RecordPage>(`/api/panels/${open.panelId}/record?after=0`);
    const names = Object.values(people).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.endsWith('(2)'))).toEqual([]);
    expect(new Set(Object.values(people).map(({ affiliation }) => affiliation))).toEqual(new Set(['demo']));
  }, 400_000);

  async function saysMore({ panelId, published }: PanelSummary): Promise<void> {
    for (let waited = 0; waited < 150; waited++) {
      await sleep(1_000);
      const { open } = await table();
      if (open.panelId === panelId && open.published > published) return;
    }
    throw new Error(`The crowd said nothing.\n${server.stderr()}`);
  }
});
