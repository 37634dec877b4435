import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PanelReport } from '../domain/amplify/report/panel-report.js';
import { openPanel, operatorLink, type OpenPanel } from './support/panel.js';
import { acceptLink, nobody } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';

describe('the report of a panel', () => {
  let server: RunningServer;
  let panel: OpenPanel;
  const path = () => `/api/panels/${panel.panelId}/report`;

  beforeAll(async () => {
    server = await startServer();
    panel = await openPanel(server);
    for (let i = 0; i < 6; i++) {
      const { contributionId } = await panel.submit(`Words of ${i}`);
      await panel.publish(contributionId);
    }
  }, 60_000);

  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await server.close();
  });

  it('[P30] is not there before it is published, and is not published before the archive', async () => {
    expect((await panel.host.fetch(path())).status).toBe(404);
    expect((await panel.host.fetch(`${path()}/watch`)).status).toBe(404);
    expect(await panel.host.post(path(), {})).toMatchObject({
      status: 409,
      body: { refusal: { code: 'wrong-phase' } },
    });
  });

  it('[P30] is published by who hosts, once, and is the same ever after, for everybody who may read the panel', async () => {
    await panel.host.does('closePanel', { panelId: panel.panelId });
    await panel.host.does('archivePanel', { panelId: panel.panelId });
    expect((await panel.moderator.post(path(), {})).status).toBe(403);
    expect((await nobody(server.url).post(path(), {})).status).toBe(401);

    const first = await panel.host.post(path(), {});
    expect(first).toMatchObject({ status: 200, body: { turnsAre: 'desk', method: 'report/1' } });
    expect(await panel.host.post(path(), {})).toEqual(first);
    expect(await (await nobody(server.url).fetch(path())).json()).toEqual(first.body);
    expect((first.body as PanelReport).overrides).toMatchObject({ count: 6, of: 6 });
  });

  it('[P36] tells what is worth watching to who hosts alone, and not before it is published', async () => {
    const watch = `${path()}/watch`;
    expect((await panel.moderator.fetch(watch)).status).toBe(403);
    expect((await nobody(server.url).fetch(watch)).status).toBe(401);
    expect(await (await panel.host.fetch(watch)).json()).toEqual({ groups: [] });
  });

  it('[P40] of a forum’s moderation is told to those who host it, and to nobody else', async () => {
    const of = `/api/forums/${panel.forumId}/transparency`;
    expect((await panel.moderator.fetch(of)).status).toBe(403);
    expect((await nobody(server.url).fetch(of)).status).toBe(401);
    const owner = await acceptLink(server.url, await operatorLink(server, { role: 'owner' }), 'Orla');
    const answer = await owner.fetch(of);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ panels: 1, submitted: 6, decisions: { publish: 6 }, byRule: {} });
  });

  it('[P31] comes as a file for a spreadsheet too', async () => {
    const answer = await nobody(server.url).fetch(`${path()}.csv`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(await answer.text()).toMatch(/"overrides",6\b/);
  });
});
