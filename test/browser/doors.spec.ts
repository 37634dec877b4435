import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations, violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { startServer, type RunningServer } from '../support/server.js';

const PHONE = { viewport: { width: 390, height: 844 } };
const WORDS = 'Could the <i>basin</i> commission publish its gauge every morning?';

describe('everything before and around a panel, in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let link: string;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    const { forumId, panelId } = panel;
    link = await operatorLink(server, { role: 'participant', forumId, panelId, maxUses: 50 });
    await panel.publish((await panel.submit(WORDS)).contributionId);
  }, 120_000);

  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await browser.close();
    await server.close();
  });

  it('[I40] lets somebody join with the keyboard alone, and looking uses nothing up', async () => {
    const { forumId, panelId } = panel;
    const once = await operatorLink(server, { role: 'participant', forumId, panelId });
    const { page, faults } = await visitor(browser, server.url, PHONE);
    for (let look = 0; look < 3; look++) {
      await page.goto('about:blank');
      await page.goto(once);
      await page.getByText('You are invited as a participant').waitFor();
    }
    await tabTo(page, 'Your name');
    await page.keyboard.type('Айгерім');
    for (const stop of ['', 'More about this', 'Join']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(stop);
    }
    await page.keyboard.press('Enter');

    await page.waitForURL(`${server.url}/panels/${panelId}`);
    await page.getByRole('button', { name: /Signed in as .*Айгерім/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('[I41] says at the field which rule a name broke, and goes there', async () => {
    const { page, shoot } = await visitor(browser, server.url, PHONE);
    await page.goto(link);
    const name = page.getByLabel('Your name');
    for (const [given, said] of [
      ['Moderator', 'Only the forum itself goes by such a name'],
      ['pаypal', 'one alphabet'],
      ['', 'others can see'],
    ] as const) {
      await name.fill(given);
      await page.getByRole('button', { name: 'Join' }).click();
      await page.getByText(said).waitFor();
      expect(await page.evaluate('document.activeElement.name')).toBe('name');
    }
    await shoot('doors-name-refused-390');
  });

  it('tells whoever has a wrong invitation what to do', async () => {
    const { page, shoot } = await visitor(browser, server.url, PHONE);
    await page.goto(`${server.url}/join#i=nothing-of-the-kind`);
    await page.getByText('ask whoever sent it for a new one').waitFor();
    await page.getByRole('link', { name: 'All panels' }).waitFor();
    await shoot('doors-wrong-invitation-390');
  });

  it('keeps the settings over a reload', async () => {
    const { page, shoot } = await visitor(browser, server.url, PHONE);
    await page.goto(`${server.url}/settings`);
    for (const choice of ['Dark', 'Largest', 'العربية']) await page.getByText(choice, { exact: true }).click();
    await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
    for (const row of await page.getByRole('switch').all()) await row.press('Space');
    await page.reload();

    await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
    expect(await page.evaluate('({ ...document.documentElement.dataset })')).toMatchObject({
      theme: 'dark',
      text: 'largest',
      quiet: 'true',
      plain: 'true',
    });
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual(['ar', 'rtl']);
    expect(await page.locator('header svg:visible').count()).toBe(0);
    await shoot('doors-settings-all-390');
  });

  it('[I42] shows at every moment who is signed in, and nobody after signing out', async () => {
    const { page, shoot } = await joined('Зере');
    await page.goto(`${server.url}/me`);
    await page.getByText('You have not said anything yet').waitFor();
    await shoot('doors-me-empty');
    await page.goto(`${server.url}/settings`);
    await page.getByText('This device', { exact: false }).first().waitFor();
    await shoot('doors-settings-account');

    await page.getByRole('button', { name: /Signed in as .*Зере/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
    const me = await page.evaluate(async () => (await fetch('/api/me')).text());
    expect(JSON.parse(me)).toEqual({ session: null });
  });

  it('[W24] finds what was published by its words, marked as text, with / to go to the field', async () => {
    const { page, faults, shoot } = await visitor(browser, server.url);
    await page.goto(`${server.url}/search`);
    await page.getByRole('heading', { name: 'Search' }).waitFor();
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('/');
    await page.keyboard.type('BASIN gauge');
    await page.keyboard.press('Enter');
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['basin', 'gauge']);
    expect(await page.locator('.hit .words').first().textContent()).toBe(WORDS);
    expect(new URL(page.url()).search).toBe('?q=BASIN%20gauge');
    await shoot('doors-search');

    await page.goto(`${server.url}/search?q=nothingofthekind`);
    await page.getByText('Nothing was found').waitFor();
    expect(faults).toEqual([]);
  });

  it('[W26] leads from a code to its panel, and asks again for one that is none', async () => {
    const { page } = await visitor(browser, server.url);
    const asked = await fetch(`${server.url}/api/panels/${panel.panelId}`);
    const { code } = (await asked.json()) as { code: string };
    await page.goto(`${server.url}/`);
    await page.getByLabel('Have a code?').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/panels/${panel.panelId}`);

    await page.goto(`${server.url}/c/ZZZZZZ`);
    await page.getByRole('heading', { name: 'No panel has this code' }).waitFor();
  });

  it('gives an author the whole statement of reasons', async () => {
    const { page, shoot } = await joined('Нұрлан');
    const { panelId, threadId, moderator } = panel;
    const contributionId = await page.evaluate(
      async ([at, thread]) => {
        const answered = await fetch(`/api/panels/${at}/intents/submit`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            intentId: crypto.randomUUID(),
            threadId: thread,
            kind: 'comment',
            text: 'Buy my book',
            lang: 'en',
          }),
        });
        return ((await answered.json()) as { contributionId: string }).contributionId;
      },
      [panelId, threadId] as const,
    );
    await moderator.does('take', { panelId, contributionId });
    await moderator.does('decline', { panelId, contributionId, ruleId: 'no-repetition', note: 'Speak to the topic.' });

    await page.goto(`${server.url}/me`);
    const statement = page.locator('[data-statement="decline"]');
    await statement.waitFor();
    for (const said of ['Once is enough', 'Speak to the topic.', 'Only this one contribution', 'not a machine']) {
      await statement.getByText(said).waitFor();
    }
    await shoot('doors-me-statement');
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  it.each(['/', '/search?q=basin', '/search', '/c/ZZZZZZ', '/sign-in', '/settings', '/me', '/no/such/page'])(
    'has no barrier at %s: in light, in dark, in Arabic, on a phone',
    async (path) => {
      const { page } = await visitor(browser, server.url, PHONE);
      await page.goto(server.url + path);
      await page.locator('h1').waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.evaluate(`localStorage.setItem('settings', '{"language":"ar"}')`);
      await page.reload();
      await page.locator('html[dir=rtl] h1').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await widerThanTheScreen(page)).toBe(0);
    },
  );

  it('has no barrier at a door, in any theme or size of text', async () => {
    const { page } = await visitor(browser, server.url, PHONE);
    await page.goto(link);
    await page.getByLabel('Your name').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    expect(await widerThanTheScreen(page)).toBe(0);
  });

  async function joined(name: string): Promise<Watched> {
    const visiting = await visitor(browser, server.url);
    const { page } = visiting;
    await page.goto(link);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL(`${server.url}/panels/${panel.panelId}`);
    return visiting;
  }
});

async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate('document.activeElement.labels?.[0]?.textContent');
    if (here === label) return;
  }
  throw new Error(`The keyboard does not reach “${label}”.`);
}

function widerThanTheScreen(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
