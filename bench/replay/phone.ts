import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../../test/support/browser.js';
import { percentile, rounded } from '../support/measure.js';
import { bareSeeks } from './bare.js';
import type { Told } from './record.js';

const THROTTLE = 4;
const SEEKS = 50;
const PLAY_MS = 10_000;
const LONG_FRAME_MS = 50;
const PATIENCE_MS = 240_000;

/** When something was drawn to play or to read, how long each press on the timeline takes to be drawn, how long frames are. */
const WATCH = `
  window.watched = { first: null, seeks: [], frames: null };
  new MutationObserver((_, observer) => {
    // Before the opening nothing was said yet: there it can be played.
    if (!document.querySelector(location.search.startsWith('?t=1h') ? '.replay-row' : '.replay [role=slider]')) return;
    observer.disconnect();
    requestAnimationFrame(() => (window.watched.first = performance.now()));
  }).observe(document, { childList: true, subtree: true });
  addEventListener('pointerdown', ({ timeStamp, target }) => {
    if (!target.closest || !target.closest('[role=slider]')) return;
    const count = () => document.querySelector('[data-published]').dataset.published;
    const before = count();
    const look = () => {
      if (count() === before) return requestAnimationFrame(look);
      requestAnimationFrame(() => window.watched.seeks.push(performance.now() - timeStamp));
    };
    requestAnimationFrame(look);
  }, true);
`;

const PLAY = `new Promise((done) => {
  const frames = [];
  let last = performance.now();
  const until = last + ${PLAY_MS};
  const frame = () => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    if (now < until) requestAnimationFrame(frame);
    else done(frames);
  };
  requestAnimationFrame(frame);
})`;

export interface OnPhone {
  readonly playableMs: number;
  readonly firstContributionAtMiddleMs: number;
  readonly wholeLoadedMs: number;
  readonly seekMs: { readonly p50: number; readonly p95: number };
  readonly bareSeekMs: { readonly p50: number; readonly p95: number };
  readonly playing: {
    readonly frames: number;
    readonly long: number;
    readonly p95Ms: number;
    readonly longestMs: number;
  };
}

/** The replay in a browser of a phone’s size, its processor four times slower. */
export async function onPhone(replay: string, told: readonly Told[]): Promise<OnPhone> {
  const browser = await launchBrowser();
  try {
    // What measures is evaluated in the page, which its policy does not allow.
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    const middle = await opened(await context.newPage(), `${replay}?t=1h30m`);
    await middle.close();
    const page = await opened(await context.newPage(), replay);
    await page.locator('.unloaded').waitFor({ state: 'detached', timeout: PATIENCE_MS });
    const wholeLoadedMs = await page.evaluate<number>('performance.now()');
    const seekMs = await seeks(page);
    const playing = await played(page);
    const playableMs = await page.evaluate<number>('window.watched.first');
    await page.close();
    return {
      playableMs: rounded(playableMs),
      firstContributionAtMiddleMs: rounded(middle.first),
      wholeLoadedMs: rounded(wholeLoadedMs),
      seekMs,
      playing,
      bareSeekMs: await bareSeeks(context, told, THROTTLE),
    };
  } finally {
    await browser.close();
  }
}

async function opened(page: Page, address: string): Promise<Page & { readonly first: number }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.addInitScript({ content: WATCH });
  await page.goto(address);
  await page.waitForFunction('window.watched.first !== null', undefined, { timeout: PATIENCE_MS });
  return Object.assign(page, { first: await page.evaluate<number>('window.watched.first') });
}

async function seeks(page: Page): Promise<OnPhone['seekMs']> {
  const box = await page.getByRole('slider').boundingBox();
  if (!box) throw new Error('There is no timeline.');
  for (let i = 1; i <= SEEKS; i++) {
    // Spread over the whole record, near and far in turn.
    const share = (i * 0.618) % 1;
    await page.mouse.click(box.x + 1 + share * (box.width - 2), box.y + box.height / 2);
    await page.waitForFunction(`window.watched.seeks.length >= ${i}`, undefined, { timeout: PATIENCE_MS });
  }
  const took = await page.evaluate<number[]>('window.watched.seeks');
  return { p50: rounded(percentile(took, 50)), p95: rounded(percentile(took, 95)) };
}

async function played(page: Page): Promise<OnPhone['playing']> {
  await page.keyboard.press('Home');
  for (let i = 0; i < 6; i++) await page.keyboard.press('>');
  await page.keyboard.press(' ');
  const frames = await page.evaluate<number[]>(PLAY);
  return {
    frames: frames.length,
    long: frames.filter((ms) => ms > LONG_FRAME_MS).length,
    p95Ms: rounded(percentile(frames, 95)),
    longestMs: rounded(Math.max(...frames)),
  };
}
