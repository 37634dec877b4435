import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';

const PAGE = '/probe.html';
const MODULE = '/probe.js';

/** The client’s connection without its screens, in one file. Built by a process of its own, as Vite bears no test runner’s realm. */
export async function connectionProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kurultai-probe-'));
  const [entry, outDir, config] = ['entry.ts', 'out', 'vite.config.mjs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const lib = { entry, formats: ['es'], fileName: 'probe' };
  await writeFile(entry, `export * from ${JSON.stringify(resolve('client/connection/this-tab.ts'))};`);
  await writeFile(config, `export default ${JSON.stringify({ logLevel: 'error', build: { outDir, lib } })};`);
  const vite = resolve('node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', resolve('client'), '--config', config], {
    timeout: 60_000,
  });
  const code = await readFile(join(outDir, 'probe.js'), 'utf8');
  await rm(folder, { recursive: true, force: true });
  return code;
}

/** Pages of this context may load the probe from the server’s own origin, even while it is down. */
export async function serveProbe(context: BrowserContext, code: string): Promise<void> {
  await context.route(`**${PAGE}`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await context.route(`**${MODULE}`, (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
}

/** One tab in which a panel is held, driven as a screen drives it. */
export class ProbeTab {
  constructor(
    readonly page: Page,
    private readonly panelId: string,
  ) {}

  static async open(context: BrowserContext, origin: string, panelId: string): Promise<ProbeTab> {
    const tab = new ProbeTab(await context.newPage(), panelId);
    await tab.page.goto(`${origin}${PAGE}`);
    await tab.begin();
    return tab;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.begin();
  }

  send(threadId: string, text: string): Promise<void> {
    const body = { threadId, kind: 'comment', text, lang: 'en' };
    return this.page.evaluate(`store.send('submit', ${JSON.stringify(body)}).then(() => undefined)`);
  }

  /** Where each message of one’s own stands, as a screen draws it. */
  shown(): Promise<string[]> {
    return this.page.evaluate(`(({ mine, outbox }) => [
      ...(mine?.items ?? []).map(({ text, standing }) => text + ' ' + standing),
      ...outbox.map(({ body, state }) => body.text + ' ' + state),
    ].sort())(store.snapshot())`);
  }

  evaluate<T>(code: string): Promise<T> {
    return this.page.evaluate<T>(code);
  }

  private begin(): Promise<void> {
    return this.page.evaluate(`import(${JSON.stringify(MODULE)}).then((probe) => {
      globalThis.probe = probe;
      globalThis.store = probe.panelStore(${JSON.stringify(this.panelId)});
      globalThis.stop = store.subscribe(() => undefined);
    })`);
  }
}
