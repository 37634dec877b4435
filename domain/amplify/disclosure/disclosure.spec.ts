import { describe, expect, it } from '@jest/globals';
import {
  disclosePartition,
  hiddenCells,
  K_MIN,
  livePercent,
  mayShowGroup,
  percent,
  type Disclosed,
  percentOf,
} from './disclosure.js';

describe('what may be shown of small groups', () => {
  it.each([
    [[40, 22, 7, 3], 'C D'],
    [[40, 22, 4, 3], 'C D'],
    [[40, 2, 2, 0], 'A B C'],
    [[40, 22, 9, 0], ''],
    [[40, 3], 'A B'],
  ])('[P5] of %j it hides %s', (counts, expected) => {
    const { cells } = hiddenCells(counts, K_MIN.plain);
    expect([...'ABCD'].filter((_, i) => cells[i]).join(' ')).toBe(expected);
  });

  it('[P5] hides the sum as well where nothing is left to hide behind', () => {
    expect(disclosePartition([3], 5)).toEqual({ cells: [{ hidden: true }], total: { hidden: true } });
    expect(disclosePartition([2, 2, 0], 5).total).toEqual({ hidden: true });
    expect(disclosePartition([3, 4], 5).total).toEqual({ hidden: false, value: 7 });
  });

  it('[P5] a hidden value is not there, nor why it is hidden', () => {
    const { cells } = disclosePartition([40, 22, 7, 3], 5);
    expect(JSON.stringify(cells)).toBe(
      '[{"hidden":false,"value":40},{"hidden":false,"value":22},{"hidden":true},{"hidden":true}]',
    );
  });

  it('[P5] hidden numbers cannot be found by subtraction: every one could have been another', () => {
    const tables = [...tablesUpTo(9, 3)];
    for (const counts of tables) {
      const { cells, total } = disclosePartition(counts, 5);
      const possible = tables.filter((other) => isConsistent(other, cells, total));
      for (const [i, { hidden }] of cells.entries()) {
        if (hidden) expect(new Set(possible.map((other) => other[i])).size).toBeGreaterThan(4);
      }
    }
  });

  it('[P5] what is hidden together is never few', () => {
    for (const counts of tablesUpTo(9, 4)) {
      const { cells, total } = hiddenCells(counts, 5);
      const hidden = counts.filter((_, i) => cells[i]);
      if (hidden.length > 0 && !total) expect(hidden.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(5);
    }
  });

  it('[P5] what is hidden in one table stays hidden in the next', () => {
    expect(hiddenCells([40, 22, 9, 8], 5, [false, false, true, true]).cells).toEqual([false, false, true, true]);
    expect(hiddenCells([40, 22, 4, 0], 5, [false, false, true, true]).cells).toEqual([false, true, true, true]);
  });

  it('[P5] a group whose people may be in others is shown only with enough inside and outside', () => {
    expect([mayShowGroup(12, 60, 10), mayShowGroup(4, 60, 10), mayShowGroup(55, 60, 10)]).toEqual([true, false, false]);
  });

  it('[P5] rounds to 1 %, and to 5 % while people watch', () => {
    expect([percent(0.1349), percent(0.999), livePercent(0.1349), livePercent(0.12)]).toEqual([13, 100, 15, 10]);
  });
});

function isConsistent(counts: readonly number[], cells: readonly Disclosed<number>[], total: Disclosed<number>) {
  const isLike = (n: number, one: Disclosed<number> | undefined) => !one || one.hidden || one.value === n;
  return (
    counts.every((n, i) => isLike(n, cells[i])) &&
    isLike(
      counts.reduce((sum, n) => sum + n, 0),
      total,
    )
  );
}

function* tablesUpTo(most: number, cells: number): Generator<readonly number[]> {
  if (cells === 0) return void (yield []);
  for (const rest of tablesUpTo(most, cells - 1)) for (let n = 0; n <= most; n++) yield [...rest, n];
}

describe('shares of a few', () => {
  it('[P22] of fewer than twice as many as may be shown are not told: they would be a count', () => {
    expect([percentOf(5, 6, 5), percentOf(9, 9, 5), percentOf(0, 0, 5)]).toEqual([null, null, null]);
    expect([percentOf(9, 10, 5), percentOf(15, 19, 10), percentOf(15, 20, 10)]).toEqual([90, null, 75]);
  });
});
