import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands, one line each; none is none. */
export async function violations(page: Page): Promise<readonly string[]> {
  await settled(page);
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`,
  );
  return found as string[];
}

/** Until what moves is where it goes: fading in, text has less contrast than it will have. What turns for ever is left to. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished))`);
}

/** In light and in dark, one after the other. */
export async function violationsInBothThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look });
    found.push(...(await violations(page)).map((line) => `${look}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
