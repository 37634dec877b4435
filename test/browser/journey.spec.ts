import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { Proxy } from '../support/proxy.js';
import { quietPort, startServer, type RunningServer } from '../support/server.js';

const QUESTION = 'How will upstream states share data in dry years?';
const ARABIC = 'كيف نتقاسم المياه في السنوات الجافة؟';
const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(2)</script> https://elsewhere.example/x.png`;
const MEANWHILE = 'Written while nobody answered';
const IN_A_TUNNEL = 'Written in a tunnel';

describe('a panel lived through in three browsers', () => {
  let browser: Browser;
  let server: RunningServer;
  /** The network between the participant’s phone and the server. */
  let network: Proxy;
  let panel: OpenPanel;
  let reader: Watched;
  let participant: Watched;
  let moderator: Watched;
  let env: Readonly<Record<string, string>>;
  /** A browser says so when a connection fails. */
  let expectsLoss = false;

  beforeAll(async () => {
    const port = await quietPort();
    network = await Proxy.before(`http://127.0.0.1:${port}`);
    env = { PORT: String(port), ORIGINS: network.url };
    [browser, server] = await Promise.all([launchBrowser(), startServer({ env })]);
    panel = await openPanel(server);
    reader = await visitor(browser, server.url);
    participant = await visitor(browser, network.url, { viewport: { width: 390, height: 844 } });
    moderator = await visitor(browser, server.url);
  }, 120_000);

  afterEach(() => {
    if (expectsLoss) return;
    expect([...reader.faults, ...participant.faults, ...moderator.faults]).toEqual([]);
  });

  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await browser.close();
    await network.close();
    await server.close();
  });

  it('lists the panels, each with one way in', async () => {
    const { page } = reader;
    await page.goto(server.url);
    await page.getByRole('link', { name: /Follow/ }).click();
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
    expect(new URL(page.url()).pathname).toBe(`/panels/${panel.panelId}`);
  });

  it('[I40] lets somebody in by their link, which opening alone does not use up', async () => {
    await enters(participant.page, 'participant', 'Aigerim', true);
    await enters(moderator.page, 'moderator', 'Marat', false);
    await moderator.page.goto(`${server.url}/panels/${panel.panelId}/desk`);
    await moderator.page.locator('[data-stage="none"]').waitFor();
  }, 60_000);

  it('brings a thought from a phone over the desk to a reader', async () => {
    await says(QUESTION);
    expect(await reader.page.getByText(QUESTION).count()).toBe(0);

    await publishesNext(QUESTION);
    await reader.page.locator('[data-feed]').getByText(QUESTION).waitFor();
    await participant.page.locator('[data-standing="published"]').getByText(QUESTION).waitFor();
  }, 60_000);

  it('draws any script in its direction and any mark-up as text', async () => {
    for (const text of [ARABIC, HOSTILE]) {
      await says(text);
      await publishesNext(text);
    }
    const feed = reader.page.locator('[data-feed]');
    await feed.getByText(HOSTILE).waitFor();
    expect(await feed.locator('img, script, iframe').count()).toBe(0);
    expect(await feed.getByText(ARABIC).evaluate(directionOf)).toBe('rtl');
  }, 60_000);

  it('[R46] follows over plain HTTP where no WebSocket gets through', async () => {
    const { page } = await visitor(browser, server.url);
    await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
    await page.goto(`${server.url}/panels/${panel.panelId}`);
    await page.locator('[data-feed]').getByText(QUESTION).waitFor();

    const { contributionId } = await panel.submit('Said while WebSocket is blocked');
    await panel.publish(contributionId);
    await page.locator('[data-feed]').getByText('Said while WebSocket is blocked').waitFor();
    await page.context().close();
  }, 60_000);

  it('keeps what one writes without a network while the others go on, and has everything once afterwards', async () => {
    const { page } = participant;
    expectsLoss = true;
    await page.context().setOffline(true);
    network.cut();
    await page
      .locator('[data-connection="offline"], [data-connection="reconnecting"]')
      .first()
      .waitFor({ state: 'attached' });
    await writes(IN_A_TUNNEL);
    await page.locator('main').getByText(IN_A_TUNNEL).first().waitFor();

    const others = ['Said by others meanwhile', 'And once more'];
    for (const text of others) await panel.publish((await panel.submit(text)).contributionId);
    for (const text of others) await reader.page.locator('[data-feed]').getByText(text).waitFor();
    expect(await page.getByText(others[0] ?? '').count()).toBe(0);

    network.heal();
    await page.context().setOffline(false);
    await page.locator('[data-connection="live"]').first().waitFor({ state: 'attached', timeout: 45_000 });
    await page.locator('[data-standing="waiting"]').getByText(IN_A_TUNNEL).waitFor({ timeout: 45_000 });
    await publishesNext(IN_A_TUNNEL);
    for (const { page: each } of [reader, participant]) {
      if (each === page) await page.reload();
      const feed = each.locator('[data-feed]');
      await feed.getByText(IN_A_TUNNEL).waitFor();
      for (const text of [...others, IN_A_TUNNEL]) expect(await feed.getByText(text).count()).toBe(1);
    }
  }, 120_000);

  it('keeps what is written while the server is killed, comes back in every browser, and says it once', async () => {
    await server.kill('SIGKILL');
    expectsLoss = true;
    await reader.page.locator('[data-connection="reconnecting"]').first().waitFor({ state: 'attached' });
    await writes(MEANWHILE);
    await participant.page.locator('main').getByText(MEANWHILE).first().waitFor();
    server = await startServer({ dataFolder: server.dataFolder, env });
    await Promise.all([panel.moderator.connect(), panel.host.connect()]);
    const { contributionId } = await panel.submit('Said after the restart');
    await panel.publish(contributionId);

    for (const { page } of [reader, participant]) {
      await page.locator('[data-connection="live"]').first().waitFor({ state: 'attached', timeout: 60_000 });
    }
    await reader.page.locator('[data-feed]').getByText('Said after the restart').waitFor({ timeout: 45_000 });
    await participant.page.locator('[data-standing="waiting"]').getByText(MEANWHILE).waitFor({ timeout: 45_000 });
    await publishesNext(MEANWHILE);
    await reader.page.locator('[data-feed]').getByText(MEANWHILE).waitFor();
    expect(await reader.page.locator('[data-feed]').getByText(MEANWHILE).count()).toBe(1);
  }, 180_000);

  it('is closed, kept, and replayed as it was read', async () => {
    const { panelId, host } = panel;
    const live = await wordsIn(reader.page, '[data-feed]');
    await host.does('closePanel', { panelId });
    await host.does('archivePanel', { panelId });
    const { page } = reader;
    await page.goto(`${server.url}/panels/${panelId}/replay`);
    await page.getByRole('slider').first().waitFor();
    await page.keyboard.press('End');
    await page.getByText(MEANWHILE).first().waitFor();
    expect(new Set(await wordsIn(page, 'main'))).toEqual(new Set(live));
  }, 60_000);

  /** Through the door, by hand. */
  async function enters(page: Page, role: 'participant' | 'moderator', name: string, looksTwice: boolean) {
    const { forumId, panelId } = panel;
    const { pathname, hash } = new URL(await operatorLink(server, { role, forumId, panelId }));
    await page.goto(`${page === participant.page ? network.url : server.url}${pathname}${hash}`);
    await page.getByLabel('Your name').waitFor();
    if (looksTwice) await page.reload();
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL(new RegExp(`/panels/${panelId}`));
  }

  async function writes(text: string): Promise<void> {
    const { page } = participant;
    await page.locator('.bottom-bar').getByRole('button', { name: 'Write' }).click();
    await page.getByLabel('Your contribution').fill(text);
    await page.getByLabel('Your contribution').press('Control+Enter');
    await page.keyboard.press('Escape');
    await page.locator('.bottom-bar').getByRole('button', { name: 'Mine' }).click();
  }

  async function says(text: string): Promise<void> {
    await writes(text);
    await participant.page.locator('[data-standing="waiting"]').getByText(text).waitFor();
  }

  /** At the real desk, by keys: nobody there sees who wrote it. */
  async function publishesNext(text: string): Promise<void> {
    const { page } = moderator;
    await page.locator('[data-connection="live"]').first().waitFor({ state: 'attached', timeout: 45_000 });
    await page.keyboard.press('j');
    await page.getByText(text).first().waitFor();
    expect(await page.getByText('Aigerim').count()).toBe(0);
    await page.keyboard.press('f');
    await page.locator('[data-stage="none"]').waitFor();
  }
});

function wordsIn(page: Page, root: string): Promise<readonly string[]> {
  return page.locator(`${root} .contribution .words`).allTextContents();
}

/** Runs in the page. */
function directionOf(element: unknown): string {
  const { getComputedStyle } = globalThis as unknown as { getComputedStyle(e: unknown): { direction: string } };
  return getComputedStyle(element).direction;
}
