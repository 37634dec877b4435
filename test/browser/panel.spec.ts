import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations, violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import type { Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';

const PHONE = { viewport: { width: 390, height: 844 } };

describe('the panel as people use it', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let writers: readonly Person[];
  let participant: Watched;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    const { panelId, host, moderator } = panel;
    const others = ['Pavel', 'Paula'].map(async (name) => (await panel.person('panellist', name)).connect());
    writers = [host, ...(await Promise.all(others))];
    // Whoever had one thing published is trusted: their words go through, and nothing of theirs waits at the desk.
    for (let i = 0; i < 3; i++) await panel.publish((said[i] = await say(text(i))));
    await host.does('setPublication', { panelId, mode: 'trusted', trustedAfter: 1 });
    for (let i = 3; i < 40; i++) said.push(await say(text(i)));
    const { threadId: second } = await moderator.does('openThread', { panelId, title: 'Second thread' });
    await say('Said in the second thread', { threadId: second });
    participant = await visitor(browser, server.url);
    page = participant.page;
    await join(page, 'Aigerim');
  }, 120_000);

  afterEach(() => expect(participant.faults).toEqual([]));

  afterAll(async () => {
    for (const one of [...writers, panel.moderator]) one.disconnect();
    await browser.close();
    await server.close();
  });

  it('opens for a newcomer at the live end, not at the oldest', async () => {
    await page.locator('[data-feed]').getByText('Contribution number 39').waitFor();
    expect(await page.locator('[data-feed]').getByText('Contribution number 0,').count()).toBe(0);
    expect(await page.locator('[data-new-below], [data-new-above]').count()).toBe(0);
  });

  it('is written in by keys alone, and Mine tells where it stands', async () => {
    await page.keyboard.press('w');
    await page.keyboard.type('Said by keys alone');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-standing="waiting"]').getByText('Said by keys alone').waitFor();
    expect(await page.getByLabel('Your contribution').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await page.locator('.mine').getByText('number 1 in line').count()).toBe(1);
    expect(await page.locator('.dock').getByText('number 1 in line').count()).toBe(1);
  });

  it('keeps a draft over a reload', async () => {
    await page.getByLabel('Your contribution').fill('Half a thought');
    await page.reload();
    await page.locator('[data-feed]').waitFor();
    expect(await page.getByLabel('Your contribution').inputValue()).toBe('Half a thought');
    await page.getByLabel('Your contribution').fill('');
  });

  it('lets an author revise what came back, and says when it is published', async () => {
    const { panelId, moderator } = panel;
    const { contributionId } = await moderator.does('takeNext', { panelId });
    if (contributionId === null) throw new Error('Nothing waits.');
    await moderator.does('askToRevise', { panelId, contributionId, note: 'Please say which river.' });
    await page.locator('[data-standing="revise"]').getByText('Please say which river.').waitFor();
    await page.getByRole('button', { name: 'Edit here' }).click();
    await page.locator('.edit-mine textarea').fill('Said by keys alone, about the Talas');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('[data-standing="waiting"]').getByText('about the Talas').waitFor();
    await panel.publish(contributionId);
    await page.locator('[data-standing="published"]').waitFor();
    await page.getByText('Your contribution is published.').waitFor();
  });

  it('votes by keys, shows no totals, and lets a vote be changed', async () => {
    const card = page.locator('[data-vote-on]');
    const first = await card.getAttribute('data-vote-on');
    await blur();
    await page.keyboard.press('1');
    await page.locator('[data-voted="agree"]').waitFor();
    expect(await card.getAttribute('data-vote-on')).not.toBe(first);
    expect(await page.locator('meter').count()).toBe(0);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.locator('[data-voted]').getByRole('button', { name: 'Disagree' }).click();
    await page.locator('[data-voted="disagree"]').waitFor();
  });

  it('does not move what is read by a pixel while fifty come in above, between and below', async () => {
    await toMiddle();
    const before = await places();
    expect(Object.keys(before).length).toBeGreaterThan(2);
    await countAnnouncements();
    for (let i = 0; i < 50; i++) await say(`Reply ${i}`, i % 5 === 0 ? {} : { parentId: said[(i * 7) % 40] ?? '' });
    await page.locator('[data-published="92"]').waitFor();
    await page.waitForTimeout(600);

    const after = await places();
    for (const [id, top] of Object.entries(before)) expect([id, after[id]]).toEqual([id, top]);
    expect(await page.locator('[data-new-above]').count()).toBe(1);
    expect(await page.locator('[data-new-below]').count()).toBe(1);
  }, 60_000);

  it('folds the question before the panel once somebody reads on, and moves nothing they read', async () => {
    const { panelId, host } = panel;
    const [question = ''] = said;
    await host.does('pose', { panelId, contributionId: question });
    await page.locator(`[data-posed="${question}"]`).waitFor();
    await page.waitForTimeout(600);
    await page.locator('.before-panel:not(.slim)').waitFor();

    await page.locator('[data-feed]').hover();
    await page.mouse.wheel(0, -40);
    await page.waitForTimeout(150);
    const before = await places();
    await page.locator('.before-panel.slim').waitFor();
    const after = await places();
    for (const [id, top] of Object.entries(before)) expect(Math.abs((after[id] ?? 0) - top)).toBeLessThan(1);

    await page.locator('.before-line').click();
    await page.locator('.before-panel:not(.slim)').waitFor();
    await page.waitForTimeout(600);
    await page.locator('.before-panel:not(.slim)').waitFor();
    const [last = '', there = 0] = Object.entries(before).at(-1) ?? [];
    expect(Math.abs(((await places())[last] ?? 0) - there)).toBeLessThan(1);
    await host.does('unpose', { panelId, contributionId: question });
    await page.locator(`[data-posed="${question}"]`).waitFor({ state: 'detached' });
  });

  it('tells a burst of fifty in summaries, at most one in five seconds', async () => {
    await page.waitForTimeout(5_500);
    const told = (await page.evaluate('globalThis.told')) as readonly number[];
    expect(told.length).toBeGreaterThan(0);
    const gaps = told.slice(1).map((at, i) => at - (told[i] ?? 0));
    expect(gaps.filter((gap) => gap < 4_900)).toEqual([]);
  });

  it('leads to what came in above when asked, and to each unread with Z', async () => {
    await page.locator('[data-new-above] button').click();
    await page.waitForTimeout(700);
    await blur();
    await page.keyboard.press('z');
    await page.waitForTimeout(700);
    const text = await page.evaluate('document.activeElement.innerText');
    expect(text).toContain('Reply ');
  });

  it('knows after a reload what was not read', async () => {
    await page.waitForTimeout(1_200);
    const unread = () => page.locator(`[data-thread="${panel.threadId}"] [data-unread]`).getAttribute('data-unread');
    const before = Number(await unread());
    expect(before).toBeGreaterThan(0);
    await page.reload();
    await page.locator('[data-feed]').waitFor();
    await page.waitForTimeout(300);
    expect(Number(await unread())).toBeGreaterThanOrEqual(before - 12);
    expect(await page.locator('.divider.unread').count()).toBe(1);
  });

  it('leads from a link to its contribution, wherever that stands', async () => {
    const [oldest = ''] = said;
    await page.goto(`${server.url}/panels/${panel.panelId}#${oldest}`);
    await page.locator(`.marked[data-contribution="${oldest}"]`).waitFor();
    expect(await page.locator(`[data-contribution="${oldest}"]`).isVisible()).toBe(true);
  });

  it('shows the question before the panel, and who answered it', async () => {
    const { panelId, host } = panel;
    const [question = ''] = said;
    await host.does('pose', { panelId, contributionId: question });
    await page.locator(`[data-posed="${question}"]`).waitFor();
    await host.does('markAnswered', { panelId, contributionId: question });
    await page.locator(`[data-posed="${question}"]`).waitFor({ state: 'detached' });
    await page.getByText('Answered aloud').waitFor();
  });

  it('is written in on a phone whose network went before anything was opened', async () => {
    const context = await browser.newContext({ ...PHONE, storageState: await page.context().storageState() });
    const phone = await context.newPage();
    await phone.goto(`${server.url}/panels/${panel.panelId}`);
    await phone.locator('[data-feed]').waitFor();
    await phone.waitForTimeout(1_500);
    await context.setOffline(true);
    await phone.locator('[data-connection="offline"]').waitFor();
    await phone.getByRole('button', { name: 'Write' }).click();
    await phone.getByLabel('Your contribution').fill('Said in a tunnel');
    await phone.getByRole('button', { name: 'Send' }).click();
    await phone.locator('[data-outgoing]').getByText('Said in a tunnel').waitFor();
    await context.close();
  });

  it('stands as it was where a part cannot be fetched, and offers to try again', async () => {
    const context = await browser.newContext({ ...PHONE, storageState: await page.context().storageState() });
    const phone = await context.newPage();
    await phone.route(/dialog-open/, (route) => route.abort());
    await phone.goto(`${server.url}/panels/${panel.panelId}`);
    await phone.locator('[data-feed]').waitFor();
    await phone.getByRole('button', { name: 'Write' }).click();
    await phone.locator('[data-not-loaded]').waitFor();
    expect(await phone.locator('[data-feed]').isVisible()).toBe(true);
    await phone.unroute(/dialog-open/);
    await phone.getByRole('button', { name: 'Try again' }).click();
    await phone.locator('[data-not-loaded]').waitFor({ state: 'detached' });
    await phone.locator('[data-feed]').waitFor();
    await phone.getByRole('button', { name: 'Write' }).click();
    await phone.getByLabel('Your contribution').waitFor();
    await context.close();
  });

  it('has nothing that axe finds wrong, in light, dark and Arabic, on a desk and on a phone', async () => {
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.setViewportSize(PHONE.viewport);
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    for (const name of ['Threads', 'Now', 'Mine']) {
      await page.locator('.bottom-bar').getByRole('button', { name }).click();
      expect([name, await violations(page)]).toEqual([name, []]);
    }
    await page.evaluate(`localStorage.setItem('settings', JSON.stringify({ language: 'ar' }))`);
    await page.reload();
    await page.locator('[data-feed]').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
  }, 90_000);

  async function say(words: string, more: { threadId?: string; parentId?: string } = {}): Promise<string> {
    const writer = writers[writerTurn++ % writers.length];
    const kind = more.parentId ? ('reply' as const) : ('comment' as const);
    const { panelId, threadId } = panel;
    const value = await writer?.does('submit', { panelId, threadId, kind, text: words, lang: 'en', ...more });
    return value?.contributionId ?? '';
  }

  async function join(visited: Page, name: string): Promise<void> {
    const { forumId, panelId } = panel;
    await visited.goto(await operatorLink(server, { role: 'participant', forumId, panelId }));
    await visited.getByLabel('Your name').fill(name);
    await visited.getByRole('button', { name: 'Join' }).click();
    await visited.waitForURL(/\/panels\//);
    await visited.goto(`${server.url}/panels/${panelId}?thread=${panel.threadId}`);
    await visited.locator('[data-feed]').waitFor();
    await visited.waitForTimeout(500);
  }

  async function blur(): Promise<void> {
    await page.evaluate('document.activeElement.blur()');
  }

  async function toMiddle(): Promise<void> {
    const feed = page.locator('[data-feed]');
    await feed.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await page.waitForTimeout(900);
  }

  /** Where each contribution in sight begins on the screen. */
  async function places(): Promise<Readonly<Record<string, number>>> {
    return page.evaluate(`(() => {
      const { top, bottom } = document.querySelector('[data-feed]').getBoundingClientRect();
      const places = [...document.querySelectorAll('[data-feed] [data-contribution]')]
        .map((one) => [one.dataset.contribution, one.getBoundingClientRect()]);
      return Object.fromEntries(places.filter(([, place]) => place.bottom > top && place.top < bottom)
        .map(([id, place]) => [id, place.top]));
    })()`);
  }

  /** Runs in the page. */
  async function countAnnouncements(): Promise<void> {
    await page.evaluate(`
      globalThis.told = [];
      new MutationObserver(() => told.push(performance.now()))
        .observe(document.querySelector('[data-announcer]'), { childList: true, characterData: true, subtree: true });
    `);
  }
});

let writerTurn = 0;

function text(i: number): string {
  return `Contribution number ${i}, in one or two lines of text.`;
}
