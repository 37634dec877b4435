import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { acceptLink, type Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';

const CANARY = 'Xanthippe Canary';
const ARABIC = 'كيف نتقاسم المياه في السنوات الجافة؟';

describe('the moderator’s desk in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let mod: Watched;
  let author: Person;
  let rival: Person;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    author = await (await panel.person('participant', CANARY)).connect();
    rival = await (await panel.person('moderator', 'Rita')).connect();
    mod = await sitsDown('Marat');
  }, 120_000);

  afterAll(async () => {
    for (const person of [panel.host, panel.moderator, author, rival, marat]) person.disconnect();
    await browser.close();
    await server.close();
  });

  it('hands out one item by a key, publishes it by a key, and takes it back by a key', async () => {
    const { page } = mod;
    await page.locator('[data-stage="none"]').waitFor();
    const id = await says('The canal needs a roof');
    await press('j');
    await onTable(id);
    expect(await page.evaluate(FOCUSED)).toContain('desk-heading');

    await press('f');
    await page.locator(`[data-undo="${id}"]`).waitFor();
    await standing(id, 'published');
    await press('u');
    await onTable(id);
    await standing(id, 'waiting');
    await press('f');
    await page.locator('[data-stage="none"]').waitFor();
    await standing(id, 'published');
  });

  it('declines by a digit, in the language of the author, and shows what they will read', async () => {
    const { page } = mod;
    const id = await says(ARABIC, 'ar');
    await press('j');
    await onTable(id);
    await press('d');
    await press('2');
    const note = page.getByLabel('Note to the author');
    await mod.shoot('desk-decline-1280');
    const told = page.locator('[data-statement="decline"]');
    await told.getByText('الموجّه إلى الشخص').waitFor();
    expect(await note.inputValue()).toContain('الموجّه إلى الشخص');
    expect(await told.textContent()).toContain('Argue with the point');
    await press('Enter');
    await page.locator('[data-stage="none"]').waitFor();
    await standing(id, 'declined');
  });

  it('asks to revise, keeps what was typed when left, and shows what changed when it comes back', async () => {
    const { page } = mod;
    const { panelId } = panel;
    const id = await says('The dam is a crime');
    await press('j');
    await onTable(id);
    await press('v');
    const note = page.getByLabel('Note to the author');
    await note.fill('Say it j without the k word');
    await note.press('Escape');
    await note.waitFor({ state: 'detached' });
    await press('v');
    expect(await note.inputValue()).toBe('Say it j without the k word');
    await note.press('Control+Enter');
    await page.locator('[data-stage="none"]').waitFor();
    await standing(id, 'revise');

    await author.does('resubmit', { panelId, contributionId: id, text: 'The dam is a mistake' });
    await press('j');
    await onTable(id);
    await page.locator('del', { hasText: 'crime' }).waitFor();
    await page.locator('ins', { hasText: 'mistake' }).waitFor();
    await press('f');
    await page.locator('[data-stage="none"]').waitFor();
  });

  it('passes over, goes back to what was passed, and hands on to a host', async () => {
    const { page } = mod;
    // Two who had no turn yet: whoever had some comes after them.
    const [ada, bela] = [
      await (await panel.person('participant', 'Ada')).connect(),
      await (await panel.person('participant', 'Bela')).connect(),
    ];
    const first = await says('First of two', 'en', ada);
    const second = await says('Second of two', 'en', bela);
    ada.disconnect();
    bela.disconnect();
    await press('j');
    await onTable(first);
    await press(' ');
    await onTable(second);
    await press('k');
    await onTable(first);
    await press('e');
    const note = page.getByLabel('Why a host should decide');
    await note.fill('I know the place');
    await note.press('Control+Enter');
    await onTable(second);
    await press('f');
    await page.locator('[data-stage="none"]').waitFor();

    await panel.host.does('take', { panelId: panel.panelId, contributionId: first });
    await panel.host.does('publish', { panelId: panel.panelId, contributionId: first });
  });

  it('keeps what was typed when another moderator was quicker', async () => {
    const { page } = mod;
    const { panelId } = panel;
    const id = await says('Who is first?');
    await press('j');
    await onTable(id);
    await press('v');
    await page.getByLabel('Note to the author').fill('My careful words');
    // Given back elsewhere, as a lease that ran out would be, and decided by somebody else.
    const { contributionId } = await marat.does('takeNext', { panelId });
    expect(contributionId).toBe(id);
    await marat.does('release', { panelId, contributionId: id });
    await rival.does('take', { panelId, contributionId: id });
    await rival.does('publish', { panelId, contributionId: id });

    await page.locator('[data-loss]').waitFor();
    await page.getByText('My careful words').waitFor();
    await mod.shoot('desk-lost-race');
    await page.getByRole('button', { name: 'I do not need it' }).click();
  });

  it('reverses any decision from the history, with a reason', async () => {
    const { page } = mod;
    await press('h');
    const row = page.locator('[data-decision]', { hasText: ARABIC }).first();
    await row.getByRole('button', { name: 'Publish after all' }).click();
    await row.getByLabel('Why').fill('I misread it');
    await row.getByLabel('Why').press('Control+Enter');
    await page.getByText('Reversed an earlier decision').waitFor();
    expect(new URL(page.url()).search).toBe('?history');
    await mod.shoot('desk-history-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await press('h');
    await page.locator('[data-stage]').waitFor();
  });

  it('names nobody who writes, nowhere on the page', async () => {
    const id = await says('Whose is this?');
    await press('j');
    await onTable(id);
    expect(await mod.page.content()).not.toContain(CANARY);
    expect(await violationsInBothThemes(mod.page)).toEqual([]);
  });

  it('keeps the item and the words through a server that was killed', async () => {
    const { page } = mod;
    await press('d');
    await press('1');
    await page.getByLabel('Note to the author').fill('Typed before the fall');
    const { port } = new URL(server.url);
    await server.kill('SIGKILL');
    await page.locator('[data-connection="reconnecting"]').waitFor();
    expect(await page.getByLabel('Note to the author').inputValue()).toBe('Typed before the fall');
    server = await startServer({ dataFolder: server.dataFolder, env: { PORT: port } });
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached', timeout: 45_000 });
    expect(await page.getByLabel('Note to the author').inputValue()).toBe('Typed before the fall');
    await page.getByLabel('Note to the author').press('Control+Enter');
    await page.locator('[data-stage="none"]').waitFor();
    await Promise.all([author, rival, marat, panel.host].map((person) => person.connect()));
  }, 90_000);

  it('renews a lease while hands are active, and not for somebody who is silent', async () => {
    const { page } = await visitor(browser, server.url, await cookieFor(marat));
    const renewals: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => String(payload).includes('renewLease') && renewals.push(String(payload))),
    );
    await page.clock.install();
    await page.goto(`${server.url}/panels/${panel.panelId}/desk`);
    await page.locator('[data-stage]').waitFor();
    const id = await says('Stay with me');
    await page.keyboard.press('j');
    await page.locator(`[data-item="${id}"]`).waitFor();
    await page.clock.runFor(45_000);
    await page.keyboard.press('x');
    await page.waitForTimeout(500);
    expect(renewals).toHaveLength(1);
    await page.clock.runFor(200_000);
    await page.waitForTimeout(500);
    expect(renewals.length).toBeLessThanOrEqual(3);
    const before = renewals.length;
    await page.clock.runFor(100_000);
    expect(renewals).toHaveLength(before);
    await marat.does('publish', { panelId: panel.panelId, contributionId: id });
    await page.context().close();
  });

  it('is readable on a phone, in Arabic and in the dark', async () => {
    const id = await says('A long text. '.repeat(60));
    for (const [name, options, language] of [
      ['390', { viewport: { width: 390, height: 844 } }, 'en'],
      ['390-ar', { viewport: { width: 390, height: 844 } }, 'ar'],
      ['1280-ar', {}, 'ar'],
    ] as const) {
      const { page, shoot } = await visitor(browser, server.url, { ...options, ...(await cookieFor(marat)) });
      await page.addInitScript(`localStorage.setItem('settings', '{"language":"${language}"}')`);
      await page.goto(`${server.url}/panels/${panel.panelId}/desk`);
      await page.locator('[data-stage], [data-item]').waitFor();
      if ((await page.locator('[data-item]').count()) === 0) await page.keyboard.press('j');
      await page.locator(`[data-item="${id}"]`).waitFor();
      await shoot(`desk-${name}`);
      expect(await violationsInBothThemes(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        page.viewportSize()?.width ?? 0,
      );
      await page.keyboard.press('d');
      await page.locator('.desk-form').waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      await shoot(`desk-${name}-decline-dark`);
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.context().close();
    }
  }, 180_000);

  it('is not shown to a participant, who is told who can change that', async () => {
    const { page, shoot } = await visitor(browser, server.url, await cookieFor(author));
    await page.goto(`${server.url}/panels/${panel.panelId}/desk`);
    await page.getByText('A host of the panel can invite you').waitFor();
    await shoot('desk-not-allowed');
    await page.context().close();
  });

  it('breaks no policy and asks nobody else for anything', () => {
    expect(mod.faults.filter((fault) => !/ERR_CONNECTION_REFUSED|WebSocket connection/.test(fault))).toEqual([]);
  });

  let marat: Person;

  async function sitsDown(name: string): Promise<Watched> {
    const { forumId, panelId } = panel;
    const link = await operatorLink(server, { role: 'moderator', forumId, panelId });
    marat = await (await acceptLink(server.url, link, name)).connect();
    const watched = await visitor(browser, server.url, await cookieFor(marat));
    watched.page.setDefaultTimeout(8_000);
    await watched.page.goto(`${server.url}/panels/${panelId}/desk`);
    return watched;
  }

  function cookieFor(person: Person): Promise<BrowserContextOptions> {
    const cookies = person.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return {
        name: pair.slice(0, at),
        value: pair.slice(at + 1),
        domain: new URL(server.url).hostname,
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Lax' as const,
      };
    });
    return Promise.resolve({ storageState: { cookies, origins: [] } });
  }

  async function says(text: string, lang = 'en', who: Person = author): Promise<string> {
    const { panelId, threadId } = panel;
    const value = await who.does('submit', { panelId, threadId, kind: 'comment', text, lang });
    return value.contributionId;
  }

  /** When nothing is under way any more. */
  async function press(key: string): Promise<void> {
    await mod.page.locator('.desk-room:not([data-busy])').waitFor();
    await mod.page.keyboard.press(key);
  }

  async function onTable(id: string, page: Page = mod.page): Promise<void> {
    await page.locator(`[data-item="${id}"]`).waitFor();
  }

  async function standing(id: string, expected: string): Promise<void> {
    const reply = await author.ask('mine', { panelId: panel.panelId });
    const item = reply.ok ? reply.value.items.find(({ contributionId }) => contributionId === id) : undefined;
    expect(item?.standing).toBe(expected);
  }
});

const FOCUSED = 'document.activeElement?.className ?? ""';
