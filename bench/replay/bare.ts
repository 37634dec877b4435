import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { percentile, rounded } from '../support/measure.js';
import type { Told } from './record.js';

const ORIGIN = 'http://bare.test';
const SEEKS = 10;
const PAGE = '<!doctype html><title>bare</title>';
const DOMAIN = new URL('../../domain/', import.meta.url);

const FOLDS = `(async () => {
  const { evolveRecord, initialRecord } = await import('${ORIGIN}/panel/evolve/record.js');
  const entries = await (await fetch('${ORIGIN}/entries')).json();
  const took = [];
  for (let i = 1; i <= ${SEEKS}; i++) {
    const seq = Math.floor(((i * 0.618) % 1) * entries.length);
    const started = performance.now();
    entries.slice(0, seq).reduce(evolveRecord, initialRecord);
    took.push(performance.now() - started);
  }
  return took;
})()`;

/** The same seeks in the same browser, folding from the first entry for each of them and drawing nothing. */
export async function bareSeeks(context: BrowserContext, told: readonly Told[], throttle: number) {
  const entries = JSON.stringify(told.map(({ at, event }, i) => ({ seq: i + 1, at, event })));
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
    if (pathname === '/entries') return route.fulfill({ contentType: 'application/json', body: entries });
    const body = readFileSync(fileURLToPath(new URL(`.${pathname}`, DOMAIN)), 'utf8');
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/`);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const took = await page.evaluate<number[]>(FOLDS);
  await page.close();
  return { p50: rounded(percentile(took, 50)), p95: rounded(percentile(took, 95)) };
}
