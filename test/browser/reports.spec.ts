import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Route } from 'playwright-core';
import { madeUpPool } from '../../client/screens/reports/testing/made-up-pool.js';
import type { ForumReports, NextPool } from '../../domain/wire/reports.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { violations, violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor } from '../support/browser.js';
import { startServer, type RunningServer } from '../support/server.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const WAITING: NextPool = {
  least: 2,
  panels: [
    { panelId: '00000000-0000-4000-8000-000000000001', title: 'Rivers', smallUntil: Date.UTC(2026, 11, 12, 12) },
    { panelId: '00000000-0000-4000-8000-000000000002', title: 'Grain', smallUntil: null },
  ],
};

describe('the reports of a forum in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer({ demo: true })]);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('[P35] open with a sentence to quote, which says of how many panels, and draw and list what it says', async () => {
    const { page, faults, shoot } = await opens({ hosting: false, reports: [madeUpPool(6), madeUpPool(3)] });
    const [six = '', three = ''] = await page.locator('.headline').allInnerTexts();
    expect(plain(six)).toMatch(/^In 6 panels taken together, contributions from Landlocked developing countries were/);
    expect(six).toMatch(/a reason to look closer, not proof of bias\.$/);
    expect(three).toMatch(/^In 3 panels.*; fewer than five panels neither clear nor convict\.$/);

    const row = page.locator('.plot li', { hasText: 'Landlocked' }).first();
    expect(await row.locator('.plot-line').getAttribute('aria-label')).toMatch(/as everyone else’s.*look closer$/);
    await page.getByText('As a table').first().press('Enter');
    expect(await page.getByRole('row', { name: 'Refugees' }).first().innerText()).toMatch(/^Refugees\s6\s68\s/);
    expect(await page.getByText('The next comparison').count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await shoot('reports-1280');
    expect(faults).toEqual([]);
  });

  it('[P35] are read from right to left on a phone', async () => {
    const { page, shoot } = await opens({ hosting: true, reports: [madeUpPool(6)] }, { ...PHONE, language: 'ar' });
    await page.getByText('ما فعله الإشراف').waitFor();
    expect(await page.locator('.plot li line.even').first().getAttribute('x1')).toBe('60.00%');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await violations(page)).toEqual([]);
    await shoot('reports-390-ar');
  });

  it('[P35] are printed open, without what is for hosts alone', async () => {
    const { page } = await opens({ hosting: true, reports: [madeUpPool(6)] });
    await page.getByRole('heading', { name: 'What moderation did' }).waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.getByRole('heading').allInnerTexts()).toEqual(['Demonstration forum', '6 panels compared']);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.report')).color`)).toBe('rgb(0, 0, 0)');
  });

  it('[P35] are published by hosts, who see before what that will hold and confirm it', async () => {
    const state = { hosting: true, reports: [] as ForumReports['reports'] };
    const { page, faults } = await opens(state);
    await page.getByText('No comparison over panels yet').waitFor();
    expect(await page.locator('.host-block li').allInnerTexts()).toEqual([
      'Rivers small groups count until December 12, 2026',
      'Grain small groups count no more',
    ]);
    const asked: unknown[] = [];
    await page.route('**/api/forums/demo/reports', (route) => {
      if (route.request().method() === 'POST') {
        asked.push(route.request().postDataJSON());
        state.reports = [madeUpPool(2)];
      }
      return answers(route, asked.length > 0 && route.request().method() === 'POST' ? state.reports[0] : state);
    });

    await page.getByRole('button', { name: 'Publish the comparison' }).press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Publish the comparison over 2 panels?' });
    expect(await dialog.innerText()).toContain('cannot be changed or taken back');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(asked).toEqual([]);

    await page.getByRole('button', { name: 'Publish the comparison' }).press('Enter');
    await dialog.getByRole('button', { name: 'Publish the comparison' }).press('Enter');
    await page.getByText('fewer than five panels neither clear nor convict').waitFor();
    expect(asked).toEqual([{ panelIds: WAITING.panels.map(({ panelId }) => panelId) }]);
    await page.locator('h1:focus').waitFor();
    expect(faults).toEqual([]);
  });

  it('[P35] say what moderation did, in plain tables and as files', async () => {
    const { page } = await opens({ hosting: true, reports: [] });
    const table = page.getByRole('table', { name: 'Decisions' });
    expect(await table.getByRole('row', { name: /^Declined/ }).innerText()).toMatch(/Declined\s64/);
    expect(await page.getByRole('row', { name: 'Speak to the topic' }).innerText()).toContain('41');
    const links = await page.locator('.moderation a').all();
    expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toEqual([
      '/api/forums/demo/transparency.csv',
      '/api/forums/demo/transparency',
    ]);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  it('[P35] are found from the lobby, the replay and the report of a panel, where there are any', async () => {
    const { page } = await visitor(browser, server.url);
    const before = await lobby();
    await page.goto(`${server.url}/forums/demo`);
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Reports of the forum' }).count()).toBe(0);

    const over = before.find(({ phase }) => phase === 'archived');
    const pooled = before.map((panel) => (panel === over ? { ...panel, report: 'pooled' } : panel));
    await page.route('**/api/forums/*/panels', (route) => answers(route, pooled));
    await page.route(`**/api/panels/${over?.panelId}`, async (route) => {
      const panel = (await (await route.fetch()).json()) as object;
      return answers(route, { ...panel, report: 'pooled' });
    });
    await page.reload();
    await page.getByRole('link', { name: `Report ${over?.title}` }).waitFor();
    await page.getByRole('link', { name: 'Reports of the forum' }).click();
    await page.waitForURL('**/forums/demo/reports');
    await page.goto(`${server.url}/panels/${over?.panelId}/replay`);
    await page.locator('.replay-head').getByRole('link', { name: 'Report' }).click();
    await page.waitForURL(`**/panels/${over?.panelId}/report`);
  });

  async function lobby(): Promise<readonly PanelSummary[]> {
    const found = (await (await fetch(`${server.url}/api/forums/demo/panels`)).json()) as readonly PanelSummary[];
    return found.map((panel) => ({ ...panel, report: 'none' }));
  }

  async function opens(
    state: ForumReports,
    { language = 'en', ...options }: BrowserContextOptions & { language?: string } = {},
  ) {
    const watched = await visitor(browser, server.url, options);
    const { page } = watched;
    await page.addInitScript({ content: `localStorage.setItem('settings', '{"language":"${language}"}')` });
    await page.route('**/api/forums/demo/reports', (route) => answers(route, state));
    await page.route('**/api/forums/demo/reports/next', (route) => answers(route, WAITING));
    await page.route('**/api/forums/demo/transparency', (route) => answers(route, MODERATION));
    await page.goto(`${server.url}/forums/demo/reports`);
    await page.locator('h1').waitFor();
    return watched;
  }
});

const MODERATION = {
  panels: 7,
  submitted: 412,
  resubmitted: 31,
  withdrawn: 9,
  decisions: { publish: 311, decline: 64, revise: 22, redact: 2 },
  byRule: { 'on-topic': 41, 'a-rule-of-its-own': 5, none: 12 },
  threads: { proposed: 6, accepted: 4, declined: 2 },
  secondLooks: { asked: 70, restricted: 3, confirmed: 58 },
  eased: { periods: 2, ms: 960_000 },
  recused: 1,
  requestsDeclined: 2,
  undone: 4,
  reversed: 3,
  handedOn: 11,
  inBulk: 14,
  appeals: { lodged: 17, confirmed: 9, modified: 3, overturned: 5 },
  screened: 53,
  automatedRemovals: 0,
  medianMs: 154_000,
};

function answers(route: Route, json: unknown): Promise<void> {
  return route.fulfill({ json });
}

function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}
