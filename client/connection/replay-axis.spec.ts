import { describe, expect, it } from '@jest/globals';
import { axisOf, isSparse } from './replay-axis.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OPENED = 100 * DAY;

describe('the time that is replayed', () => {
  it('[R61] begins shortly before the opening, however long before it was drafted', () => {
    const axis = axisOf(panel({ closedAt: OPENED + HOUR }), histogram({ from: 0, to: OPENED + HOUR }));

    expect(axis).toEqual({ origin: OPENED, start: OPENED - 60_000, end: OPENED + HOUR });
  });

  it('[R61] ends with the close, however long after it was archived', () => {
    const histo = histogram({ from: OPENED, to: OPENED + 40 * DAY, total: [7, 0, 0, 0] });

    expect(axisOf(panel({ phase: 'archived', closedAt: OPENED + HOUR }), histo).end).toBe(OPENED + HOUR);
  });

  it('[R61] goes on as far as something was published after the close', () => {
    const histo = histogram({ from: OPENED, to: OPENED + 4 * HOUR, total: [7, 0, 1, 0] });

    expect(axisOf(panel({ closedAt: OPENED + HOUR }), histo).end).toBe(OPENED + 3 * HOUR);
  });

  it('[R61] goes on with a panel that does', () => {
    const histo = histogram({ from: OPENED, to: OPENED + 4 * HOUR });

    expect(axisOf(panel({ phase: 'open', closedAt: null }), histo).end).toBe(OPENED + 4 * HOUR);
  });

  it('[R61] has a length where everything was said at one instant', () => {
    const axis = axisOf(panel({ closedAt: OPENED }), histogram({ from: OPENED, to: OPENED, width: 1, total: [3, 0] }));

    expect(axis.end).toBeGreaterThan(axis.start);
  });

  it('[R62] counts as sparse where nobody would wait for what comes next', () => {
    expect(isSparse({ origin: 0, start: 0, end: 90 * 60_000 }, 300)).toBe(false);
    expect(isSparse({ origin: 0, start: 0, end: 30 * DAY }, 10_000)).toBe(true);
    expect(isSparse({ origin: 0, start: 0, end: 3 * HOUR }, 5)).toBe(true);
    expect(isSparse({ origin: 0, start: 0, end: 1_000 }, 0)).toBe(false);
  });
});

function panel(more: Partial<Parameters<typeof axisOf>[0]>): Parameters<typeof axisOf>[0] {
  return { phase: 'closed', openedAt: OPENED, closedAt: null, ...more };
}

function histogram(more: Partial<Parameters<typeof axisOf>[1]>): Parameters<typeof axisOf>[1] {
  return { from: 0, to: 0, width: HOUR, total: [1], ...more };
}
