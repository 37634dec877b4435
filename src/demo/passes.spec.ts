import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GROUPS } from './content/groups.js';
import { PEOPLE } from './content/people.js';
import { seatOf } from './course.js';
import { type PassDeps, passes, type Welcomed } from './passes.js';

const PANEL = 'panel';
const EVERYBODY = Object.keys(PEOPLE).length + 2;

describe('the demonstration’s crowd', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurultai-passes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('[T17] sits where it spoke before, and counts for what its people are vouched for', async () => {
    const { deps, welcomed } = around(folder);
    await passes(deps);

    const known = new Set(GROUPS.map(({ id }) => id));
    const groups = welcomed.flatMap((one) => one.groups);
    expect(welcomed).toHaveLength(EVERYBODY);
    expect(groups.every((group) => known.has(group))).toBe(true);
    expect(welcomed.map(({ seat }) => seat)).toContain(seatOf(PANEL, 'grace'));
    for (const { id } of GROUPS) expect(groups.filter((group) => group === id).length).toBeGreaterThanOrEqual(10);
  });

  it('[T11] comes once', async () => {
    const first = await passes(around(folder).deps);
    const { deps, welcomed, seated, hired } = around(folder);
    expect(await passes(deps)).toEqual(first);
    expect([welcomed, seated, hired]).toEqual([[], [], []]);
  });

  it('[T11] keeps a smaller crowd of before, which nobody vouched for', async () => {
    const file = join(folder, 'crowd.json');
    const old = Array.from({ length: 16 }, (_, i) => `old=${i}`);
    await writeFile(file, JSON.stringify({ panelId: PANEL, cookies: old }));
    const { deps, welcomed, seated } = around(folder, { organiser: null });
    const { moderator, speakers, organiser } = await passes(deps);

    expect(moderator.cookie).toBe('old=0');
    expect(speakers.slice(0, 14).map(({ cookie }) => cookie)).toEqual(old.slice(2));
    expect(seated).toHaveLength(EVERYBODY - 16);
    expect([welcomed, organiser]).toEqual([[], null]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ panelId: PANEL, organiser: null });
  });

  it('[T11] comes anew where its file is of another panel, cut short or no longer good', async () => {
    const file = join(folder, 'crowd.json');
    const cookies = ['a=1'];
    for (const text of ['{"panel', 'null', JSON.stringify({ panelId: 'other', cookies }), `{"panelId":"${PANEL}"}`]) {
      await writeFile(file, text);
      const { deps, seated } = around(folder);
      await passes(deps);
      expect(seated).toHaveLength(EVERYBODY);
    }
    const { deps, seated } = around(folder, { isGood: false });
    await passes(deps);
    expect(seated).toHaveLength(EVERYBODY);
  });
});

function around(
  folder: string,
  { organiser = 'host=1', isGood = true }: { organiser?: string | null; isGood?: boolean } = {},
) {
  const welcomed: Welcomed[] = [];
  const seated: string[] = [];
  const hired: unknown[] = [];
  const deps: PassDeps = {
    panelId: PANEL,
    file: join(folder, 'crowd.json'),
    isGood: () => Promise.resolve(isGood),
    seat: (people) => {
      seated.push(...people.map(({ name }) => name));
      return Promise.resolve(people.map(({ name, seat = name }) => ({ seat, cookie: `c=${name}` })));
    },
    hire: () => Promise.resolve(organiser).finally(() => hired.push(organiser)),
    welcome: (people) => Promise.resolve(void welcomed.push(...people)),
  };
  return { deps, welcomed, seated, hired };
}
