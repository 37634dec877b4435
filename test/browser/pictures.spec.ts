import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startServer, type RunningServer } from '../support/server.js';
import { Album } from './pictures/album.js';
import { furnish, type House } from './pictures/house.js';
import { READING } from './pictures/reading.js';
import { RETURNING } from './pictures/returning.js';
import { WORKING } from './pictures/working.js';

describe('every screen in every state, on a phone and a desk, in light, dark and Arabic', () => {
  let browser: Browser;
  let server: RunningServer;
  let house: House;
  let album: Album;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer({ demo: true })]);
    house = await furnish(server);
    album = new Album(browser, house);
  }, 120_000);

  afterAll(async () => {
    for (const person of house.connected) person.disconnect();
    await browser.close();
    await server.close();
  });

  it.each([...READING, ...WORKING, ...RETURNING])('$name fits its screen and has no barrier', async (picture) => {
    expect(await album.take(picture)).toEqual([]);
  });
});
