import { describe, expect, it } from '@jest/globals';
import { explain } from './explain.js';
import { attested, panelWith } from './testing/panel.js';

const MINUTE_MS = 60_000;

describe('what an author is told of their place', () => {
  const panel = () =>
    panelWith({ groups: [{ id: 'LDC', floor: 4_000 }], every: null })
      .submits('w1', 0)
      .submits('w2', 1)
      .submits('w3', 2)
      .submits('a', 4, { items: 2, claims: attested('LDC') });

  it('[Q37] the place, the wait, whether it is the first time, and what their groups are owed', () => {
    const { queue } = panel();
    expect(explain(queue, 'a', 10 * MINUTE_MS)).toEqual({ place: 3, waitedMs: 6 * MINUTE_MS, first: true, owed: [] });

    queue.serve('w1', 'equity', 1, 10 * MINUTE_MS);
    queue.serve('w2', 'equity', 1, 10 * MINUTE_MS);
    expect(explain(queue, 'a', 10 * MINUTE_MS)).toMatchObject({ place: 1, owed: [{ group: 'LDC', turns: 0.8 }] });
  });

  it('[Q37] is nothing for who does not wait, and no place beyond what was looked at', () => {
    const { queue } = panel();
    expect(explain(queue, 'nobody', 0)).toBeNull();
    expect(explain(queue, 'a', 10 * MINUTE_MS, queue.preview(2))).toMatchObject({ place: null });
  });

  it('[Q37] is the same whoever else asks', () => {
    const { queue } = panel();
    const before = queue.preview(9);
    for (const person of ['w1', 'w2', 'a']) explain(queue, person, 10 * MINUTE_MS);
    expect(queue.preview(9)).toEqual(before);
  });
});
