import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands, one line each; none is none. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Fading in, text has less contrast than it will have.
  await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
  await page.evaluate(AXE);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`,
  );
  return found as string[];
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
