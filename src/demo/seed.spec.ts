import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PanelState } from '../../domain/panel/state.js';
import { fold, initialState } from '../../domain/panel/evolve.js';
import { entriesOf } from '../cli/polis/check.js';
import { seedDemo, type SeedDeps } from './seed.js';

const NOW = Date.UTC(2027, 2, 22, 9, 30);

interface Stored {
  readonly panelId: string;
  readonly state: PanelState;
  readonly recorded: number;
  readonly times: readonly number[];
  readonly seats: ReadonlyMap<string, string>;
}

describe('the demonstration', () => {
  it('[T11] is an open panel with items waiting, one to come and one to replay', async () => {
    const { panels, seeded } = await seed();
    const [river, toCome, table] = panels;

    expect(river?.state.record.phase).toBe('archived');
    expect(toCome?.state.record).toMatchObject({ phase: 'scheduled', startsAt: Date.UTC(2027, 2, 23, 10) });
    expect(table?.state.record.phase).toBe('open');
    expect(table?.state.docket.waiting.size).toBe(7);
    expect(seeded?.panelId).toBe(table?.panelId);
  });

  it('[T11] shows contributions of every standing, in many languages', async () => {
    const { panels } = await seed();
    const items = panels.flatMap(({ state }) => [...state.docket.items.values()]);
    const contributions = panels.flatMap(({ state }) => [...state.record.contributions.values()]);
    const languages = new Set(contributions.map(({ words }) => words?.lang));

    expect(new Set(items.map(({ standing }) => standing))).toEqual(
      new Set(['published', 'declined', 'revise', 'waiting']),
    );
    expect(languages).toEqual(new Set(['en', 'kk', 'ar', 'ru', 'fr', 'es', 'zh-Hans']));
    expect(contributions.filter(({ renderings }) => Object.keys(renderings).length > 0).length).toBeGreaterThan(20);
    expect(panels[2]?.state.record.posed.filter(({ answered }) => answered === null)).toHaveLength(1);
    expect(panels[2]?.state.record.posed.filter(({ answered }) => answered !== null)).toHaveLength(1);
  });

  it('[T11] tells the panel to replay over an hour, and nothing later than now', async () => {
    const { panels } = await seed();
    const [river, , table] = panels;
    const length = (river?.times.at(-1) ?? 0) - (river?.state.record.openedAt ?? 0);

    expect(river?.recorded).toBeGreaterThan(60);
    expect(river?.recorded).toBeLessThan(140);
    expect(length).toBeGreaterThan(50 * 60_000);
    expect(length).toBeLessThan(70 * 60_000);
    expect(Math.max(...(table?.times ?? []))).toBeLessThanOrEqual(NOW);
    for (const { times } of panels) expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('[T11] shows somebody by their role alone in each panel with a past, and leaves an item to the host', async () => {
    const { panels } = await seed();
    const [river, , table] = panels.map(({ state }) => state);
    const byRole = (state: PanelState | undefined) =>
      [...(state?.record.contributions.values() ?? [])].filter(({ words }) => words?.author === null).length;

    expect([byRole(river), byRole(table)]).toEqual([1, 1]);
    expect([...(table?.docket.items.values() ?? [])].filter(({ escalation }) => escalation)).toHaveLength(1);
  });

  it('[T11] names everybody who speaks', async () => {
    const { panels } = await seed();
    for (const { state, seats } of panels) {
      for (const { author } of state.docket.items.values()) expect(seats.get(author)).toMatch(/\S/);
    }
  });

  it('[T11] never comes into a house that has a forum, and comes once', async () => {
    const other = { forumId: randomUUID(), slug: 'ours', title: 'Ours', description: '' };
    expect(await seed([other])).toMatchObject({ seeded: null, panels: [] });

    const { deps, seeded } = await seed();
    expect(await seedDemo(deps)).toEqual(seeded);
  });
});

async function seed(forums: Parameters<SeedDeps['forums']['create']>[0][] = []) {
  const panels: Stored[] = [];
  const deps: SeedDeps = {
    forums: {
      list: () => Promise.resolve(forums),
      create: (forum) => Promise.resolve(forums.push(forum) > 0 ? 'created' : 'exists'),
    },
    store: ({ panelId, events, seats }) => {
      const all = [...entriesOf(events)];
      panels.push({
        panelId,
        state: fold(initialState, all),
        recorded: all.filter(({ journal }) => journal === 'record').length,
        times: all.map(({ at }) => at),
        seats: new Map(seats.map(({ seat, name }) => [seat, name])),
      });
      return Promise.resolve();
    },
    now: () => NOW,
    newId: randomUUID,
  };
  const seeded = await seedDemo(deps);
  return { panels, seeded, deps };
}
