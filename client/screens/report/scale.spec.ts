import { describe, expect, it } from '@jest/globals';
import { rangeUpTo, scaleOf } from './scale.js';

describe('the scale of a plot', () => {
  const range = { from: 0, to: 50, ticks: [] };

  it('begins where reading begins', () => {
    expect(scaleOf(range, false).x(10)).toBe('20.00%');
    expect(scaleOf(range, true).x(10)).toBe('80.00%');
  });

  it('keeps what lies beyond at its end, and knows that it does', () => {
    const scale = scaleOf(range, false);
    expect([scale.x(80), scale.holds(80), scale.x(-1), scale.holds(50)]).toEqual(['100.00%', false, '0.00%', true]);
  });

  it('gives a half as much room as a double', () => {
    const ratio = scaleOf({ from: 0.25, to: 4, ticks: [], isLogarithmic: true }, false);
    expect([ratio.x(0.5), ratio.x(1), ratio.x(2), ratio.x(0)]).toEqual(['25.00%', '50.00%', '75.00%', '0.00%']);
  });

  it('ends at a round number', () => {
    expect(rangeUpTo(37)).toEqual({ from: 0, to: 40, ticks: [0, 10, 20, 30, 40] });
    expect(rangeUpTo(0).to).toBe(1);
    expect(rangeUpTo(61).ticks).toEqual([0, 15, 30, 45, 60, 75]);
    expect(rangeUpTo(400).to).toBeGreaterThanOrEqual(400);
  });
});
