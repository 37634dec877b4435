import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromiumFile from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const SCREENSHOTS = 'test/screenshots';

/** CHROME_PATH, an installed Chromium, or the one that came with the development dependencies (Linux x64). */
export async function launchBrowser(): Promise<Browser> {
  const executablePath =
    process.env['CHROME_PATH'] ?? INSTALLED.find((path) => existsSync(path)) ?? (await chromiumFile.executablePath());
  try {
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'] });
  } catch (error) {
    throw new Error('No browser for the tests could be started. Set CHROME_PATH to a Chromium or Chrome.', {
      cause: error,
    });
  }
}

/** A page in a browser profile of its own, and everything that went wrong in it. */
export interface Watched {
  readonly page: Page;
  /** Console errors, uncaught errors, violations of the Content-Security-Policy, requests to anybody else. */
  readonly faults: readonly string[];
  shoot(name: string): Promise<void>;
}

export async function visitor(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];

  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) faults.push(`request: ${request.url()}`);
  });
  await page.addInitScript({
    content: `addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective, e.blockedURI));`,
  });

  const shoot = async (name: string) => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  };
  return { page, faults, shoot };
}
