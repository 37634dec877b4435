import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, visitor } from '../support/browser.js';
import { startServer, type RunningServer } from '../support/server.js';

describe('the documentation of the API in a browser', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('[W22] lists every intent, breaks no policy and asks nobody else', async () => {
    const { page, faults } = await visitor(browser, server.url);
    await page.goto(`${server.url}/api/docs`);
    await page.getByText('/api/panels/{panelId}/intents/castVote').first().waitFor();
    await page.getByText('/api/panels/{panelId}/intents/castVote').first().click();
    await page.getByText('Request body').first().waitFor();

    expect(faults).toEqual([]);
  });
});
