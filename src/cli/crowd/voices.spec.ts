import { describe, expect, it } from '@jest/globals';
import type { Voice } from './voice.js';
import { Voices } from './voices.js';

describe('the connections of a crowd', () => {
  it('[T14] are never more than so many, and everybody gets their turn', async () => {
    const { voices, open, most } = crowd(3);
    const doings = Array.from({ length: 20 }, (_, person) =>
      voices.use(
        person,
        () => false,
        () => soon(person),
      ),
    );

    expect(await Promise.all(doings)).toEqual(Array.from({ length: 20 }, (_, person) => person));
    expect(most()).toBe(3);
    voices.closeAll();
    expect(open.size).toBe(0);
  });

  it('[T14] end with a person’s last word, and not before', async () => {
    const { voices, open } = crowd(3);
    await voices.use(
      1,
      () => false,
      () => soon(1),
    );
    expect([...open]).toEqual([1]);
    await voices.use(
      1,
      () => true,
      () => soon(1),
    );
    expect([...open]).toEqual([]);
  });

  it('[T14] are given up by whoever was silent longest', async () => {
    const { voices, open } = crowd(2);
    for (const person of [1, 2, 1, 3]) {
      await voices.use(
        person,
        () => false,
        () => soon(person),
      );
    }
    expect(open).toEqual(new Set([1, 3]));
  });
});

function crowd(most: number) {
  const open = new Set<number>();
  let peak = 0;
  const connect = (person: number) => {
    open.add(person);
    peak = Math.max(peak, open.size);
    return { close: () => void open.delete(person) } as unknown as Voice;
  };
  return { voices: new Voices(connect, most), open, most: () => peak };
}

function soon<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), 1));
}
