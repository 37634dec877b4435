import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exchanges, type Row } from './exchanges.js';

describe('the contributions of a thread as rows', () => {
  it('[R80] stands roots by seq and replies below their parent by seq', () => {
    const exchanges = new Exchanges();
    exchanges.add([said(1), said(2), said(3, 1), said(4, 2), said(5, 3), said(6, 1), said(7)]);

    expect(drawn(exchanges.rows('thread'))).toEqual(['1', '.3', '..5', '.6', '2', '.4', '7']);
  });

  it('[R80] takes in one after the other as it takes all at once', () => {
    fc.assert(
      fc.property(arbitraryTalk(), fc.infiniteStream(fc.nat()), (talk, order) => {
        const [whole, oneByOne] = [new Exchanges(), new Exchanges()];
        whole.add(talk);
        for (const contribution of shuffled(talk, order)) {
          oneByOne.add([contribution]);
          oneByOne.rows('thread');
        }

        expect(oneByOne.rows('thread')).toEqual(whole.rows('thread'));
        expect(oneByOne.rows('other')).toEqual(whole.rows('other'));
        expect(whole.rows('thread')).toEqual(byDefinition(talk, 'thread'));
      }),
    );
  });

  it('[R80] stands a reply at the top until its parent arrives', () => {
    const exchanges = new Exchanges();
    exchanges.add([said(5, 2), said(7, 5), said(8)]);
    expect(drawn(exchanges.rows('thread'))).toEqual(['5', '.7', '8']);

    exchanges.add([said(2)]);
    expect(drawn(exchanges.rows('thread'))).toEqual(['2', '.5', '..7', '8']);
  });

  it('[R80] leaves out what came after a cutoff', () => {
    const exchanges = new Exchanges();
    exchanges.add([said(1), said(2), said(3, 1), said(4, 2), said(5, 3)]);

    expect(drawn(exchanges.rows('thread', 3))).toEqual(['1', '.3', '2']);
    expect(exchanges.rows('thread', 0)).toEqual([]);
  });

  it('gives the same list as long as nothing changed in it', () => {
    const exchanges = new Exchanges();
    exchanges.add([said(1), said(4)]);
    const [rows, cut] = [exchanges.rows('thread'), exchanges.rows('thread', 2)];
    exchanges.add([said(1), { ...said(5), threadId: 'other' }]);

    expect(exchanges.rows('thread')).toBe(rows);
    expect(exchanges.rows('thread', 3)).toBe(cut);
    expect(exchanges.rows('thread', 99)).toBe(rows);
    exchanges.add([said(6)]);
    expect(exchanges.rows('thread')).not.toBe(rows);
    expect(exchanges.size).toBe(4);
  });

  it('does not lose what claims to answer itself or something later', () => {
    const exchanges = new Exchanges();
    exchanges.add([said(1, 1), said(2, 3), said(3, 2)]);

    expect(drawn(exchanges.rows('thread'))).toEqual(['1', '2', '.3']);
  });

  it('holds a chain of replies of any depth', () => {
    const exchanges = new Exchanges();
    exchanges.add(Array.from({ length: 50_000 }, (_, i) => said(i + 1, i === 0 ? null : i)));

    expect(exchanges.rows('thread').at(-1)?.depth).toBe(49_999);
  });
});

function said(seq: number, parent: number | null = null) {
  return { id: `c${seq}`, seq, threadId: 'thread', parentId: parent === null ? null : `c${parent}` };
}

function drawn(rows: readonly Row[]): string[] {
  return rows.map(({ id, depth }) => `${'.'.repeat(depth)}${id.slice(1)}`);
}

/** Some parents are missing, as where the record is held from a snapshot on. */
function arbitraryTalk() {
  const one = fc.record({ held: fc.boolean(), reply: fc.option(fc.nat()), thread: fc.constantFrom('thread', 'other') });
  return fc.array(one, { maxLength: 60 }).map((all) => {
    const threads = all.map(({ reply, thread }, i) => ({
      parent: reply === null || i === 0 ? null : reply % i,
      thread,
    }));
    const threadOf = (i: number): string => {
      const { parent, thread } = threads[i] ?? { parent: null, thread: 'thread' };
      return parent === null ? thread : threadOf(parent);
    };
    return threads
      .map(({ parent }, i) => ({ ...said(i + 1, parent === null ? null : parent + 1), threadId: threadOf(i) }))
      .filter((_, i) => all[i]?.held);
  });
}

function byDefinition(talk: readonly ReturnType<typeof said>[], threadId: string): Row[] {
  const here = talk.filter((one) => one.threadId === threadId);
  const held = new Set(here.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): Row[] =>
    here
      .filter((one) => (one.parentId !== null && held.has(one.parentId) ? one.parentId : null) === parentId)
      .flatMap(({ id, seq, parentId: parent }) => [{ id, depth, seq, parentId: parent }, ...below(id, depth + 1)]);
  return below(null, 0);
}

function shuffled<T>(all: readonly T[], order: Iterable<number>): T[] {
  const keys = order[Symbol.iterator]();
  return all
    .map((one) => [Number(keys.next().value), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
