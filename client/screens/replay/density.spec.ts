import { describe, expect, it } from '@jest/globals';
import type { Stop } from '../../connection/replay-stops.js';
import { bandPath, BARS, barsPath, densityIn, densityOf, shareOf, timeAt } from './density.js';

const AXIS = { origin: 1_000, start: 1_000, end: 161_000 };

describe('the density of a record', () => {
  it('counts each contribution once, in its thread and at its time', () => {
    const { total, threads } = densityIn([said(1_000, 'a'), said(1_500, 'b'), said(161_000, 'a')], AXIS);

    expect(total[0]).toBe(2);
    expect(total[BARS - 1]).toBe(1);
    expect(threads.get('a')?.reduce((sum, n) => sum + n)).toBe(2);
    expect(threads.get('b')?.[0]).toBe(1);
  });

  it('spreads what the server counted over the time that is replayed, and loses nothing', () => {
    const histogram = { from: 0, to: 200_000, width: 10_000, total: Array<number>(20).fill(3), threads: {}, marks: [] };
    const { total } = densityOf(histogram, AXIS);

    expect(total.reduce((sum, n) => sum + n)).toBe(60);
  });

  it('marks what happened, once where it would be drawn upon itself', () => {
    const posed = (time: number): Stop => ({ ...said(time, 'a'), kind: 'posed', isRow: false });
    const { marks } = densityIn([posed(1_000), posed(1_200), posed(81_000)], AXIS);

    expect(marks).toEqual([
      { share: 0, kind: 'posed' },
      { share: 0.5, kind: 'posed' },
    ]);
  });

  it('finds the time of a place and the place of a time', () => {
    expect(timeAt(AXIS, 0.5)).toBe(81_000);
    expect(shareOf(AXIS, 81_000)).toBe(0.5);
    expect(timeAt(AXIS, 2)).toBe(AXIS.end);
    expect(timeAt(AXIS, -1)).toBe(AXIS.start);
  });

  it('draws nothing where nothing was said', () => {
    expect(barsPath([0, 4, 0], 4)).toBe('M1 1V0.000h0.8V1z');
    expect(bandPath([0, 1, 2, 0, 1])).toBe('M1 0H3M4 0H5');
  });
});

function said(time: number, threadId: string): Stop {
  return { seq: 1, time, kind: 'said', contributionId: 'c', threadId, isRow: true };
}
