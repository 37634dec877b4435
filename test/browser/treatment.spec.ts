import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, type OpenPanel } from '../support/panel.js';
import type { Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';

describe('how people are treated, in a real browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let author: Person;
  let first: Person;
  let second: Person;
  let third: Person;
  let desk: Watched;
  let mine: Watched;
  const watched: Watched[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    const { panelId } = panel;
    const screening = ['links', 'repeats', 'words'] as const;
    await panel.host.does('setTreatment', { panelId, secondLook: 'on', screening });
    author = await (await panel.person('participant', 'Ana')).connect();
    first = await (await panel.person('moderator', 'Mo')).connect();
    second = await (await panel.person('moderator', 'Sam')).connect();
    third = await (await panel.person('moderator', 'Tia')).connect();
    [desk, mine] = [await opens(first, '/desk'), await opens(author, '')];
  }, 120_000);

  afterAll(async () => {
    for (const person of [panel.host, panel.moderator, author, first, second, third]) person.disconnect();
    await browser.close();
    await server.close();
  });

  it('[M20, M27, M28] a decline waits for a second moderator, and everybody concerned is told so', async () => {
    const { page } = desk;
    const id = await says('The mayor sold the spring');
    await takes(page, id);
    await press(page, 'd');
    await press(page, '1');
    await page.locator('[data-statement="decline"]').waitFor();
    await press(page, 'Enter');
    await page.getByText('a second moderator decides').waitFor();
    await page.getByText('waits for another moderator').waitFor();
    await desk.shoot('treatment-desk-waits-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);

    await mine.page.getByText('One moderator would not publish this.').first().waitFor();
    await second.does('take', { panelId: panel.panelId, contributionId: id });
    await second.does('decline', { panelId: panel.panelId, contributionId: id, ruleId: 'on-topic', note: 'Not here.' });
    await line(id).locator('summary').click();
    await line(id).getByText('2 moderators read it').waitFor();
  }, 60_000);

  it('[M30, M33] its author appeals by one press and reads the written answer of somebody who was not involved', async () => {
    const [id] = await declined();
    const own = line(id);
    await own.getByRole('button', { name: 'Add a word on why' }).click();
    await own.getByLabel('Why, if you like').fill('It is about the spring, which is the topic.');
    await mine.shoot('treatment-appeal-1280');
    expect(await violationsInBothThemes(mine.page)).toEqual([]);
    await own.getByRole('button', { name: 'Appeal', exact: true }).click();
    await own.getByText('You have appealed').waitFor();

    const answering = await opens(third, '/desk');
    const { page } = answering;
    await takes(page, id);
    await page.locator(`[data-appeal="${id}"]`).waitFor();
    await page.getByText('It is about the spring, which is the topic.').waitFor();
    expect(await page.locator('.desk-actions').count()).toBe(0);
    await page.getByRole('button', { name: 'The decision was wrong' }).click();
    await page.getByText('Write the answer first').waitFor();
    await answering.shoot('treatment-appeal-desk-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByLabel('Your answer to the author').fill('It is about the spring indeed.');
    await page.getByRole('button', { name: 'The decision was wrong' }).click();
    // It waits again, and whoever answered may be the one who reads it.
    await page.locator('.desk-actions').waitFor();
    await press(page, 'f');
    await page.locator('[data-stage]').waitFor();

    await own.getByText('the decision was wrong').waitFor();
    await own.getByText('It is about the spring indeed.').waitFor();
    await mine.shoot('treatment-answered-1280');
    const { page: me, shoot } = await opens(author, '', '/me');
    await me.getByText('It is about the spring indeed.').waitFor();
    await shoot('treatment-me-1280');
  }, 60_000);

  it('[M35, M36] a moderator leaves a note, and leaves an item whose author they know', async () => {
    const { page } = desk;
    const id = await says('Look at https://spring.example and see');
    await takes(page, id);
    await page.getByText('has a link').waitFor();
    await page.getByRole('button', { name: 'Note for moderators' }).click();
    await page.getByLabel('Your note').fill('The third of these');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.locator('.desk-flag').getByText('The third of these').waitFor();
    await desk.shoot('treatment-marks-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'I know who wrote this' }).click();
    await page.getByRole('button', { name: 'Leave it', exact: true }).click();
    await page.locator('[data-stage]').waitFor();
    expect(await page.locator(`[data-item="${id}"]`).count()).toBe(0);
  }, 60_000);

  it('[M37, M38, M45] a flood is declined in one act, with its number typed, and taken back whole', async () => {
    const other = await (await panel.person('participant', 'Flo')).connect();
    for (const n of [1, 2, 3]) await says(`Buy well ${n} at https://wells.example`, other);
    other.disconnect();
    const { page } = desk;
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Decide on several' }).click();
    const sheet = page.getByRole('dialog', { name: 'Decide on several' });
    await sheet.getByText('Choose all of these').click();
    // What was left to somebody else stays in the list, and is left as if another held it.
    await sheet.getByText('4 chosen').waitFor();
    expect(await sheet.getByRole('button', { name: 'Decide on them' }).isEnabled()).toBe(false);
    await sheet.getByLabel('Under which rule').selectOption({ index: 1 });
    await desk.shoot('treatment-many-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Decide on them' }).click();
    const sure = page.getByRole('alertdialog');
    await sure.getByLabel('Type 4').fill('4');
    await sure.getByRole('button', { name: 'Decide on them' }).click();
    await sheet.getByText('3 decided. 1 was left as it was.').waitFor();
    await sheet.getByRole('button', { name: 'Take all of it back' }).click();
    await sheet.getByText('3 taken back.').waitFor();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'How we work' }).click();
    await page.getByRole('rowheader', { name: 'Sam' }).waitFor();
    await desk.shoot('treatment-work-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }, 60_000);

  it('[M26] hosts set it, and everybody reads how decisions are made', async () => {
    const host = await opens(panel.host, '/host?part=course');
    const block = host.page.getByRole('region', { name: 'How people are treated' });
    await block.getByText('A third decides').click();
    await host.shoot('treatment-host-1280');
    expect(await violationsInBothThemes(host.page)).toEqual([]);

    for (const language of ['en', 'ar'] as const) {
      const { page, shoot } = await visitor(browser, server.url, { viewport: { width: 390, height: 844 } });
      watched.push({ page, shoot, faults: [] });
      await page.addInitScript(`localStorage.setItem('settings', '{"language":"${language}"}')`);
      await page.goto(`${server.url}/panels/${panel.panelId}`);
      await page.getByRole('button', { name: language === 'en' ? 'House rules' : 'قواعد البيت' }).click();
      await page.getByText(language === 'en' ? 'a third decides' : 'قرر ثالث').waitFor();
      await shoot(`treatment-rules-390-${language}`);
      expect(await violationsInBothThemes(page)).toEqual([]);
    }
  }, 60_000);

  it('breaks no policy and asks nobody else for anything', () => {
    expect(watched.flatMap(({ faults }) => faults)).toEqual([]);
  });

  async function opens(person: Person, part: string, path = `/panels/${panel.panelId}${part}`): Promise<Watched> {
    const one = await visitor(browser, server.url, { storageState: { cookies: cookiesOf(person), origins: [] } });
    watched.push(one);
    await one.page.goto(`${server.url}${path}`);
    return one;
  }

  function cookiesOf(person: Person): Exclude<NonNullable<BrowserContextOptions['storageState']>, string>['cookies'] {
    return person.cookie.split('; ').map((pair) => ({
      ...{ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) },
      ...{ domain: new URL(server.url).hostname, path: '/', expires: -1, httpOnly: true, secure: false },
      sameSite: 'Lax' as const,
    }));
  }

  async function says(text: string, who = author): Promise<string> {
    const { panelId, threadId } = panel;
    return (await who.does('submit', { panelId, threadId, kind: 'comment', text, lang: 'en' })).contributionId;
  }

  async function declined(): Promise<readonly [string]> {
    const reply = await author.ask('mine', { panelId: panel.panelId });
    const id = reply.ok ? reply.value.items.find(({ standing }) => standing === 'declined')?.contributionId : undefined;
    if (id === undefined) throw new Error('Nothing was declined.');
    return [id];
  }

  function line(id: string) {
    return mine.page.locator(`[data-mine="${id}"]`).first();
  }

  async function takes(page: Page, id: string): Promise<void> {
    await page.locator('[data-stage], [data-item]').first().waitFor();
    await press(page, 'j');
    await page.locator(`[data-item="${id}"]`).waitFor();
  }

  async function press(page: Page, key: string): Promise<void> {
    await page.locator('.desk-room:not([data-busy])').waitFor();
    await page.keyboard.press(key);
  }
});
