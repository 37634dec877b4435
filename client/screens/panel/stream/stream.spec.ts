import { describe, expect, it } from '@jest/globals';
import type { Row } from '../../../connection/exchanges.js';
import { admitBelow, drawn, everything } from './holding.js';
import { exchangeFor, exchangeOf, isDeeper, itemsOf, keyOf } from './items.js';
import { ReadingLog } from './reading-log.js';

/** a ─ b ─ c ─ d ─ e, then f at the top. */
const ROWS: readonly Row[] = [
  row('a', 1, 0, null),
  row('b', 2, 1, 'a'),
  row('c', 3, 2, 'b'),
  row('d', 4, 3, 'c'),
  row('e', 5, 4, 'd'),
  row('f', 6, 0, null),
];

describe('what is drawn of a thread', () => {
  it('is two levels, and one line for what lies deeper', () => {
    const items = itemsOf(ROWS);
    expect(items.map(keyOf)).toEqual(['a', 'b', 'c', 'deeper/c', 'f']);
    expect(items.filter(isDeeper).map(({ hidden }) => hidden.length)).toEqual([2]);
  });

  it('is one exchange alone where that was opened, in which the deep ones have their place', () => {
    expect(exchangeOf(ROWS, 'c').map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    expect(itemsOf(exchangeOf(ROWS, 'c')).map(keyOf)).toEqual(['c', 'd', 'e']);
    expect(ROWS.map(({ id }) => exchangeFor(ROWS, id))).toEqual([null, null, null, 'c', 'c', null]);
  });
});

describe('what comes in while somebody reads', () => {
  const later = [...ROWS.slice(0, 2), row('x', 7, 2, 'b'), ...ROWS.slice(2), row('y', 8, 0, null)];

  it('is let in below what is in sight, and waits above and between', () => {
    const admitted = admitBelow(later, everything(ROWS), 'f');
    expect(ids(drawn(later, admitted))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'y']);
  });

  it('waits with its parent', () => {
    const more = [...later.slice(0, 3), row('z', 9, 3, 'x'), ...later.slice(3)];
    expect(ids(drawn(more, admitBelow(more, everything(ROWS), 'b')))).toEqual(ids(more));
    expect(ids(drawn(more, admitBelow(more, everything(ROWS), 'c')))).not.toContain('z');
  });

  it('is all there once it is asked for', () => {
    expect(drawn(later, everything(later))).toBe(later);
    const same = everything(later);
    expect(admitBelow(later, same, 'a')).toBe(same);
  });
});

describe('what is read', () => {
  it('goes as far as everything before it was seen', () => {
    const marks = new Map<string, number>([['t', 2]]);
    const log = new ReadingLog({
      readUpTo: (id) => marks.get(id) ?? 0,
      markRead: (id, seq) => void marks.set(id, seq),
    });
    log.own(['d']);
    expect(log.unread('t', ROWS)).toBe(3);
    log.see('t', ROWS, ROWS.slice(5));
    expect([log.unread('t', ROWS), marks.get('t')]).toEqual([2, 2]);
    log.see('t', ROWS, ROWS.slice(2, 3));
    expect([log.unread('t', ROWS), marks.get('t')]).toEqual([1, 4]);
    log.see('t', ROWS, ROWS.slice(4, 5));
    expect([log.unread('t', ROWS), marks.get('t')]).toEqual([0, 6]);
  });
});

function row(id: string, seq: number, depth: number, parentId: string | null): Row {
  return { id, seq, depth, parentId };
}

function ids(rows: readonly Row[]): readonly string[] {
  return rows.map(({ id }) => id);
}
