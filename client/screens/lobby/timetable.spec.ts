import { describe, expect, it } from '@jest/globals';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { daysOf, lengthOf, timetable } from './timetable.js';

const HOUR = 3_600_000;
const NOON = new Date(2026, 10, 24, 12).getTime();

describe('the timetable', () => {
  it('puts what is on above what is to come, by day, and what is over last', () => {
    const table = timetable([
      panel('over early', { phase: 'archived', openedAt: NOON - 9 * HOUR, closedAt: NOON - 8 * HOUR }),
      panel('tomorrow', { phase: 'scheduled', startsAt: NOON + 24 * HOUR }),
      panel('over late', { phase: 'closed', openedAt: NOON - 3 * HOUR, closedAt: NOON - 2 * HOUR }),
      panel('this evening', { phase: 'scheduled', startsAt: NOON + 6 * HOUR }),
      panel('this afternoon', { phase: 'scheduled', startsAt: NOON + 2 * HOUR }),
      panel('on', { phase: 'open', openedAt: NOON - HOUR }),
      panel('halted', { phase: 'paused', openedAt: NOON - 2 * HOUR }),
      panel('some day', { phase: 'draft' }),
    ]);

    expect(titles(table.now)).toEqual(['on', 'halted']);
    expect(table.days.map(({ panels }) => titles(panels))).toEqual([['this afternoon', 'this evening'], ['tomorrow']]);
    expect(titles(table.undated)).toEqual(['some day']);
    expect(titles(table.over)).toEqual(['over late', 'over early']);
  });

  it('spans the days on which anything is or was on', () => {
    const panels = [
      panel('first', { openedAt: NOON - 50 * HOUR }),
      panel('last', { startsAt: NOON }),
      panel('some day', {}),
    ];
    expect(daysOf(panels)).toEqual([NOON - 50 * HOUR, NOON]);
    expect(daysOf([panel('some day', {})])).toBeNull();
  });

  it('tells how long a panel was on only when it is over', () => {
    expect(lengthOf(panel('over', { openedAt: NOON, closedAt: NOON + HOUR }))).toBe(HOUR);
    expect(lengthOf(panel('on', { openedAt: NOON }))).toBeNull();
  });
});

function titles(panels: readonly PanelSummary[]): readonly string[] {
  return panels.map(({ title }) => title);
}

function panel(title: string, more: Partial<PanelSummary>): PanelSummary {
  return {
    panelId: title,
    forumId: 'forum',
    title,
    description: '',
    languages: ['en'],
    phase: 'scheduled',
    startsAt: null,
    endsAt: null,
    openedAt: null,
    closedAt: null,
    head: 0,
    published: 0,
    access: 'open',
    code: 'ABC123',
    here: 0,
    roles: [],
    ...more,
  };
}
