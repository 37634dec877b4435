import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PanelState } from '../../domain/panel/state.js';
import { fold, initialState } from '../../domain/panel/evolve.js';
import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import type { Entry } from '../../domain/panel/events.js';
import { entriesOf } from '../cli/polis/check.js';
import { GROUPS } from './content/groups.js';
import { seedDemo, type SeedDeps } from './seed.js';

const NOW = Date.UTC(2027, 2, 22, 9, 30);

interface Stored {
  readonly panelId: string;
  readonly state: PanelState;
  readonly entries: readonly Entry[];
  readonly recorded: number;
  readonly times: readonly number[];
  readonly seats: ReadonlyMap<string, string>;
}

describe('the demonstration', () => {
  let told: Awaited<ReturnType<typeof seed>>;
  beforeAll(async () => {
    told = await seed();
  });

  it('[T11] is an open panel with items waiting, one to come and one to replay', () => {
    const [river, toCome, table] = told.panels;

    expect(river?.state.record.phase).toBe('archived');
    expect(toCome?.state.record).toMatchObject({ phase: 'scheduled', startsAt: Date.UTC(2027, 2, 23, 10) });
    expect(table?.state.record.phase).toBe('open');
    expect(table?.state.docket.waiting.size).toBe(7);
    expect(told.seeded?.panelId).toBe(table?.panelId);
  });

  it('[T11] shows contributions of every standing, in many languages', () => {
    const items = told.panels.flatMap(({ state }) => [...state.docket.items.values()]);
    const contributions = told.panels.flatMap(({ state }) => [...state.record.contributions.values()]);
    const languages = new Set(contributions.map(({ words }) => words?.lang));

    expect(new Set(items.map(({ standing }) => standing))).toEqual(
      new Set(['published', 'declined', 'revise', 'waiting']),
    );
    expect(languages).toEqual(new Set(['en', 'kk', 'ar', 'ru', 'fr', 'es', 'zh-Hans']));
    expect(contributions.filter(({ renderings }) => Object.keys(renderings).length > 0).length).toBeGreaterThan(20);
    expect(told.panels[2]?.state.record.posed.filter(({ answered }) => answered === null)).toHaveLength(1);
    expect(told.panels[2]?.state.record.posed.filter(({ answered }) => answered !== null)).toHaveLength(1);
  });

  it('[T11] has questions people voted on, to put to the panel next', () => {
    const { contributions, posed } = told.panels[2]?.state.record ?? {};
    const put = new Set(posed?.map(({ contributionId }) => contributionId));
    const questions = [...(contributions?.values() ?? [])].filter(
      ({ id, kind }) => kind === 'question' && !put.has(id),
    );

    expect(questions.length).toBeGreaterThanOrEqual(6);
    for (const { tally } of questions) expect(tally?.agree).toBeGreaterThanOrEqual(5);
  });

  it('[T11] tells the panel to replay over an hour, and nothing later than now', () => {
    const [river, , table] = told.panels;
    const length = (river?.times.at(-1) ?? 0) - (river?.state.record.openedAt ?? 0);

    // A report tells of groups of five: that takes twenty people who speak and write.
    expect(river?.recorded).toBeGreaterThan(150);
    expect(river?.recorded).toBeLessThan(230);
    expect(length).toBeGreaterThan(50 * 60_000);
    expect(length).toBeLessThan(70 * 60_000);
    expect(Math.max(...(table?.times ?? []))).toBeLessThanOrEqual(NOW);
    for (const { times } of told.panels) expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('[T11] shows somebody by their role alone in each panel with a past, and leaves an item to the host', () => {
    const [river, , table] = told.panels.map(({ state }) => state);
    const byRole = (state: PanelState | undefined) =>
      [...(state?.record.contributions.values() ?? [])].filter(({ words }) => words?.author === null).length;

    expect([byRole(river), byRole(table)]).toEqual([1, 1]);
    expect([...(table?.docket.items.values() ?? [])].filter(({ escalation }) => escalation)).toHaveLength(1);
  });

  it('[T11] names everybody who speaks', () => {
    for (const { state, seats } of told.panels) {
      for (const { author } of state.docket.items.values()) expect(seats.get(author)).toMatch(/\S/);
    }
  });

  it('[T15] is moderated in the order of the queue', () => {
    for (const { entries } of told.panels) {
      const lanes = entries.flatMap(({ event }) => (event.type === 'Taken' ? [event.lane] : []));
      expect(lanes).not.toContain('override');
    }
  });

  it('[T16] has four people waiting for the floor of the open panel, who say what they would speak about', () => {
    const { record, docket } = told.panels[2]?.state ?? {};
    const waiting = [...(docket?.requests.values() ?? [])].filter(({ state }) => state === 'waiting');

    expect(record?.floor).toMatchObject({ open: true, speaking: null, spoken: 20, overrides: 1 });
    expect(waiting).toHaveLength(4);
    for (const { note } of waiting) expect(note).toMatch(/\S/);
  });

  it('[T17] has groups in every panel', () => {
    expect(told.panels.map(({ state }) => state.record.queue.groups)).toEqual([GROUPS, GROUPS, GROUPS]);
  });

  it('[T18] has a report of the panel to replay, in which every group is shown', () => {
    const [{ panelId, at, report } = { panelId: '', at: 0, report: null }] = told.reports;

    expect(told.reports).toHaveLength(1);
    expect(panelId).toBe(told.panels[0]?.panelId);
    expect(at).toBeGreaterThan(told.panels[0]?.times.at(-1) ?? Infinity);
    expect(at).toBeLessThan(NOW);
    expect(report).toMatchObject({ turnsAre: 'floor', people: { value: { asked: 21, heard: 16 } } });
    for (const rows of [report?.groups, report?.groupWaits, report?.declines.groups]) {
      expect(rows?.map(({ figures }) => figures.hidden)).toEqual([false, false, false]);
    }
    expect(report?.waits).toMatchObject({ value: { spread: { hidden: false } } });
    expect(report?.overrides).toMatchObject({ count: 2, of: 16 });
    expect(report?.headline).toMatchObject({ shares: { kind: 'kept' }, declines: { kind: 'no-clear-difference' } });
    expect(report?.slate).toHaveLength(5);
  });

  it('[T18] tells of a decline with its second look, and of an appeal that was right', () => {
    const items = [...(told.panels[0]?.state.docket.items.values() ?? [])];
    const [appealed, ...others] = items.filter(({ appeals }) => appeals.length > 0);

    expect(others).toEqual([]);
    expect(appealed).toMatchObject({ standing: 'published', appeals: [{ answer: { outcome: 'overturned' } }] });
    const declined = items.filter(({ standing }) => standing === 'declined');
    expect(declined.map(({ looks }) => looks.length)).toEqual([1, 1, 1, 1]);
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
  const reports: { readonly panelId: string; readonly at: number; readonly report: PanelReport }[] = [];
  const deps: SeedDeps = {
    forums: {
      list: () => Promise.resolve(forums),
      create: (forum) => Promise.resolve(forums.push(forum) > 0 ? 'created' : 'exists'),
    },
    store: ({ panelId, past, seats }) => {
      const all = [...entriesOf(past().events)];
      panels.push({
        panelId,
        state: fold(initialState, all),
        entries: all,
        recorded: all.filter(({ journal }) => journal === 'record').length,
        times: all.map(({ at }) => at),
        seats: new Map(seats.map(({ seat, name }) => [seat, name])),
      });
      return Promise.resolve();
    },
    publish: ({ report, ...about }) => Promise.resolve(void reports.push({ ...about, report: report() })),
    now: () => NOW,
    newId: randomUUID,
  };
  const seeded = await seedDemo(deps);
  return { panels, reports, seeded, deps };
}
