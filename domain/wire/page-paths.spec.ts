import { describe, expect, it } from '@jest/globals';
import { pageAt, PAGES } from './page-paths.js';

const ID = '00000000-0000-4000-8000-000000000002';

describe('the addresses of pages', () => {
  it.each(Object.entries(PAGES))('[W27] knows %s at %s, with or without a slash behind', (page, pattern) => {
    const path = pattern.replace(':id', ID).replace(':slug', 'water-2027').replace(':code', 'k7q-2mz');
    expect(pageAt(path)).toBe(page);
    if (path !== '/') expect(pageAt(`${path}/`)).toBe(page);
  });

  it.each([
    '//',
    '/join//',
    '/Join',
    '/joined',
    '/panels',
    '/panels/',
    '/panels/x',
    `/panels/${ID}0`,
    `/panels/${ID.toUpperCase().replace('4', 'A')}`,
    `/panels/${ID}/desks`,
    `/panels/${ID}/desk/x`,
    '/forums',
    '/forums/Water',
    '/forums/a/b',
    '/c/',
    '/c/a/b',
    '/me/x',
    '/join\n',
  ])('[W27] knows no page at %j', (path) => {
    expect(pageAt(path)).toBeNull();
  });
});
