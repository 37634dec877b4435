import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations, violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { operatorLink } from '../support/panel.js';
import { acceptLink, nobody, Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';

const TITLE = 'Water in dry years';
const QUESTION = 'Who reads the gauges when nobody trusts the other bank?';

describe('a host at the console, and the stage in the hall', () => {
  let browser: Browser;
  let server: RunningServer;
  let host: Watched;
  let stage: Watched;
  let panelId: string;
  let moderator: Person;
  let participant: Person;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    const owner = await acceptLink(server.url, await operatorLink(server, { role: 'owner' }), 'Olga');
    const forum = await owner.post('/api/forums', { slug: 'water', title: 'Water forum', description: '' });
    const { forumId } = forum.body as { forumId: string };
    host = await visitor(browser, server.url);
    stage = await visitor(browser, server.url, { viewport: { width: 1280, height: 720 } });
    await joins(host.page, await operatorLink(server, { role: 'host', forumId }));
  }, 120_000);

  afterAll(async () => {
    moderator?.disconnect();
    participant?.disconnect();
    await browser.close();
    await server.close();
  });

  it('makes a panel from nothing, by keyboard alone', async () => {
    const { page } = host;
    await page.goto(server.url);
    await enter(page, page.getByRole('button', { name: 'New panel' }));
    await page.getByLabel('Title').waitFor();
    await page.keyboard.type(TITLE);
    await enter(page, page.getByRole('button', { name: 'Make the panel' }));

    await page.waitForURL(/\/panels\/[0-9a-f-]+\/host/);
    panelId = /panels\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await page.getByText('Nobody can write without one.').waitFor();
    await host.shoot('host-draft');
  });

  it('keeps what is typed over a reload, and announces the panel', async () => {
    const { page } = host;
    await part(page, 'Panel');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await page.getByLabel('Description').fill('How the banks share what they measure.');
    await page.getByLabel('Starts').fill(tomorrow);
    await page.reload();
    await page.getByText('Changes that are not saved').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.locator('.host-state .phase.scheduled').waitFor();
    await host.shoot('host-panel');

    await stage.page.goto(`${server.url}/panels/${panelId}/stage`);
    await stage.page.getByText('Starts in').waitFor();
    await stage.shoot('stage-before');
  });

  it('opens a thread and invites, with a link that is shown once', async () => {
    const { page } = host;
    await part(page, 'Threads');
    await page.getByLabel('New thread').fill('Gauges');
    await page.keyboard.press('Enter');
    await page.locator('.host-list-title', { hasText: 'Gauges' }).waitFor();

    await part(page, 'People');
    moderator = await invited('Moderator', 'Mira');
    await invited('Panellist', 'Pavel');
    await host.shoot('host-people');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Revoke' }).first().waitFor({ state: 'detached' });
  });

  it('opens the panel, and the stage asks everybody', async () => {
    const { page } = host;
    await part(page, 'Course');
    await enter(page, page.getByRole('button', { name: 'Open the panel' }));
    await enter(page, page.getByRole('alertdialog').getByRole('button', { name: 'Open the panel' }));
    await page.locator('.host-state .phase.open').waitFor();

    await stage.page.getByText('Send your question').waitFor();
    await stage.shoot('stage-invite');
    expect(await violations(stage.page)).toEqual([]);
  });

  it('puts a question to a panellist with a time, and the stage shows it', async () => {
    await asks(QUESTION);
    const { page } = host;
    await page.getByText('Agree: fewer than 5 people').waitFor();
    await enter(page, page.getByRole('button', { name: 'Put to the panel' }));
    await page.getByRole('switch', { name: /Pavel/ }).press('Space');
    await page.getByText('5 min', { exact: true }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put to the panel' }).press('Enter');
    await page.locator('.posed-now').getByText(QUESTION).waitFor();
    await page.getByText('To Pavel').waitFor();
    await host.shoot('host-posed');

    const said = stage.page.locator('.fit-text', { hasText: QUESTION });
    await said.waitFor();
    await stage.page.getByText('To Pavel').waitFor();
    expect(await said.evaluate(sizeOf)).toBeGreaterThan(720 * 0.06);
    await stage.shoot('stage-question');
    expect(await violations(page)).toEqual([]);
    expect(await violations(stage.page)).toEqual([]);
  });

  it('cuts a very long question with dignity, never below what is read at 20 m', async () => {
    const { contributionId } = await asks(`Long: ${'who measures what, and when, '.repeat(130)}`);
    await moderator.does('pose', { panelId, contributionId });
    await stage.page.getByText('The whole question is on your phone').waitFor();
    const size = await stage.page.locator('.fit-text').evaluate(sizeOf);
    expect(size).toBeGreaterThanOrEqual(720 * 0.03);
    await stage.shoot('stage-long');

    await stage.page.keyboard.press('ArrowLeft');
    await stage.page.locator('.fit-text', { hasText: QUESTION }).waitFor();
    await moderator.does('unpose', { panelId, contributionId });
  });

  it('marks it answered by a key, and can take that back', async () => {
    const { page } = host;
    await page.locator('h1').click();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('button', { name: 'Pavel' }).press('Enter');
    await stage.page.getByText('Send your question').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await stage.page.locator('.fit-text', { hasText: QUESTION }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('button', { name: 'Answered, without a name' }).press('Enter');
    await page.getByText('1 answered').waitFor();
  });

  it('[S47] suggests what to put next and who asked for it, and puts it by one tap', async () => {
    const { page } = host;
    const { contributionId } = await asks('Who pays for new gauges?');
    await asks('Who pays for the new gauges?');
    const slate = page.locator('section', { has: page.getByRole('heading', { name: 'What to put next' }) });
    await slate.locator('.host-question', { hasText: 'Who pays for new gauges?' }).waitFor();
    await slate.getByText('Provisional').waitFor();
    await slate.getByText(/No group of five or more who support something is left out/).waitFor();
    await page.getByText('1 pair says almost the same').waitFor();
    await host.shoot('host-slate');
    expect(await violations(page)).toEqual([]);

    await slate.getByRole('button', { name: 'Add to my order' }).first().press('Enter');
    await slate.getByRole('radio', { name: 'My order' }).press('Space');
    await slate.getByText(/of voters find something/).waitFor();
    await host.shoot('host-own-order');
    expect(await violations(page)).toEqual([]);
    await slate.getByRole('radio', { name: 'Suggested' }).press('Space');
    const first = slate.locator('.host-question', { hasText: 'Who pays for new gauges?' });
    await first.getByRole('button', { name: 'Put now' }).press('Enter');
    await page.locator('.posed-now').getByText('Who pays for new gauges?').waitFor();
    await moderator.does('unpose', { panelId, contributionId });
  });

  it('sets slow mode, holds everything within a second, and goes on step by step', async () => {
    const { page } = host;
    await page.getByRole('radio', { name: '10 sec' }).press('Space');
    await eventually(async () => expect((await record()).slowModeSeconds).toBe(10));

    await page.locator('h1').click();
    await page.keyboard.press('h');
    await page.getByText('Press again within 3 seconds').waitFor();
    expect((await record()).phase).toBe('open');
    await page.keyboard.press('h');
    await page.locator('.host-state .phase.paused').waitFor({ timeout: 1_000 });
    expect(await record()).toMatchObject({ publication: { mode: 'before' }, slowModeSeconds: 60 });
    await page.getByRole('heading', { name: 'Everything is held' }).waitFor();
    await host.shoot('host-held');
    expect(await violations(page)).toEqual([]);

    await page.locator('.held-steps').getByRole('button', { name: 'Resume' }).press('Enter');
    await page.locator('.host-state .phase.open').waitFor();
  });

  it('pauses with a reason that the stage shows', async () => {
    const { page } = host;
    await page.locator('h1').click();
    await page.keyboard.press('p');
    await page
      .getByRole('alertdialog')
      .getByLabel(/Reason/)
      .fill('Tea for ten minutes');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Pause' }).press('Enter');
    await stage.page.getByText('Tea for ten minutes').waitFor();
    await stage.shoot('stage-paused');
  });

  it('is read in Arabic from right to left, on a phone as well', async () => {
    const { page } = host;
    await page.evaluate(`localStorage.setItem('settings', JSON.stringify({ language: 'ar' }))`);
    await page.reload();
    await page.locator('.host-block').first().waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await host.shoot('host-ar-1280');
    await page.setViewportSize({ width: 390, height: 844 });
    await host.shoot('host-ar-390');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(`localStorage.setItem('settings', JSON.stringify({ language: 'en' }))`);
    await page.reload();
    await page.getByRole('heading', { name: 'Before the panel' }).waitFor();
  });

  it('closes and archives, each said before it is done', async () => {
    const { page } = host;
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close the panel' }).click();
    await stage.page.getByText('Thank you for being here.').waitFor();
    await stage.shoot('stage-over');

    await page.getByRole('button', { name: 'Archive the panel' }).click();
    const dialog = page.getByRole('alertdialog');
    expect(await dialog.getByRole('button', { name: 'Archive the panel' }).isDisabled()).toBe(true);
    await dialog.getByLabel('To go on, type: archive').fill('archive');
    await dialog.getByRole('button', { name: 'Archive the panel' }).click();
    await page.locator('.host-state .phase.archived').waitFor();
    await host.shoot('host-archived');
    expect((await record()).phase).toBe('archived');
  });

  it('is for those who run the panel only', async () => {
    const { page } = await visitor(browser, server.url);
    await page.goto(`${server.url}/panels/${panelId}/host`);
    await page.getByRole('heading', { name: 'This page is for those who run the panel' }).waitFor();
    await page.context().close();
  });

  it('breaks no policy, raises no error and asks nobody else for anything', () => {
    expect([...host.faults, ...stage.faults]).toEqual([]);
  });

  async function joins(page: Page, link: string): Promise<void> {
    await page.goto(link);
    await page.getByLabel('Your name').fill('Hana');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/join'));
  }

  /** Somebody who came by a link made on the page. */
  async function invited(role: string, name: string): Promise<Person> {
    const { page } = host;
    await page.getByRole('radio', { name: role }).press('Space');
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText(`${role}: a link for 1 person`).waitFor();
    const link = await page.locator('[data-copy]').innerText();
    return (await acceptLink(server.url, link, name)).connect();
  }

  /** A participant asks and votes; the moderator publishes. */
  async function asks(text: string): Promise<{ contributionId: string }> {
    participant ??= await (await joined('Aigerim')).connect();
    const [threadId] = (await snapshot()).threads.map(({ id }) => id);
    const { contributionId } = await participant.does('submit', {
      panelId,
      threadId: threadId ?? '',
      kind: 'question',
      text,
      lang: 'en',
    });
    await moderator.does('take', { panelId, contributionId });
    await moderator.does('publish', { panelId, contributionId });
    await participant.does('castVote', { panelId, contributionId, choice: 'agree' });
    return { contributionId };
  }

  async function joined(name: string): Promise<Person> {
    const response = await nobody(server.url).fetch('/api/join', {
      method: 'POST',
      body: JSON.stringify({ panelId, name }),
    });
    const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    return new Person(server.url, cookie.join('; '));
  }

  async function snapshot(): Promise<{
    readonly phase: string;
    readonly slowModeSeconds: number;
    readonly threads: readonly { readonly id: string }[];
  }> {
    const response = await moderator.fetch(`/api/panels/${panelId}/record/snapshot`);
    return ((await response.json()) as { snapshot: Awaited<ReturnType<typeof snapshot>> }).snapshot;
  }

  const record = snapshot;
});

async function part(page: Page, name: string): Promise<void> {
  await page.locator('.host-parts').getByRole('button', { name, exact: true }).click();
}

/** Walks there by Tab and presses Enter. */
async function enter(page: Page, button: Locator): Promise<void> {
  await button.waitFor();
  for (let steps = 0; steps < 120; steps++) {
    if (await button.evaluate(hasFocus)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Runs in the page. */
function hasFocus(element: unknown): boolean {
  const { document } = globalThis as unknown as { document: { activeElement: unknown } };
  return document.activeElement === element;
}

/** Runs in the page. */
function sizeOf(element: unknown): number {
  const { getComputedStyle } = globalThis as unknown as { getComputedStyle(e: unknown): { fontSize: string } };
  return parseFloat(getComputedStyle(element).fontSize);
}
