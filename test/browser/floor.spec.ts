import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations, violationsInBothThemes } from '../support/axe.js';
import { launchBrowser, visitor, type Watched } from '../support/browser.js';
import { openPanel, operatorLink, type OpenPanel } from '../support/panel.js';
import type { Person } from '../support/people.js';
import { startServer, type RunningServer } from '../support/server.js';

const PHONE = { viewport: { width: 390, height: 844 } };

describe('the floor, as a host, a speaker and the hall use it', () => {
  let browser: Browser;
  let server: RunningServer;
  let panel: OpenPanel;
  let host: Watched;
  let speaker: Watched;
  let stage: Watched;
  const others: Person[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    panel = await openPanel(server);
    [host, speaker, stage] = await Promise.all([
      visitor(browser, server.url, PHONE),
      visitor(browser, server.url),
      visitor(browser, server.url, { viewport: { width: 1280, height: 720 } }),
    ]);
    for (const name of ['Nurlan Abenov', 'Chimamanda Okoye', 'مريم الحسن', 'Wei']) {
      others.push(await (await panel.person('participant', name)).connect());
    }
    await joins(host.page, 'host', 'Hektor');
    await joins(stage.page, 'host', 'Projector');
    await joins(speaker.page, 'participant', 'Aigerim Sadykova');
    await host.page.goto(`${server.url}/panels/${panel.panelId}/host`);
    await speaker.page.goto(`${server.url}/panels/${panel.panelId}`);
    await stage.page.goto(`${server.url}/panels/${panel.panelId}/stage`);
  }, 120_000);

  afterEach(() => expect([host, speaker, stage].flatMap(({ faults }) => faults)).toEqual([]));

  afterAll(async () => {
    for (const one of [...others, panel.host, panel.moderator]) one.disconnect();
    await browser.close();
    await server.close();
  });

  it('[F1] is opened by one switch, and then everybody may ask', async () => {
    const { page } = host;
    await page.getByText('The floor', { exact: true }).waitFor();
    expect(await speaker.page.getByRole('button', { name: 'Ask to speak' }).count()).toBe(0);
    await page.getByText('People may ask to speak').click();
    await page.getByText('Nobody waits to speak').waitFor();
    await speaker.page.getByRole('button', { name: 'Ask to speak' }).waitFor();
    await host.shoot('floor-host-empty-390');
  });

  it('[F2] is asked for with a kind, a thread and one line', async () => {
    const { page } = speaker;
    await page.getByRole('button', { name: 'Ask to speak' }).click();
    const form = page.getByRole('form', { name: 'Ask to speak' });
    await form.getByLabel('Thread').selectOption({ label: 'Thread' });
    await form.getByLabel('In one line').fill('What the upper dam releases in dry years');
    await speaker.shoot('floor-ask-1280');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await form.getByRole('button', { name: 'Ask to speak' }).click();
    await page.locator('.own-place').getByText('You are next: be ready to speak').waitFor();
    await host.page.getByRole('button', { name: 'Give the floor to Aigerim Sadykova' }).waitFor();
  });

  it('[F5] is given in one tap, and the hall sees who speaks and who is next', async () => {
    const { panelId } = panel;
    await ask(others[0], 'topic');
    await ask(others[1], 'topic');
    await ask(others[2], 'topic');
    await host.page.getByRole('button', { name: 'Give the floor to Aigerim Sadykova' }).dblclick();
    await host.page.locator('.floor-now').getByText('Aigerim Sadykova').waitFor();
    await speaker.page.locator('.own-place').getByText('You have the floor').waitFor();
    await stage.page.getByRole('heading', { name: 'Aigerim Sadykova' }).waitFor();
    // The hall’s screen is a host’s; everybody else is told when the speech ends.
    await stage.page.locator('.stage-next').getByText('Nurlan Abenov').waitFor();
    await speaker.page.getByText('3 wait. Who is next is chosen when this speech ends.').waitFor();
    await stage.shoot('floor-stage');
    await stage.page.setViewportSize(PHONE.viewport);
    await stage.shoot('floor-stage-390');
    await stage.page.setViewportSize({ width: 1280, height: 720 });
    await host.shoot('floor-host-390');
    await speaker.shoot('floor-speaking-1280');
    expect(await violations(stage.page)).toEqual([]);
    expect(await violationsInBothThemes(host.page)).toEqual([]);

    const { contributionId } = await panel.submit('How will upstream states share data in dry years?');
    await panel.publish(contributionId);
    await panel.moderator.does('pose', { panelId, contributionId });
    await stage.page.locator('.stage-speaking').getByText('Aigerim Sadykova').waitFor();
    await stage.shoot('floor-stage-question');
    expect(await violations(stage.page)).toEqual([]);
  });

  it('[F8] lets others go first, and tells so', async () => {
    await speaker.page.getByRole('button', { name: 'I have finished' }).click();
    await speaker.page.getByText('Nobody has the floor right now.').waitFor();
    await ask(others[3], 'order');
    await speaker.page.getByRole('button', { name: 'Ask to speak' }).click();
    const form = speaker.page.getByRole('form', { name: 'Ask to speak' });
    await form.getByText('Show me by role only').click();
    await form.getByRole('button', { name: 'Ask to speak' }).click();
    await speaker.page.getByText('You are number 5 in line to speak').waitFor();
    await speaker.page.getByRole('button', { name: 'Let others go first' }).click();
    await speaker.page.locator('.own-request').getByText('You let others go first').waitFor();
    await speaker.shoot('floor-waiting-1280');
    expect(await violations(speaker.page)).toEqual([]);
  });

  it('[F6] asks before somebody is chosen by hand, and warns once that is more than one in five', async () => {
    const { page } = host;
    await page.getByRole('button', { name: 'Give the floor to Wei' }).waitFor();
    await page.getByText('Choose somebody else').click();
    await page.locator('.floor-others').getByRole('button', { name: 'Give the floor to Chimamanda Okoye' }).click();
    await page.getByText('the record says for everybody').waitFor();
    await host.shoot('floor-override-390');
    await page.getByRole('button', { name: 'Give it out of turn' }).click();
    await page.locator('.floor-now').getByText('Chimamanda Okoye').waitFor();
    await page.getByText('That is more than one in five').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await host.shoot('floor-host-1280');
    await page.emulateMedia({ colorScheme: 'dark' });
    await host.shoot('floor-host-1280-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  it('[F19] stands still while the panel is paused, and says so', async () => {
    const { panelId } = panel;
    await panel.host.does('pausePanel', { panelId });
    const words = 'The panel is paused: the clock stands still';
    for (const { page } of [host, speaker]) await page.locator('.hint').getByText(words).waitFor();
    const give = host.page.locator('.floor-give');
    expect(await give.isDisabled()).toBe(true);
    await host.page.setViewportSize(PHONE.viewport);
    await host.shoot('floor-host-paused-390');
    await panel.host.does('resumePanel', { panelId });
    await host.page.locator('.floor-give:not([disabled])').waitFor();
  });

  it('[F24] declines a request with a rule and words, which whoever asked reads at once', async () => {
    const { page } = host;
    await page.locator('.floor-others').getByRole('button', { name: 'Decline: Participant' }).click();
    await page.getByLabel('Why, in a sentence').fill('The list of speakers is full for this session.');
    await host.shoot('floor-decline-390');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Decline it' }).click();
    await speaker.page.locator('.own-request').getByText('Your request was declined').waitFor();
    await speaker.page.locator('.own-request').getByText('The list of speakers is full').waitFor();
    await speaker.shoot('floor-declined-1280');
    expect(await violations(speaker.page)).toEqual([]);
    await speaker.page.getByRole('button', { name: 'Ask to speak' }).waitFor();
  });

  it('reads from right to left in Arabic', async () => {
    const { panelId } = panel;
    for (const [watched, path, ready] of [
      [host, `panels/${panelId}/host`, '.floor-now'],
      [speaker, `panels/${panelId}`, '.own-request'],
      [stage, `panels/${panelId}/stage`, '.stage-speaking'],
    ] as const) {
      await watched.page.evaluate(`localStorage.setItem('settings', '{"language":"ar"}')`);
      await watched.page.setViewportSize(watched === stage ? { width: 1280, height: 720 } : PHONE.viewport);
      await watched.page.goto(`${server.url}/${path}`);
      if (watched === speaker) await watched.page.locator('.bottom-bar button').nth(1).click();
      await watched.page.locator(ready).waitFor();
      await watched.shoot(`floor-${watched === host ? 'host' : watched === speaker ? 'waiting' : 'stage'}-ar`);
      expect(await violations(watched.page)).toEqual([]);
      await watched.page.evaluate(`localStorage.setItem('settings', '{"language":"en"}')`);
    }
  });

  it('[F17] is in the replay afterwards', async () => {
    const { panelId } = panel;
    await host.page.locator('.floor-now button').click();
    await host.page.locator('.floor-now').waitFor({ state: 'detached' });
    await panel.host.does('closePanel', { panelId });
    await speaker.page.setViewportSize({ width: 1280, height: 800 });
    await speaker.page.goto(`${server.url}/panels/${panelId}/replay`);
    await speaker.page.locator('.timeline').waitFor();
    await speaker.page.keyboard.press('End');
    await speaker.page.locator('.speech-row').getByText('Chimamanda Okoye had the floor').waitFor();
    await speaker.shoot('floor-replay-1280');
    expect(await violations(speaker.page)).toEqual([]);
  });

  async function ask(person: Person | undefined, kind: 'topic' | 'order'): Promise<void> {
    await person?.does('askToSpeak', {
      panelId: panel.panelId,
      kind,
      note: kind === 'order' ? 'The time is over' : '',
    });
  }

  async function joins(page: Page, role: 'host' | 'participant', name: string): Promise<void> {
    const { forumId, panelId } = panel;
    await page.goto(await operatorLink(server, { role, forumId, panelId }));
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/join'));
  }
});
