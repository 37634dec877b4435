import type { Page } from 'playwright-core';
import type { Picture } from './album.js';

const PARTS = ['now', 'course', 'threads', 'people', 'panel'] as const;

/** Desk, host and stage. */
export const WORKING: readonly Picture[] = [
  { ...desk('item'), then: takeOne },
  {
    ...desk('decline'),
    then: async (page) => {
      await takeOne(page);
      await page.getByRole('button', { name: 'Decline' }).click();
      await page.locator('.desk-form').waitFor();
      await page.keyboard.press('2');
      await page.locator('[data-statement="decline"]').waitFor();
    },
  },
  {
    ...desk('revise'),
    then: async (page) => {
      await takeOne(page);
      await page.getByRole('button', { name: /revise/i }).click();
      await page.locator('.desk-form').waitFor();
    },
  },
  {
    ...desk('help'),
    then: async (page) => {
      await takeOne(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { ...desk('history'), at: ({ panels }) => `/panels/${panels.live}/desk?history`, ready: '[data-decision]' },
  { ...desk('empty'), at: ({ panels }) => `/panels/${panels.empty}/desk` },
  { ...desk('denied'), as: 'newcomer', ready: 'h1' },
  ...PARTS.map((part): Picture => ({
    name: `host-${part}`,
    as: 'host',
    at: ({ panels }) => `/panels/${panels.live}/host?part=${part}`,
    ready: '.host-columns',
    whole: 'wide',
  })),
  {
    name: 'host-pose',
    as: 'host',
    at: ({ panels }) => `/panels/${panels.live}/host`,
    ready: '.host-columns',
    then: async (page) => {
      await page.getByRole('button', { name: 'Put to the panel' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'host-empty',
    as: 'host',
    at: ({ panels }) => `/panels/${panels.empty}/host`,
    ready: '.host-columns',
    whole: 'wide',
  },
  { name: 'host-denied', as: 'newcomer', at: ({ panels }) => `/panels/${panels.live}/host`, ready: '.sorry h1' },
  { ...stage('question', 'live'), ready: '.fit-text' },
  { ...stage('question-lit', 'lit', '?theme=light'), looks: ['light'] },
  stage('invite', 'empty'),
  stage('before', 'toCome'),
  stage('paused', 'paused'),
  stage('over', 'over'),
];

/** A moderator holds one item, in however many tabs. */
async function takeOne(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.locator('[data-item]').waitFor();
}

function desk(state: string): Picture {
  return {
    name: `desk-${state}`,
    as: 'moderator',
    at: ({ panels }) => `/panels/${panels.live}/desk`,
    ready: '[data-stage], [data-item]',
  };
}

/** A hall is dark, whatever the theme of the browser: light would be the same picture twice. */
function stage(state: string, panel: 'live' | 'lit' | 'empty' | 'toCome' | 'paused' | 'over', query = ''): Picture {
  return {
    name: `stage-${state}`,
    as: 'reader',
    at: ({ panels }) => `/panels/${panels[panel]}/stage${query}`,
    ready: '.stage h1, .stage .fit-text',
    looks: ['dark', 'ar'],
  };
}
