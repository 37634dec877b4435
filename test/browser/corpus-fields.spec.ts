import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import type { Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';
import { letters, names, places, searches } from './corpus/crowd.js';
import { actedOn, watchInert } from './corpus/inert.js';
import { Outcomes } from './corpus/outcomes.js';
import { does, inTurns, of, Putting } from './corpus/put.js';
import { STRINGS } from './corpus/strings.js';

const LANGUAGES = ['en', 'ar'] as const;
type Language = (typeof LANGUAGES)[number];

const FIELDS = [
  ...['submit: text', 'submit: text of a reply', 'resubmit: text', 'edit: text', 'answer: text', 'render: text'],
  ...['publish: note', 'decline: note', 'askToRevise: note', 'escalate: note', 'reverseDecision: note', 'redact: note'],
  ...['proposeThread: title', 'declineThread: note', 'name', 'affiliation', 'search'],
  ...['forum: title and description', 'panel: title, description and rule'],
];

describe('the corpus of bad inputs, in every field that takes text', () => {
  const outcomes = new Outcomes();
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let authors: readonly Person[];
  let hosts: readonly Person[];
  let guests: readonly string[];
  let drafts: { readonly panelIds: readonly string[]; readonly cookie: string };

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    const crew = (role: 'participant' | 'host') =>
      Promise.all(Array.from({ length: 12 }, async () => (await panel.person(role, `Crew ${letters()}`)).connect()));
    [authors, hosts] = [await crew('participant'), await crew('host')];
  }, 120_000);

  afterAll(async () => {
    for (const person of [...authors, ...hosts, panel.host, panel.moderator]) person.disconnect();
    await browser.close();
    await server.close();
  });

  it('[X40] is stored or refused, and no refusal repeats it', async () => {
    const putting = new Putting({ panel, authors, hosts, outcomes });
    expect(STRINGS.length).toBeGreaterThan(170);
    await inTurns(STRINGS, 10, (text, i) => putting.everywhere(text, i));
    await does(panel.host, 'setPublication', { panelId: panel.panelId, mode: 'after' });
    guests = await names(server, panel, STRINGS, outcomes);
    drafts = await places(server, STRINGS, outcomes);
    await searches(server, STRINGS, outcomes);

    expect(outcomes.wrong).toEqual([]);
    for (const field of FIELDS) expect([field, outcomes.in(field).length > 20]).toEqual([field, true]);
    expect(server.child.exitCode).toBeNull();
  }, 300_000);

  it.each(LANGUAGES)(
    '[X40] acts nowhere where it is shown, in %s',
    async (language) => {
      const { panelId, forumId, threadId } = panel;
      const at = `/panels/${panelId}`;
      const reader = await opens(language, null);
      await seen(reader, `${at}?thread=${threadId}`, '[data-published]', scrolled);
      await seen(reader, `${at}/replay`, '[role=slider]', (page) => page.keyboard.press('End'));
      await seen(reader, `${at}/stage`, '.stage');
      await seen(reader, '/', '.forum');
      await seen(reader, '/search', 'input[name=q]', looksForAll);

      const author = await opens(language, of(authors, 2).cookie);
      await seen(author, at, '[data-published]');
      await seen(author, '/me', '[data-statement]');
      const chair = await opens(language, of(hosts, 3).cookie);
      await seen(chair, `${at}/desk`, '[data-stage]', (page) => page.keyboard.press('h'));
      await seen(chair, `${at}/host`, 'main h1');
      const owner = await opens(language, drafts.cookie);
      await seen(owner, '/forums/timetable', '.panel-row');
      for (const draft of drafts.panelIds.filter((_, i) => i % 40 === 0)) {
        await seen(owner, `/panels/${draft}/host`, 'main h1');
      }

      const guest = await opens(language, null);
      for (const cookie of guests.filter((_, i) => i % 10 === 0)) {
        await wears(guest.page, cookie);
        await seen(guest, '/me', 'main h1');
      }
      await guest.page.context().clearCookies();
      const { pathname, hash } = new URL(await operatorLink(server, { role: 'participant', forumId, panelId }));
      await seen(guest, pathname + hash, '.three-lines');
      for (const { page } of [reader, author, chair, owner, guest]) await page.context().close();
    },
    300_000,
  );

  it('[X40] acts nowhere at the moment it comes in', async () => {
    const { panelId, threadId } = panel;
    const screens = await Promise.all([
      opens('en', of(authors, 2).cookie),
      opens('ar', of(hosts, 2).cookie),
      opens('en', of(hosts, 4).cookie),
      opens('ar', null),
    ]);
    const paths = ['', '/host', '/desk', '/stage'];
    for (const [i, screen] of screens.entries()) {
      await screen.page.goto(`${server.url}/panels/${panelId}${paths[i] ?? ''}`);
      await screen.page.locator('main [data-connection], main h1, .stage').first().waitFor({ state: 'attached' });
    }
    const putting = new Putting({ panel, authors, hosts, outcomes });
    for (const [i, text] of STRINGS.entries()) {
      const host = of(hosts, i);
      const put = (type: 'amendPanel' | 'setRules' | 'pausePanel' | 'renameThread', field: string, body: object) =>
        putting.tries(host, type, field, text, { panelId, ...body });
      const isLine = await put('amendPanel', 'title and description', { title: text, description: text });
      if (!isLine) await put('amendPanel', 'description', { description: text });
      await put('setRules', 'title and text', { rules: [{ id: 'one', title: text, text }] });
      await put('renameThread', 'title', { threadId, title: text });
      if (await put('pausePanel', 'reason', { reason: text })) await does(host, 'resumePanel', { panelId });
    }
    for (const { page, faults } of screens) {
      await page.waitForTimeout(200);
      expect(await actedOn(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    }
    expect(outcomes.wrong).toEqual([]);
  }, 300_000);

  async function opens(language: Language, cookie: string | null): Promise<Watched> {
    const visiting = await visitor(browser, server.url);
    // Hundreds of hostile texts on one page take their time on a small machine.
    visiting.page.context().setDefaultTimeout(60_000);
    await watchInert(visiting.page);
    await visiting.page.addInitScript(`localStorage.setItem('settings', '{"language":"${language}"}')`);
    if (cookie) await wears(visiting.page, cookie);
    return visiting;
  }

  async function seen(
    { page, faults }: Watched,
    path: string,
    ready: string,
    then?: (page: Page) => Promise<unknown>,
  ): Promise<void> {
    await page.goto(server.url + path);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await then?.(page);
    await page.waitForTimeout(100);
    expect([path, ...(await actedOn(page)), ...faults]).toEqual([path]);
  }

  async function wears(page: Page, cookie: string): Promise<void> {
    const parts = cookie.split('; ').map((one) => one.split(/=(.*)/s));
    await page.context().addCookies(parts.map(([name = '', value = '']) => ({ name, value, url: server.url })));
  }

  async function scrolled(page: Page): Promise<void> {
    const feed = page.locator('[data-feed]');
    await feed.evaluate((box) => box.scrollTo(0, 0));
    for (let ends = 0; ends < 3;) {
      await page.waitForTimeout(40);
      const isAtEnd = await feed.evaluate((box) => {
        box.scrollBy(0, box.clientHeight * 0.9);
        return box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
      });
      ends = isAtEnd ? ends + 1 : 0;
    }
  }

  /** From search to search within the page; what the server refuses to look for it would complain of in the console. */
  async function looksForAll(page: Page): Promise<void> {
    for (const text of outcomes.in('search')) {
      await page.evaluate(
        `history.pushState(null, '', '/search?q=' + encodeURIComponent(${JSON.stringify(text)}.toWellFormed()))`,
      );
      await page.locator('main [role=status]').first().waitFor({ state: 'attached' });
    }
  }
});
