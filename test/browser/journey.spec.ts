import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { startServer, type RunningServer } from '../support/server.js';

const QUESTION = 'How will upstream states share data in dry years?';
const ARABIC = 'كيف نتقاسم المياه في السنوات الجافة؟';
const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(2)</script> https://elsewhere.example/x.png`;

describe('a panel in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let reader: Watched;
  let participant: Watched;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    reader = await visitor(browser, server.url);
    participant = await visitor(browser, server.url, { viewport: { width: 390, height: 844 } });
  }, 120_000);

  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await browser.close();
    await server.close();
  });

  it('lists the panels, each with one way in', async () => {
    const { page } = reader;
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'Panel' }).waitFor();
    await reader.shoot('lobby');

    await page.getByRole('link', { name: 'Follow Panel' }).click();
    await page.locator('[data-connection="live"]').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/panels/${panel.panelId}`);
  });

  it('[I40] lets somebody in by their link, which opening alone does not use up', async () => {
    const { forumId, panelId } = panel;
    const link = await operatorLink(server, { role: 'participant', forumId, panelId });
    const { page } = participant;
    await page.goto(link);
    await page.getByText('You are invited as a participant').waitFor();
    await page.reload();
    await participant.shoot('join-390');
    await page.getByLabel('Your name').fill('Aigerim');
    await page.getByRole('button', { name: 'Join' }).click();

    await page.getByLabel('Your contribution', { exact: true }).waitFor();
    expect(page.url()).toBe(`${server.url}/panels/${panelId}`);
  });

  it('shows an author that their contribution waits, and nobody else the contribution', async () => {
    await says(QUESTION);

    await participant.page.locator('[data-standing="waiting"]').waitFor();
    expect(await reader.page.getByText(QUESTION).count()).toBe(0);
  });

  it('shows what a moderator publishes to a reader, live', async () => {
    await publishNext();

    await reader.page.getByRole('log').getByText(QUESTION).waitFor();
    await participant.page.locator('[data-standing="published"]').waitFor();
  });

  it('draws any script in its direction and any mark-up as text', async () => {
    await says(ARABIC);
    await publishNext();
    await says(HOSTILE);
    await publishNext();

    const { page } = reader;
    await page.getByRole('log').getByText(HOSTILE).waitFor();
    expect(await page.getByRole('log').locator('img, script, a').count()).toBe(0);
    const arabic = page.getByRole('log').getByText(ARABIC);
    expect(await arabic.evaluate(directionOf)).toBe('rtl');
  });

  it('is readable at 390 and 1280 px, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const { page, shoot } of [reader, participant]) {
        await page.emulateMedia({ colorScheme });
        const width = page.viewportSize()?.width ?? 0;
        await shoot(`panel-${width}-${colorScheme}`);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    }
  });

  it('breaks no policy, raises no error and asks nobody else for anything', () => {
    expect([...reader.faults, ...participant.faults]).toEqual([]);
  });

  it('[R46] follows over plain HTTP where no WebSocket gets through', async () => {
    const { page } = await visitor(browser, server.url);
    await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
    await page.goto(`${server.url}/panels/${panel.panelId}`);
    await page.getByRole('log').getByText(QUESTION).waitFor();

    const { contributionId } = await panel.submit('Said while WebSocket is blocked');
    await panel.publish(contributionId);
    await page.getByRole('log').getByText('Said while WebSocket is blocked').waitFor();
    await page.context().close();
  });

  it('comes back by itself after the server was killed', async () => {
    const port = new URL(server.url).port;
    await server.kill('SIGKILL');
    await reader.page.locator('[data-connection="reconnecting"]').waitFor();
    server = await startServer({ dataFolder: server.dataFolder, env: { PORT: port } });
    await panel.moderator.connect();
    const { contributionId } = await panel.submit('Said after the restart');
    await panel.publish(contributionId);

    await reader.page.getByRole('log').getByText('Said after the restart').waitFor({ timeout: 45_000 });
    await reader.page.getByRole('log').getByText(QUESTION).waitFor();
  }, 90_000);

  async function says(text: string): Promise<void> {
    const { page } = participant;
    await page.getByLabel('Your contribution', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('A moderator reads this first. You see below').waitFor();
  }

  async function publishNext(): Promise<void> {
    const { panelId, moderator } = panel;
    const { contributionId } = await moderator.does('takeNext', { panelId });
    if (contributionId === null) throw new Error('Nothing waits.');
    await moderator.does('publish', { panelId, contributionId });
  }
});

/** Runs in the page. */
function directionOf(element: unknown): string {
  const { getComputedStyle } = globalThis as unknown as { getComputedStyle(e: unknown): { direction: string } };
  return getComputedStyle(element).direction;
}
