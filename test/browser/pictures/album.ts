import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { settled, violations } from '../../support/axe.js';
import { visitor, type Watched } from '../../support/browser.js';
import type { Person } from '../../support/people.js';
import type { House } from './house.js';

export type Who = 'reader' | keyof House['people'];
type Look = 'light' | 'dark' | 'ar';

/** One screen in one state. */
export interface Picture {
  readonly name: string;
  readonly as: Who;
  readonly at: (house: House) => string;
  /** What is there when it is drawn; it fails when it is not. */
  readonly ready: string;
  /** Brings the screen into its state; what it returns leaves the page as others expect it. */
  readonly then?: (page: Page, isPhone: boolean) => Promise<void | (() => Promise<void>)>;
  /** All of a long page, where a screenful would say less; only on a desk where a phone has a bar at its end. */
  readonly whole?: true | 'wide';
  readonly looks?: readonly Look[];
  /** The browser itself complains of a network that is taken away. */
  readonly isCutOff?: true;
  /** The server says no here, and the browser writes that down. */
  readonly isRefused?: true;
  /** What axe misses and a passing state cannot have. */
  readonly lacks?: string;
}

const SIZES = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 800 } } as const;
type Width = keyof typeof SIZES;
const WIDTHS = [390, 1280] as const;
const LOOKS: readonly Look[] = ['light', 'dark', 'ar'];
const REFUSED = /^console: Failed to load resource: the server responded with a status of 4\d\d/;
const FOLDER = 'test/screenshots';
/** Where those of the README go, when somebody asks for them to be drawn anew. */
const README = process.env['KURULTAI_README_PICTURES'];
const CHOSEN: readonly string[] = [
  'panel-participant-1280-light',
  'desk-item-1280-dark',
  'replay-middle-1280-light',
  'host-now-1280-light',
  'panel-thread-390-ar',
];

/** One page for each person and width; it walks from screen to screen. */
export class Album {
  private readonly pages = new Map<string, Watched>();

  constructor(
    private readonly browser: Browser,
    private readonly house: House,
  ) {}

  /** Takes the picture at every width and in every look; what is wrong with it, one line each. */
  async take(picture: Picture): Promise<readonly string[]> {
    mkdirSync(FOLDER, { recursive: true });
    const wrong: string[] = [];
    if (picture.as !== 'moderator') {
      return wrong.concat(...(await Promise.all(WIDTHS.map((width) => this.takeAt(width, picture)))));
    }
    // What a moderator holds is the same in every tab: two at once would take it from each other.
    for (const width of WIDTHS) wrong.push(...(await this.takeAt(width, picture)));
    return wrong;
  }

  private async takeAt(width: Width, picture: Picture): Promise<readonly string[]> {
    const { page, faults } = await this.page(picture.as, width);
    const before = faults.length;
    const wrong: string[] = [];
    const url = new URL(picture.at(this.house), this.house.url);
    if (url.hash) await page.goto('about:blank');
    await page.goto(url.href);
    await page.locator(picture.ready).first().waitFor();
    const leave = await picture.then?.(page, width === 390);
    for (const look of picture.looks ?? LOOKS) {
      const name = `${picture.name}-${width}-${look}`;
      await dress(page, look);
      await shoot(page, name, picture.whole === true || (picture.whole === 'wide' && width !== 390));
      const barriers = isRead(width, look) ? await violations(page) : [];
      const { lacks } = picture;
      const found = [...(await wider(page)), ...barriers.filter((one) => !lacks || !one.startsWith(lacks))];
      wrong.push(...found.map((line) => `${name}: ${line}`));
    }
    await dress(page, 'light');
    await leave?.();
    if (picture.isCutOff) return wrong;
    return [...wrong, ...faults.slice(before).filter((fault) => !picture.isRefused || !REFUSED.test(fault))];
  }

  private async page(who: Who, width: Width): Promise<Watched> {
    const key = `${who}-${width}`;
    const known = this.pages.get(key);
    if (known) return known;
    const made = await visitor(this.browser, this.house.url, {
      viewport: SIZES[width],
      ...(width === 390 ? { hasTouch: true, isMobile: true } : {}),
      ...(who === 'reader' ? {} : signedIn(this.house.people[who])),
    });
    this.pages.set(key, made);
    return made;
  }
}

/** Each look once: axe takes longer than everything else. */
function isRead(width: Width, look: Look): boolean {
  return (width === 390) === (look === 'ar');
}

/** As a change in another tab would, so that what is open stays open. */
async function dress(page: Page, look: Look): Promise<void> {
  const language = look === 'ar' ? 'ar' : 'en';
  await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' });
  await page.evaluate(`
    localStorage.setItem('settings', '{"language":"${language}"}');
    dispatchEvent(new StorageEvent('storage', { key: 'settings' }));
  `);
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
  await page.evaluate(`new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 150))`);
  await settled(page);
}

async function shoot(page: Page, name: string, fullPage: boolean): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage });
  if (README && CHOSEN.includes(name)) await keep(page, join(README, `${name}.webp`));
}

/** Sharp on a dense screen and still small: Playwright itself writes no WebP. */
async function keep(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? SIZES[1280];
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 82,
    clip: { x: 0, y: 0, width, height, scale: 1.5 },
  });
  writeFileSync(path, Buffer.from(data, 'base64'));
}

async function wider(page: Page): Promise<readonly string[]> {
  const has = (await page.evaluate('document.documentElement.scrollWidth')) as number;
  const may = page.viewportSize()?.width ?? 0;
  return [...(has > may ? [`is ${has - may} px wider than the screen`] : []), ...(await cutOffSideways(page))];
}

/** What scrolls up and down and hides something at its side: nobody looks for it there. */
async function cutOffSideways(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`[...document.querySelectorAll('main, main *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.matches(':not(input, textarea, select)'))
    .filter((one) => ['overflowX', 'overflowY'].every((way) => /auto|scroll/.test(getComputedStyle(one)[way])))
    .map((one) => one.className + ' hides ' + (one.scrollWidth - one.clientWidth) + ' px at its side')`);
  return found as string[];
}

function signedIn(person: Person): BrowserContextOptions {
  const cookies = person.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    const { hostname: domain } = new URL(person.url);
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    return { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  });
  return { storageState: { cookies, origins: [] } };
}
