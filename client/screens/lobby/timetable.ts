import type { PanelSummary } from '../../../domain/wire/views.js';

export interface Day {
  /** The instant it begins, where this reader is. */
  readonly startsAt: number;
  readonly panels: readonly PanelSummary[];
}

export interface Timetable {
  /** Live or paused, the one that began last first. */
  readonly now: readonly PanelSummary[];
  /** To come, by day. */
  readonly days: readonly Day[];
  readonly undated: readonly PanelSummary[];
  /** Over, the newest first. */
  readonly over: readonly PanelSummary[];
}

export function timetable(panels: readonly PanelSummary[]): Timetable {
  const now = panels.filter(({ phase }) => phase === 'open' || phase === 'paused');
  const over = panels.filter(({ phase }) => phase === 'closed' || phase === 'archived');
  const ahead = panels.filter((panel) => !now.includes(panel) && !over.includes(panel));
  const dated = ahead.filter(({ startsAt }) => startsAt !== null);

  return {
    now: [...now].sort((a, b) => beganAt(b) - beganAt(a)),
    days: byDay([...dated].sort((a, b) => beganAt(a) - beganAt(b))),
    undated: ahead.filter(({ startsAt }) => startsAt === null),
    over: [...over].sort((a, b) => endedAt(b) - endedAt(a)),
  };
}

/** The first and the last day on which anything is or was on; null where no panel has a date. */
export function daysOf(panels: readonly PanelSummary[]): readonly [number, number] | null {
  const times = panels.flatMap(({ startsAt, openedAt }) => startsAt ?? openedAt ?? []);
  return times.length > 0 ? [Math.min(...times), Math.max(...times)] : null;
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** How long it was on; null where it has not been. */
export function lengthOf({ openedAt, closedAt }: PanelSummary): number | null {
  return openedAt !== null && closedAt !== null ? closedAt - openedAt : null;
}

function byDay(panels: readonly PanelSummary[]): readonly Day[] {
  const days = new Map<number, PanelSummary[]>();
  for (const panel of panels) {
    const day = startOfDay(beganAt(panel));
    days.set(day, [...(days.get(day) ?? []), panel]);
  }
  return [...days].map(([startsAt, of]) => ({ startsAt, panels: of }));
}

function beganAt({ openedAt, startsAt }: PanelSummary): number {
  return openedAt ?? startsAt ?? 0;
}

function endedAt(panel: PanelSummary): number {
  return panel.closedAt ?? panel.endsAt ?? beganAt(panel);
}
