import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PanelSummary } from '../../domain/wire/views.js';
import { violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { startServer, type RunningServer } from '../support/server.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

describe('a replay in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panels: readonly PanelSummary[];
  let reader: Watched;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer({ demo: true })]);
    panels = (await (await fetch(`${server.url}/api/forums/demo/panels`)).json()) as readonly PanelSummary[];
    reader = await visitor(browser, server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('[R61] begins before the opening and plays by the space bar', async () => {
    const { page } = reader;
    await opens(page, 'archived');
    expect(await page.locator('.replay-row').count()).toBe(0);
    for (let i = 0; i < 6; i++) await page.keyboard.press('>');
    await page.keyboard.press(' ');
    await page.locator('.replay-row').first().waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await reader.shoot('replay-1280');
  });

  it('[R66] steps from item to item by j and k', async () => {
    const { page } = reader;
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await settles(page, /t=0s$/);
    await page.keyboard.press('j');
    await page.locator('.replay-row.now').waitFor();
    const first = await now(page);
    await page.keyboard.press('j');
    await page.waitForTimeout(600);
    expect(await now(page)).not.toBe(first);
    await page.keyboard.press('k');
    await settles(page, new RegExp(`at=${first}$`));
    expect(await now(page)).toBe(first);
  });

  it('[R64] copies a link to this moment that leads to it and to its item', async () => {
    const { page } = reader;
    for (let i = 0; i < 5; i++) await page.keyboard.press('j');
    await page.waitForTimeout(700);
    const [item, clock] = [await now(page), await clockOf(page)];
    await page.keyboard.press('c');
    await page.getByText('Link to this moment copied').waitFor();
    const link = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(link).toContain(`at=${item}`);

    const other = await visitor(browser, server.url);
    await other.page.goto(link);
    await other.page.locator(`.replay-row.now [data-contribution="${item}"]`).waitFor();
    expect(await clockOf(other.page)).toBe(clock);
    expect(other.faults).toEqual([]);
  });

  it('[R60] ends as the panel stands, wherever one came from', async () => {
    const { page } = reader;
    await page.keyboard.press('End');
    await page.locator(`[data-published="${panelIn('archived').published}"]`).waitFor();
    await page.getByRole('slider').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await settles(page, /\?t=\d/);
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/into the panel/);
  });

  it('[R66] shows what a filter lets through: words, or a thread as exchanges', async () => {
    const { page } = reader;
    await page.keyboard.press('End');
    await page.keyboard.press('f');
    await page.keyboard.type('water');
    await page.getByText(/found up to here/).waitFor();
    await page.locator('.replay-row', { hasText: /water/i }).first().waitFor();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByLabel('Find words').fill('');

    await page.getByRole('navigation', { name: 'Threads' }).getByRole('button').nth(1).click();
    await page.locator('.replay-row[data-depth="1"]').first().waitFor();
    await reader.shoot('replay-thread-1280');
  });

  it('tells its keys and gives the focus back', async () => {
    const { page } = reader;
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys and marks' }).waitFor();
    await reader.shoot('replay-keys-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('has nothing that axe finds wrong, and asks nobody else', async () => {
    expect(await violationsInBothThemes(reader.page)).toEqual([]);
    expect(reader.faults).toEqual([]);
  });

  it('runs from right to left where people read so: the arrows turn with the timeline', async () => {
    const phone = await speaks('ar');
    const { page } = phone;
    await opens(page, 'archived', '?t=20m');
    await page.locator('.replay-row').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await settles(page, /t=20m10s$/);
    await page.getByRole('slider').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await settles(page, /t=19m10s$/);
    await phone.shoot('replay-ar-390');
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(phone.faults).toEqual([]);
  });

  it('[R63] replays so far a panel that is still open, and leads back to it', async () => {
    const phone = await visitor(browser, server.url, PHONE);
    const { page } = phone;
    await opens(page, 'open', '?t=5m');
    await page.getByRole('link', { name: 'Live now' }).waitFor();
    await phone.shoot('replay-open-390');
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  it('[R63] plays on without the forum as far as it is loaded', async () => {
    const alone = await visitor(browser, server.url, PHONE);
    const { page } = alone;
    await opens(page, 'archived');
    await page.locator('.unloaded').waitFor({ state: 'detached' });
    await page.context().setOffline(true);
    await page.keyboard.press('End');
    await page.locator(`[data-published="${panelIn('archived').published}"]`).waitFor();
    await alone.shoot('replay-offline-390');
  });

  it('says so where there is nothing to replay, or no such panel', async () => {
    const lost = await visitor(browser, server.url);
    await lost.page.goto(`${server.url}/panels/${panelIn('scheduled').panelId}/replay`);
    await lost.page.getByText('Nothing to replay yet').waitFor();
    expect(await violationsInBothThemes(lost.page)).toEqual([]);
    await lost.page.goto(`${server.url}/panels/00000000-0000-4000-8000-000000000000/replay`);
    await lost.page.getByRole('heading', { name: 'This panel cannot be shown' }).waitFor();
  });

  async function opens(page: Page, phase: PanelSummary['phase'], query = ''): Promise<void> {
    await page.goto(`${server.url}/panels/${panelIn(phase).panelId}/replay${query}`);
    await page.getByRole('slider').waitFor();
  }

  async function speaks(language: string): Promise<Watched> {
    const watched = await visitor(browser, server.url, PHONE);
    await watched.page.addInitScript({ content: `localStorage.setItem('settings', '{"language":"${language}"}')` });
    return watched;
  }

  function panelIn(phase: PanelSummary['phase']): PanelSummary {
    const panel = panels.find((one) => one.phase === phase);
    if (!panel) throw new Error(`The demonstration has no panel that is ${phase}.`);
    return panel;
  }
});

/** The address is written at most twice a second. */
async function settles(page: Page, query: RegExp): Promise<void> {
  await page.waitForURL(({ search }) => query.test(search));
}

function now(page: Page): Promise<string | null> {
  return page.locator('.replay-row.now [data-contribution]').getAttribute('data-contribution');
}

function clockOf(page: Page): Promise<string | null> {
  return page.locator('.clocks .into > bdi').textContent();
}
