import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visitor } from '../support/browser.js';
import { openPanel, type OpenPanel } from '../support/panel.js';
import { startServer, type RunningServer } from '../support/server.js';
import { until } from '../support/world.js';

interface Line {
  readonly surface: string;
  readonly input?: string;
}

const bodies = readFileSync('test/fixtures/bad-inputs.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
  .flatMap(({ surface, input }) => (surface === 'body' && input !== undefined ? [input] : []));

describe('the corpus of bad inputs in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    await panel.host.does('setPublication', { panelId: panel.panelId, mode: 'after' });
  }, 120_000);

  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await browser.close();
    await server.close();
  });

  it('[X40] is shown word for word and acts nowhere, neither in a contribution nor in the title of a thread', async () => {
    const { panelId } = panel;
    expect(bodies.length).toBeGreaterThan(50);
    const titles = await titled(bodies);
    expect(titles.length).toBeGreaterThan(20);
    for (const [i, text] of bodies.entries()) await said(i, text);

    const { page, faults, shoot } = await visitor(browser, server.url);
    await page.goto(`${server.url}/panels/${panelId}?thread=${panel.threadId}`);
    await page.locator(`[data-published="${bodies.length}"]`).waitFor();
    // Long lists draw what is in sight: the whole is read from its top to its end.
    const shown = await everythingIn(page);
    // Markers stand in the place of what would not be seen; what is left when both are gone is the text as written.
    const plain = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\n]*$/u;
    expect(bodies.filter((text) => plain.test(text) && !shown.has(text))).toEqual([]);
    expect(await page.locator('main :is(script, iframe, object, embed, style, link)').count()).toBe(0);
    expect(await page.locator('main .words *:not(.marker)').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    await shoot('corpus');
    expect(faults).toEqual([]);
    expect(server.child.exitCode).toBeNull();
  }, 120_000);

  /** The words of every contribution, gathered while scrolling through, over again until a whole round brings no more. */
  async function everythingIn(page: Page): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (let before = -1; seen.size > before;) {
      before = seen.size;
      await page.locator('[data-feed]').evaluate((box) => box.scrollTo(0, 0));
      for (let isAtEnd = false; !isAtEnd;) {
        await drawn(page);
        for (const text of await page.locator('[data-feed] .contribution .words').allTextContents()) seen.add(text);
        isAtEnd = await page.locator('[data-feed]').evaluate((box) => {
          const from = box.scrollTop;
          box.scrollBy(0, box.clientHeight * 0.6);
          return box.scrollTop === from;
        });
      }
    }
    return seen;
  }

  /** Until a contribution stands in the middle of what is in sight: a list draws its rows after it was scrolled. */
  async function drawn(page: Page): Promise<void> {
    const isDrawn = `(() => {
      const box = document.querySelector('[data-feed]').getBoundingClientRect();
      return [...document.querySelectorAll('[data-feed] .contribution')].some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top < box.top + box.height * 0.6 && bottom > box.top + box.height * 0.4;
      });
    })()`;
    await until(() => page.evaluate<boolean>(isDrawn), 'a contribution in the middle of the page');
  }

  /** A thread for each body that may be a title. */
  async function titled(texts: readonly string[]): Promise<readonly string[]> {
    const accepted: string[] = [];
    for (const title of texts) {
      const reply = await panel.moderator.ask('openThread', {
        intentId: crypto.randomUUID(),
        panelId: panel.panelId,
        title: title.slice(0, 150),
        lang: 'en',
      });
      if (reply.ok) accepted.push(title);
      else if (reply.refusal.code === 'too-many') {
        await new Promise((wait) => setTimeout(wait, reply.refusal.retryInMs));
      }
    }
    return accepted;
  }

  /** In turns, for the pace of one person is limited. */
  async function said(i: number, text: string): Promise<void> {
    const { panelId, threadId, host, moderator } = panel;
    const author = i % 2 === 0 ? host : moderator;
    await author.does('submit', { panelId, threadId, kind: 'comment', text, lang: 'en' });
  }
});
