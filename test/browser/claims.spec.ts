import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import { acceptLink, type Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';

const LIST = [
  'Имя;E-mail;Country;Groups',
  'Ада;ada@example.org;Nepal;',
  'Ben;ben@example.org;KAZ;Displaced people',
  'Cem;cem@example.org;Atlantis;',
  'Dan;dan-at-example.org;KZ;',
  '=HYPERLINK("x");eve@example.org;DE;',
].join('\n');

describe('groups and shares', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let chair: Person;
  let ada: Person;
  let host: Watched;
  let participant: Watched;
  let code = '';

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    const { forumId } = panel;
    chair = await acceptLink(server.url, await operatorLink(server, { role: 'host', forumId }), 'Hanna');
    ada = await panel.person('participant', 'Ada');
    host = await opens(chair);
    participant = await opens(ada);
  }, 240_000);

  afterAll(async () => {
    panel?.host.disconnect();
    panel?.moderator.disconnect();
    await browser.close();
    await server.close();
  });

  it('[G4] are a part of the console for hosts of the forum, and for no moderator', async () => {
    const moderator = await opens(panel.moderator);
    await moderator.page.goto(console(panel, 'groups'));
    await moderator.page.getByRole('button', { name: 'Course' }).waitFor();
    expect(await moderator.page.getByRole('button', { name: 'Groups' }).count()).toBe(0);
    expect(await moderator.page.getByText('Groups and shares').count()).toBe(0);
    await moderator.page.context().close();

    const ofPanel = await opens(panel.host);
    await ofPanel.page.goto(console(panel, 'groups'));
    await ofPanel.page.getByText('Groups belong to the whole forum').waitFor();
    await ofPanel.page.context().close();
  });

  it('[G2, G3] are chosen from lists that say where they come from, and warn of shares that cannot be kept', async () => {
    const { page } = host;
    await page.goto(console(panel, 'groups'));
    await page.getByText('No groups yet').waitFor();
    await host.shoot('groups-none');
    await page.getByRole('button', { name: 'Add from a list' }).click();
    await page.getByText('Lists change.').waitFor();
    await page.getByRole('button', { name: 'Add: Regional groups of the UN' }).click();
    await page.getByRole('button', { name: 'Add: Least developed countries' }).click();
    await page.locator('.groups-presets summary').nth(1).click();
    await page.getByRole('dialog').getByText('44 as of 13 December 2024').waitFor();
    await host.shoot('groups-presets');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).last().click();

    await page.getByLabel('A group of your own').fill('Displaced people');
    await page.getByText('Belonging to it is sensitive').click();
    await page.getByRole('button', { name: 'Add group' }).click();
    const share = page.getByLabel('Guaranteed share of African States, percent');
    await share.fill('60');
    await page.getByText('together 100%').waitFor();
    await host.shoot('groups-warned');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await share.fill('0');
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await share.fill('20');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for the forum.').waitFor();
    await page.getByText('Fewer than 10 people').nth(6).waitFor();
    expect(await page.getByText('Fewer than 10 people').count()).toBe(7);
  });

  it('become the rule of a panel by a word, for everybody to read', async () => {
    const { page } = host;
    await page.getByRole('button', { name: 'Use the shares of the forum here' }).click();
    await page.getByText('The shares of the forum hold here.').waitFor();
    const record = await chair.fetch(`/api/panels/${panel.panelId}/record`);
    expect(await record.text()).toContain('Displaced people');
  });

  it('[G7] are given by codes that are shown once', async () => {
    const { page } = host;
    await page
      .locator('section[aria-labelledby=codes]')
      .getByLabel('Group')
      .selectOption({ label: 'Displaced people' });
    await page.getByLabel('How many', { exact: true }).fill('3');
    await page.getByRole('button', { name: 'Make codes' }).click();
    await page.getByText('3 codes for “Displaced people”').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('section[aria-labelledby=codes]').getByRole('button', { name: 'Download' }).click(),
    ]);
    const rows = parse(await readFile((await saved.path()) ?? ''), { bom: true, columns: true }) as {
      code: string;
      link: string;
    }[];
    expect(rows).toHaveLength(3);
    code = rows[0]?.code ?? '';
    expect(rows[0]?.link).toBe(`${server.url}/me/claims#code=${code}`);
    await page.getByText('Unused codes of this group: fewer than 10.').waitFor();
    await host.shoot('groups-codes');
  });

  it('[G10, G12] are given by a list, looked through first; its links come as a file without formulas', async () => {
    const { page } = host;
    await page.setInputFiles('input[type=file]', {
      name: 'accredited.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LIST),
    });
    await page.getByText('3 people can be taken over').waitFor();
    await page.getByText('2 lines to look at').waitFor();
    await page.getByText('Atlantis').waitFor();
    await host.shoot('groups-list');
    expect(await violationsInBothThemes(page)).toEqual([]);

    await page.getByRole('button', { name: 'Take over 3 people' }).click();
    await page.getByText('3 people were taken over').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the links' }).click(),
    ]);
    const text = await readFile((await saved.path()) ?? '', 'utf8');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    const rows = parse(text, { bom: true, columns: true }) as { name: string; link: string }[];
    expect(rows.map(({ name }) => name)).toEqual(['Ада', 'Ben', `'=HYPERLINK("x")`]);
    expect(rows.every(({ link }) => link.includes('/join#i='))).toBe(true);
  });

  it('[G8] are seen, added to and withdrawn by those who count for them', async () => {
    const { page } = participant;
    await page.goto(`${server.url}/me/claims#code=${code}`);
    await page.getByText('You count for no group here.').waitFor();
    await page.getByRole('button', { name: 'Use the code' }).click();
    await page.getByText('From a code you were given. Counts for turns and in reports.').waitFor();

    await page.getByText('Say it yourself').click();
    await page.getByLabel('Group').selectOption({ label: 'Least developed countries' });
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('You said so yourself. Counts in reports only.').waitFor();
    await participant.shoot('claims');
    expect(await violationsInBothThemes(page)).toEqual([]);

    await page.getByRole('button', { name: 'Withdraw: Displaced people' }).click();
    await page.getByText('To count for it again you need a new code').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Withdrawn. You do not count for it any more.').waitFor();
    await page.getByLabel('A code somebody gave you').fill(code);
    await page.getByRole('button', { name: 'Use the code' }).click();
    await page.getByText('This code does not work').waitFor();
  });

  it('[G8] are taken at the door with the name, and a code that is not good says so after', async () => {
    const { forumId, panelId } = panel;
    const made = await chair.post(`/api/forums/${forumId}/groups/codes`, { group: 'ldc', count: 1 });
    const [good = ''] = (made.body as { codes: string[] }).codes;
    for (const [name, typed, lands] of [
      ['Bela', good, /\/panels\//],
      ['Cora', good, /\/me\/claims/],
    ] as const) {
      const door = await visitor(browser, server.url);
      await door.page.goto(await operatorLink(server, { role: 'participant', forumId, panelId }));
      await door.page.getByLabel('Your name').fill(name);
      await door.page.getByText('I have a code for a group').click();
      await door.page.getByLabel('A code somebody gave you').fill(typed);
      await door.shoot('claims-door');
      await door.page.getByRole('button', { name: 'Join' }).click();
      await door.page.waitForURL(lands);
      await door.page.context().close();
    }
  });

  it.each([
    ['phone', { viewport: { width: 390, height: 844 } }, 'en'],
    ['dark', { colorScheme: 'dark' }, 'kk'],
    ['arabic', { viewport: { width: 390, height: 844 } }, 'ar'],
    ['russian', {}, 'ru'],
  ] as const)('fit on every screen: %s', async (name, options, language) => {
    for (const [who, person, path] of [
      ['groups', chair, console(panel, 'groups')],
      ['claims', ada, `${server.url}/me/claims`],
    ] as const) {
      const seen = await opens(person, options);
      await seen.page.addInitScript(`localStorage.setItem('settings', '{"language":"${language}"}')`);
      await seen.page.goto(path);
      await seen.page.locator(who === 'groups' ? '.groups-picture' : '.claims-list').waitFor();
      await seen.shoot(`${who}-${name}`);
      const overflow = await seen.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ who, overflow }).toEqual({ who, overflow: 0 });
      expect(seen.faults).toEqual([]);
      await seen.page.context().close();
    }
  });

  it('leave no fault behind', () => {
    expect(host.faults).toEqual([]);
    expect(participant.faults.filter((fault) => !fault.includes('403'))).toEqual([]);
  });

  async function opens(person: Person, options: BrowserContextOptions = {}): Promise<Watched> {
    const seen = await visitor(browser, server.url, options);
    await seen.page.context().addCookies(cookiesOf(person));
    return seen;
  }

  function console({ panelId }: OpenPanel, part: string): string {
    return `${server.url}/panels/${panelId}/host?part=${part}`;
  }
});

function cookiesOf(person: Person): Parameters<ReturnType<Page['context']>['addCookies']>[0] {
  return person.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: person.url };
  });
}
