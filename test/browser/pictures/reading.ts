import type { Page } from 'playwright-core';
import type { Picture } from './album.js';
import { cutOff } from './network.js';

const LOBBY = '.panel-row';
const FEED = '[data-feed]';

/** Lobby, search and panel. */
export const READING: readonly Picture[] = [
  { name: 'lobby-reader', as: 'reader', at: () => '/', ready: LOBBY, whole: true },
  { name: 'lobby-host', as: 'host', at: () => '/', ready: LOBBY, whole: true },
  {
    name: 'lobby-new-panel',
    as: 'host',
    at: () => '/',
    ready: LOBBY,
    then: async (page) => {
      await page.getByRole('button', { name: 'New panel' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'lobby-loading',
    as: 'reader',
    at: () => '/',
    ready: 'h1',
    then: async (page) => {
      await page.route('**/api/forums**', () => undefined);
      await page.reload();
      await page.locator('.loading').waitFor();
      return () => page.unroute('**/api/forums**');
    },
    lacks: 'page-has-heading-one',
  },
  { name: 'search-hits', as: 'reader', at: () => '/search?q=water', ready: 'mark', whole: true },
  { name: 'search-empty', as: 'reader', at: () => '/search?q=nothingofthekind', ready: '.empty' },
  { name: 'search-start', as: 'reader', at: () => '/search', ready: 'h1' },
  { name: 'panel-reader', as: 'reader', at: ({ panels }) => `/panels/${panels.live}`, ready: FEED },
  {
    name: 'panel-thread',
    as: 'reader',
    at: ({ panels, thread }) => `/panels/${panels.live}?thread=${thread}`,
    ready: FEED,
  },
  {
    name: 'panel-participant',
    as: 'participant',
    at: ({ panels }) => `/panels/${panels.live}`,
    ready: FEED,
    then: passScriptsWithoutFont,
  },
  {
    name: 'panel-compose',
    as: 'participant',
    at: ({ panels }) => `/panels/${panels.live}`,
    ready: FEED,
    then: async (page, isPhone) => {
      if (isPhone) await page.locator('.bottom-bar button').nth(2).click();
      await page
        .locator('.composer textarea')
        .fill('Could the gauge be read aloud every evening, in every language of this valley?');
      return () => page.locator('.composer textarea').fill('');
    },
  },
  ...(['threads', 'now', 'mine'] as const).map((pane, i): Picture => ({
    name: `panel-pane-${pane}`,
    as: 'participant',
    at: ({ panels }) => `/panels/${panels.live}`,
    ready: FEED,
    then: async (page, isPhone) => {
      const button = page.locator('.bottom-bar button').nth(i === 2 ? 3 : i);
      if (isPhone) await button.click();
      else if (pane === 'mine') await page.locator('.pane-mine').scrollIntoViewIfNeeded();
    },
  })),
  {
    name: 'panel-keys',
    as: 'participant',
    at: ({ panels }) => `/panels/${panels.live}`,
    ready: FEED,
    then: async (page) => {
      await page.locator(FEED).click({ position: { x: 2, y: 2 } });
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'panel-empty', as: 'newcomer', at: ({ panels }) => `/panels/${panels.empty}`, ready: '.panel' },
  { name: 'panel-paused', as: 'newcomer', at: ({ panels }) => `/panels/${panels.paused}`, ready: FEED },
  { name: 'panel-closed', as: 'reader', at: ({ panels }) => `/panels/${panels.closed}`, ready: FEED },
  { name: 'panel-scheduled', as: 'newcomer', at: ({ panels }) => `/panels/${panels.toCome}`, ready: '.panel' },
  { name: 'panel-archived', as: 'reader', at: ({ panels }) => `/panels/${panels.over}`, ready: FEED },
  { name: 'panel-long', as: 'newcomer', at: ({ panels }) => `/panels/${panels.long}`, ready: FEED },
  {
    name: 'panel-offline',
    as: 'participant',
    at: ({ panels }) => `/panels/${panels.live}`,
    ready: FEED,
    isCutOff: true,
    then: async (page, isPhone) => {
      const restore = await cutOff(page, 'device');
      await page.locator('[data-connection="offline"]').first().waitFor({ state: 'attached' });
      if (isPhone) await page.locator('.bottom-bar button').nth(2).click();
      await page.locator('.composer textarea').fill('Written in a tunnel.');
      await page.locator('.composer .send').click();
      await page.locator('main').getByText('Written in a tunnel.').first().waitFor();
      return restore;
    },
  },
  {
    name: 'panel-reconnecting',
    as: 'newcomer',
    at: ({ panels }) => `/panels/${panels.long}`,
    ready: FEED,
    isCutOff: true,
    then: async (page) => {
      const restore = await cutOff(page, 'forum');
      await page.locator('[data-connection="reconnecting"]').first().waitFor({ state: 'attached' });
      return restore;
    },
  },
];

/** The browser of the tests brings no font for them, and this picture stands in the README. */
async function passScriptsWithoutFont(page: Page): Promise<void> {
  const card = page.locator('.vote-card', { hasText: /\p{Script=Han}/u });
  for (let i = 0; i < 8 && (await card.count()) > 0; i++) {
    await card.locator('.vote-buttons button').nth(1).click();
    await page.waitForTimeout(500);
  }
}
