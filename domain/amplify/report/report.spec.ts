import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReportPerson } from './input.js';
import { baseOf, hiddenIn } from './members.js';
import type { PanelReport } from './panel-report.js';
import { reportOf } from './report.js';
import { anyInput, GROUP, onlyDecisions, SILENT } from './testing/inputs.js';
import { madeUpPanel } from './testing/made-up-panel.js';
import { firstDecisions, watchedGroups } from './treatment.js';

describe('the report of a panel', () => {
  const report = reportOf(madeUpPanel());

  it('[P6] opens with the facts of one sentence: who was heard, what was guaranteed, how people were treated', () => {
    const { heard, shares, declines } = report.headline;
    expect(heard).toEqual(report.people);
    expect(shares).toMatchObject({ kind: 'missed', titles: ['Landlocked developing countries'] });
    expect(declines).toMatchObject({ kind: 'concern', titles: ['Landlocked developing countries'] });
  });

  it('[P4] has every measure, and never entropy, a composite score or a person', () => {
    expect(figures(report.groups, 'africa')).toMatchObject({ people: 52, peopleShare: 17, floor: 15, owed: 0.2 });
    expect(report.overrides).toMatchObject({ count: 9 });
    expect(report.slate).toHaveLength(7);
    expect(report.slate.at(-1)).toMatchObject({ leftOut: { below: 5 }, alphaJR: null });
    expect(report.slate.at(-2)).toMatchObject({ leftOut: { n: 8 }, alphaJR: 0.13 });
    expect(report.annex.evenness).toMatchObject({ hidden: false });
    expect(report.annex.theil.map(({ titles }) => titles.length)).toEqual([5, 1, 1, 1, 1]);
    expect(JSON.stringify(report)).not.toMatch(/entropy|score|"p\d/);
  });

  it('[P5] shows small groups nowhere', () => {
    for (const id of ['small-islands', 'refugees']) {
      for (const rows of tablesOf(report)) expect(figures(rows, id)).toBeNull();
    }
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('[P5] shows nothing at all of a panel in which fewer than five asked', () => {
    const few = new Map([...madeUpPanel().people].slice(0, 4));
    const empty = reportOf(madeUpPanel({ people: few, posed: [] }));
    for (const rows of tablesOf(empty)) expect(rows.every(({ figures: one }) => one.hidden)).toBe(true);
    const { people, waits, topThree, annex, declines, appeals, headline } = empty;
    const all = [people, waits, topThree, annex.evenness, declines.all, appeals.all];
    expect(all.every(({ hidden }) => hidden)).toBe(true);
    expect(headline).toEqual({
      heard: { hidden: true },
      shares: { kind: 'none-shown' },
      declines: { kind: 'too-few' },
    });
  });

  it('[P5] what is hidden of those who asked is hidden in every other table', () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const one = reportOf(input);
        for (const { id, figures: seen } of one.groups) {
          if (seen.hidden) for (const rows of tablesOf(one)) expect(figures(rows, id)).toBeNull();
        }
      }),
    );
  });

  it('[P5] no number of hidden people follows from those shown on an axis', () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const asked = baseOf([...input.people.values()].filter((person) => person.asked || person.turns > 0));
        const hidden = hiddenIn(asked, input);
        const axis = input.groups.filter((group) => group.axis === 'a');
        const unseen = axis.filter(({ id }) => hidden.groups.has(id));
        if (unseen.length === 0 || hidden.total) return;
        const shownOnAxis = axis.filter(({ id }) => !hidden.groups.has(id));
        const left = asked.people.length - shownOnAxis.reduce((sum, group) => sum + asked.of(group).length, 0);
        expect(left).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it('[P2] publishes no group that is merely watched, and tells the equity officer', () => {
    const one = onlyDecisions([6, 20], [18, 150]);
    // Beside a second group, 2.6 % is worth 5.2 %.
    for (const person of [...one.people.values()].slice(-20)) person.groups.push('h');
    const watched = { ...madeUpPanel(), ...one, groups: [GROUP, { ...GROUP, id: 'h' }] };
    expect(watchedGroups(watched)).toEqual([{ id: 'g', title: GROUP.title }]);
    expect(figures(reportOf(watched).declines.groups, 'g')).toMatchObject({ flag: 'none', decisions: 20 });
    expect(JSON.stringify(reportOf(watched))).not.toContain('watch');
  });

  it('[P2] compares nothing where fewer than ten were decided', () => {
    const { declines, headline } = reportOf({ ...madeUpPanel(), ...onlyDecisions([3, 8], [15, 120]) });
    expect(figures(declines.groups, 'g')).toMatchObject({ flag: 'insufficient', ratio: null });
    expect(headline.declines).toEqual({ kind: 'too-few' });
  });

  it('[P2] counts one decision for a person and thread', () => {
    const ms = 1_000;
    const decisions: ReportPerson['decisions'] = [
      { threadId: 't1', outcome: 'pending', ms },
      { threadId: 't1', outcome: 'declined', ms },
      { threadId: 't1', outcome: 'published', ms },
      { threadId: 't2', outcome: 'published', ms },
    ];
    expect(firstDecisions({ ...SILENT, decisions }).map(({ outcome }) => outcome)).toEqual(['declined', 'published']);
  });

  it('[P6] does not blame the queue where everybody of a group was heard, or less than a turn is missing', () => {
    const standing = (turns: readonly number[], floor: number) => {
      const { groups } = reportOf({ ...madeUpPanel(), ...onlyTurns(turns, floor) });
      return groups[0]?.figures.hidden === false ? groups[0].figures.value.standing : null;
    };
    expect(standing([1, 1, 1, 1, 1, 0], 1_000)).toBe('reached');
    expect(standing([1, 1, 1, 1, 1, 1], 5_000)).toBe('all-heard');
    expect(standing([1, 1, 1, 1, 1, 0], 2_200)).toBe('close');
    expect(standing([1, 1, 1, 1, 1, 0], 5_000)).toBe('short');
  });
});

/** A group with these turns, beside twenty people with one each. */
function onlyTurns(turns: readonly number[], floor: number) {
  const mine = turns.map((one): ReportPerson => ({ ...SILENT, groups: ['g'], turns: one }));
  const theirs = Array.from({ length: 20 }, (): ReportPerson => ({ ...SILENT, turns: 1 }));
  const people = new Map([...mine, ...theirs].map((person, i) => [`p${i}`, person]));
  return { people, groups: [{ ...GROUP, floor }] };
}

function tablesOf({ groups, groupWaits, declines, appeals, annex }: PanelReport) {
  return [groups, groupWaits, declines.groups, appeals.groups, annex.tests];
}

function figures(rows: PanelReport['groups'] | readonly { id: string; figures: unknown }[], id: string): unknown {
  const found = rows.find((row) => row.id === id)?.figures as { hidden: boolean; value?: unknown } | undefined;
  if (!found) throw new Error(`No row ${id}.`);
  return found.hidden ? null : found.value;
}
