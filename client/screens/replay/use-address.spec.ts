import { describe, expect, it } from '@jest/globals';
import { NOTHING } from '../../connection/replay-shown.js';
import { filterIn, queryOf } from './use-address.js';

const AXIS = { origin: 10_000, start: 9_400, end: 70_454 };
const ALL = { threadId: null, words: '' };
const SHOWN = { axis: AXIS, item: null, status: 'ready', filter: ALL } as const;

describe('the address of a replay', () => {
  it('[R64] names the second the clock shows, and at either end one that leads there', () => {
    expect(queryOf(SHOWN, 14_454)).toBe('?t=4s');
    expect(queryOf(SHOWN, AXIS.end)).toBe('?t=1m1s');
    expect(queryOf(SHOWN, AXIS.start)).toBe('?t=-1s');
  });

  it('[R64] names the item and the filter, and nothing before there is a panel', () => {
    const filter = { threadId: 't1', words: ' су & жер ' };
    const query = queryOf({ ...SHOWN, item: 'c1', filter }, 12_000) ?? '';
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      t: '2s',
      at: 'c1',
      thread: 't1',
      words: 'су & жер',
    });
    expect(queryOf(NOTHING, 0)).toBeNull();
  });

  it('[R64] leads to a filter, of the threads there are', () => {
    const histogram = { from: 0, to: 1, width: 1, total: [1], threads: { t1: [1] }, marks: [] };
    expect(filterIn('?t=2s&thread=t1&words=%D1%81%D1%83', { histogram })).toEqual({ threadId: 't1', words: 'су' });
    expect(filterIn('?thread=t2', { histogram })).toBeNull();
    expect(filterIn('?thread=toString&words=%20', { histogram })).toBeNull();
  });
});
