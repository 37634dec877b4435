import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { connectionProbe, ProbeTab, serveProbe } from '../support/connection-probe.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { acceptLink } from '../support/people.js';
import { quietPort, startServer, type RunningServer } from '../support/server.js';

describe('what is said on a device, in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let probe: string;
  let context: BrowserContext;
  const read: string[] = [];

  beforeAll(async () => {
    const port = await quietPort();
    probe = await connectionProbe();
    [browser, server] = await Promise.all([launchBrowser(), startServer({ port })]);
    panel = await openPanel(server);
  }, 120_000);

  beforeEach(async () => {
    context = await browser.newContext();
    await serveProbe(context, probe);
    await signIn('participant');
  });

  afterEach(() => context.close());

  afterAll(async () => {
    panel.host.disconnect();
    panel.moderator.disconnect();
    await browser.close();
    await server.close();
  });

  it('[R14, R81] is kept while the server is down, over the end of the page, and then stored once', async () => {
    const tab = await opened();
    await server.kill('SIGKILL');
    await tab.send(panel.threadId, 'Kept over a crash');
    expect(await tab.shown()).toEqual(['Kept over a crash kept']);
    await tab.page.close();
    await returns();

    const next = await ProbeTab.open(context, server.url, panel.panelId);
    await shows(next, ['Kept over a crash waiting']);
    expect(await timesStored('Kept over a crash')).toBe(1);
  }, 90_000);

  it('[R14, R81] is kept without a network, survives a reload, and is sent once there is one', async () => {
    const tab = await opened();
    await context.setOffline(true);
    await tab.send(panel.threadId, 'Said in a tunnel');
    expect(await tab.shown()).toEqual(['Said in a tunnel kept']);
    await tab.reload();
    await context.setOffline(false);

    await shows(tab, ['Said in a tunnel waiting']);
    expect(await timesStored('Said in a tunnel')).toBe(1);
  }, 90_000);

  it.each([
    ['with the browser’s locks', ''],
    ['by a lease where a page has no locks', `Object.defineProperty(navigator, 'locks', { value: undefined })`],
  ])(
    '[R82] is sent once and in order by two open tabs, %s',
    async (how, before) => {
      await context.addInitScript(before);
      const [one, two] = [await opened(), await opened()];
      await server.kill('SIGKILL');
      const texts = [0, 1, 2, 3, 4, 5].map((i) => `${i} ${how}`);
      for (const [i, text] of texts.entries()) await (i % 2 === 0 ? one : two).send(panel.threadId, text);
      await shows(
        two,
        texts.map((text) => `${text} kept`),
      );
      await returns();

      await shows(
        one,
        texts.map((text) => `${text} waiting`),
      );
      await shows(
        two,
        texts.map((text) => `${text} waiting`),
      );
      expect(await one.evaluate('store.snapshot().mine.items.map(({ text }) => text)')).toEqual(texts);
      for (const text of texts) expect(await timesStored(text)).toBe(1);
    },
    120_000,
  );

  it('[R20, R81] is stored once, whenever the server is killed', async () => {
    const tab = await opened();
    for (const ms of [0, 5]) {
      await tab.send(panel.threadId, `Killed after ${ms}`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await server.kill('SIGKILL');
      await returns();
      await shows(tab, [`Killed after ${ms} waiting`], true);
    }
    for (const ms of [0, 5]) expect(await timesStored(`Killed after ${ms}`)).toBe(1);
  }, 150_000);

  it('[R84] is neither shown to nor sent for somebody else who signs in here', async () => {
    const ana = await opened();
    const hers = await context.cookies();
    await server.kill('SIGKILL');
    await ana.send(panel.threadId, 'Ana’s alone');
    await ana.page.close();
    await returns();
    await context.clearCookies();
    await signIn('participant');

    const ben = await opened();
    await ben.send(panel.threadId, 'Ben’s');
    await shows(ben, ['Ben’s waiting']);
    expect(await timesStored('Ana’s alone')).toBe(0);

    await ben.page.close();
    await context.clearCookies();
    await context.addCookies(hers);
    await shows(await opened(), ['Ana’s alone waiting']);
    expect(await timesStored('Ana’s alone')).toBe(1);
  }, 90_000);

  it('[R84] goes with its author when they sign out, in every tab', async () => {
    const [one, other] = [await opened(), await opened()];
    await panel.host.does('pausePanel', { panelId: panel.panelId });
    await one.send(panel.threadId, 'Never sent');
    await shows(other, ['Never sent refused']);
    expect(await one.evaluate('probe.unsent()')).toBe(1);
    expect(await one.evaluate('probe.session.signOut()')).toBe(true);
    await panel.host.does('resumePanel', { panelId: panel.panelId });

    await shows(one, []);
    await shows(other, []);
    await until(async () => (await other.evaluate('probe.session.snapshot().session')) === null);
    await until(async () => (await one.evaluate('store.snapshot().you.seat')) === null);
    expect(await one.evaluate(KEPT_HERE)).toBe(0);
    expect(await timesStored('Never sent')).toBe(0);
  }, 60_000);

  it('[R85] works in memory, and says so, where this browser keeps nothing', async () => {
    await context.addInitScript(`IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); };`);
    const tab = await opened();
    await server.kill('SIGKILL');
    await tab.send(panel.threadId, 'In memory');
    expect(await tab.shown()).toEqual(['In memory kept']);
    expect(await tab.evaluate('store.snapshot().outboxIsDurable')).toBe(false);
    await returns();

    await shows(tab, ['In memory waiting']);
    expect(await timesStored('In memory')).toBe(1);
  }, 90_000);

  it('[R46, R86] polls the desk where no WebSocket gets through', async () => {
    await signIn('moderator');
    const tab = await opened();
    await tab.page.close();
    const page = await context.newPage();
    await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
    await page.goto(`${server.url}/probe.html`);
    const desk = `import('/probe.js').then(({ deskStore }) => {
      globalThis.desk = deskStore(${JSON.stringify(panel.panelId)});
      desk.subscribe(() => undefined);
    })`;
    await page.evaluate(desk);
    const waiting = () => page.evaluate<number | null>('desk.snapshot().desk?.waiting ?? null');
    await until(async () => (await waiting()) !== null);
    const before = (await waiting()) ?? 0;
    await panel.submit('For the desk');

    await until(async () => (await waiting()) === before + 1);
  }, 90_000);

  async function signIn(role: 'participant' | 'moderator'): Promise<void> {
    const { forumId, panelId } = panel;
    const link = await operatorLink(server, { role, forumId, panelId });
    const name = `P ${Math.random()
      .toString(36)
      .replaceAll(/[^a-z]/g, '')}`;
    const { cookie } = await acceptLink(server.url, link, name);
    for (const one of cookie.split('; ')) {
      const at = one.indexOf('=');
      await context.addCookies([{ name: one.slice(0, at), value: one.slice(at + 1), url: server.url }]);
    }
  }

  /** A tab that is in the panel. */
  async function opened(): Promise<ProbeTab> {
    const tab = await ProbeTab.open(context, server.url, panel.panelId);
    await until(() => tab.evaluate('Boolean(store.snapshot().mine)'));
    return tab;
  }

  async function returns(): Promise<void> {
    server = await startServer({ dataFolder: server.dataFolder, port: Number(new URL(server.url).port) });
    await Promise.all([panel.moderator.connect(), panel.host.connect()]);
  }

  async function shows(tab: ProbeTab, expected: readonly string[], amongOthers = false): Promise<void> {
    let shown: readonly string[] = [];
    await until(async () => {
      shown = await tab.shown();
      const has = expected.every((one) => shown.includes(one));
      return has && (amongOthers || shown.length === expected.length);
    }).catch(() => expect(shown).toEqual([...expected]));
  }

  /** How often it came to the desk, where everything said in this panel is read first. */
  async function timesStored(text: string): Promise<number> {
    const { panelId, moderator } = panel;
    for (;;) {
      const { contributionId } = await moderator.does('takeNext', { panelId });
      if (contributionId === null) return read.filter((one) => one === text).length;
      const desk = await moderator.ask('openDesk', { panelId });
      if (!desk.ok) throw new Error(desk.refusal.message);
      read.push(...desk.value.held.filter((item) => item.contributionId === contributionId).map((item) => item.text));
      await moderator.does('publish', { panelId, contributionId });
    }
  }
});

const KEPT_HERE = `new Promise((resolve) => {
  const opening = indexedDB.open('kurultai');
  opening.onsuccess = () => {
    const all = opening.result.transaction('outbox').objectStore('outbox').count();
    all.onsuccess = () => resolve(all.result);
  };
})`;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 450; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to be.');
}
