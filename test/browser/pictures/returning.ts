import type { Picture } from './album.js';

const replay = (state: string, query: string): Picture => ({
  name: `replay-${state}`,
  as: 'reader',
  at: ({ panels }) => `/panels/${panels.over}/replay${query}`,
  ready: '[role=slider], input[type=range]',
});

/** Replay, doors, settings, one’s own page, and what is said where something is missing. */
export const RETURNING: readonly Picture[] = [
  replay('start', ''),
  { ...replay('middle', '?t=12m'), ready: '.replay-row' },
  {
    ...replay('filter', '?t=40m'),
    ready: '.replay-row',
    then: async (page) => {
      await page.keyboard.press('f');
      await page.keyboard.type('water');
      await page.locator('.replay-row mark, .replay-row').first().waitFor();
    },
  },
  {
    ...replay('help', '?t=25m'),
    ready: '.replay-row',
    then: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { ...replay('nothing', ''), at: ({ panels }) => `/panels/${panels.toCome}/replay`, ready: 'h1, .empty' },
  { name: 'doors-join', as: 'reader', at: ({ door }) => door, ready: 'input[name=name]', whole: true },
  {
    name: 'doors-join-refused',
    isRefused: true,
    as: 'reader',
    at: ({ door }) => door,
    ready: 'input[name=name]',
    whole: true,
    then: async (page) => {
      await page.locator('input[name=name]').fill('Moderator');
      await page.keyboard.press('Enter');
      await page.getByText('Only the forum itself goes by such a name').waitFor();
    },
  },
  {
    name: 'doors-wrong-invitation',
    isRefused: true,
    as: 'reader',
    at: () => '/join#i=nothing-of-the-kind',
    ready: 'h1',
  },
  { name: 'doors-sign-in', as: 'reader', at: () => '/sign-in', ready: 'form' },
  { name: 'doors-code', isRefused: true, as: 'reader', at: () => '/c/ZZZZZZ', ready: 'h1' },
  { name: 'settings-reader', as: 'reader', at: () => '/settings', ready: 'h1', whole: true },
  { name: 'settings-participant', as: 'participant', at: () => '/settings', ready: 'h1', whole: true },
  { name: 'me-empty', as: 'newcomer', at: () => '/me', ready: '.empty', whole: true },
  { name: 'me-statements', as: 'participant', at: () => '/me', ready: '[data-statement]', whole: true },
  { name: 'sorry-page', isRefused: true, as: 'reader', at: () => '/no/such/page', ready: '.sorry h1' },
  {
    name: 'sorry-panel',
    isRefused: true,
    as: 'reader',
    at: () => `/panels/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    ready: '.sorry h1',
  },
  {
    name: 'sorry-unloaded',
    as: 'newcomer',
    at: () => '/settings',
    ready: 'h1',
    isCutOff: true,
    // The texts of another language could not be fetched either.
    looks: ['light', 'dark'],
    then: async (page) => {
      await page.route('**/assets/**', (route) => route.abort());
      await page.locator('.top .home').click();
      await page.locator('.sorry [role=alert]').waitFor();
      return () => page.unroute('**/assets/**');
    },
  },
];
