import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PanelSummary, RecordPage } from '../domain/wire/views.js';
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
