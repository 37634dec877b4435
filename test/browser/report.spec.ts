import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { madeUpReports } from '../../client/screens/report/testing/made-up-report.js';
import { violations, violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor } from '../support/browser.js';
import { startServer, type RunningServer } from '../support/server.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const GROUP = 'Landlocked developing countries';

describe('the report of a panel in a real browser', () => {
  const { busy, few } = madeUpReports();
  let browser: Browser;
  let server: RunningServer;
  let panelId: string;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer({ demo: true })]);
    const panels = (await (await fetch(`${server.url}/api/forums/demo/panels`)).json()) as readonly PanelSummary[];
    panelId = panels.find(({ phase }) => phase === 'archived')?.panelId ?? '';
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('[P8] opens with a sentence to quote, and draws and lists what it says', async () => {
    const { page, faults, shoot } = await opens(busy);
    const sentence = await page.locator('.headline').innerText();
    expect(sentence).toMatch(/^Of 301 people who asked to speak, 241 had the floor \(80%\); 1 of the 6 groups/);
    expect(sentence).toContain('a reason to look closer, not proof of bias.');

    const row = page.locator('#shares ~ .plot li', { hasText: GROUP });
    expect(await row.getByRole('img').getAttribute('aria-label')).toMatch(/guaranteed 15%: below its share$/);
    await page.locator('#shares ~ details', { hasText: 'As a table' }).locator('summary').click();
    expect(await page.getByRole('row', { name: GROUP }).first().innerText()).toContain('15%');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await shoot('report-1280');
    expect(faults).toEqual([]);
  });

  it('[P8] says nothing of small groups but that they are not shown', async () => {
    const { page } = await opens(busy);
    const said = (await page.locator('.report').innerText()).replace(/[\u2068\u2069]/g, '');
    const lines = said.split('\n').filter((line) => line.includes('Refugees'));
    expect(new Set(lines)).toEqual(
      new Set(['Not shown, so that nobody can be recognised: Small island states and Refugees.']),
    );
  });

  it('[P8] is read from right to left on a phone', async () => {
    const { page, shoot } = await opens(busy, { ...PHONE, language: 'ar' });
    const floor = page.locator('#shares ~ .plot li line.floor').first();
    expect(await floor.getAttribute('x1')).toBe('62.50%');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await violations(page)).toEqual([]);
    await shoot('report-390-ar');
  });

  it('[P8] is printed open, black on white, and folded again afterwards', async () => {
    const { page } = await opens(busy);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('.report-files').isVisible()).toBe(false);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.report')).color`)).toBe('rgb(0, 0, 0)');
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('details[open]').count()).toBe(0);
  });

  it('[P8] says that fewer than five are too few, and that a report is yet to come', async () => {
    const tooFew = await opens({ ...few, slate: [] });
    await tooFew.page.getByText('Too few people to tell anything').waitFor();
    const notYet = await opens(null);
    await notYet.page.getByText('The report is not published yet').waitFor();
    expect(await violations(notYet.page)).toEqual([]);
  });

  it('[P8] offers its files', async () => {
    const { page } = await opens(busy);
    const links = await Promise.all(
      (await page.locator('.report-files a').all()).map((link) => link.getAttribute('href')),
    );
    expect(links).toEqual([`/api/panels/${panelId}/report.csv`, `/api/panels/${panelId}/report`]);
  });

  async function opens(
    report: PanelReport | null,
    { language = 'en', ...options }: BrowserContextOptions & { language?: string } = {},
  ) {
    const watched = await visitor(browser, server.url, options);
    const { page } = watched;
    await page.addInitScript({ content: `localStorage.setItem('settings', '{"language":"${language}"}')` });
    await page.route(`**/api/panels/${panelId}/report`, (route) =>
      report
        ? route.fulfill({ json: report })
        : route.fulfill({ status: 404, json: { ok: false, refusal: { code: 'not-found' } } }),
    );
    await page.goto(`${server.url}/panels/${panelId}/report`);
    await page.locator('h1').waitFor();
    return watched;
  }
});
