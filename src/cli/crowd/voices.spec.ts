import { describe, expect, it } from '@jest/globals';
import type { Voice } from './voice.js';
import { Voices } from './voices.js';

describe('the connections of a crowd', () => {
  it('[T14] are never more than so many, and everybody gets their turn', async () => {
    const { voices, open, most } = crowd(3);
    const doings = Array.from({ length: 20 }, (_, person) => voices.use(person, () => soon(person)));

    expect(await Promise.all(doings)).toEqual(Array.from({ length: 20 }, (_, person) => person));
    expect(most()).toBe(3);
    voices.closeAll();
    expect(open).toEqual([]);
  });

  it('[T14] are one a person, whatever they do at once', async () => {
    const { voices, open } = crowd(3);
    await Promise.all([1, 1, 1].map((person) => voices.use(person, () => soon(person))));
    expect(open).toEqual([1]);
  });

  it('[T14] end with a person’s last word, and not before', async () => {
    const { voices, open } = crowd(3);
    const speaking = voices.use(1, () => soon(1));
    voices.close(1);
    await speaking;
    expect(open).toEqual([1]);
    voices.close(1);
    expect(open).toEqual([]);
  });

  it('[T14] are given up by whoever was silent longest', async () => {
    const { voices, open } = crowd(2);
    for (const person of [1, 2, 1, 3]) await voices.use(person, () => soon(person));
    expect(open).toEqual([1, 3]);
  });
});

function crowd(most: number) {
  const open: number[] = [];
  let peak = 0;
  const connect = (person: number) => {
    peak = Math.max(peak, open.push(person));
    return { close: () => void open.splice(open.indexOf(person), 1) } as unknown as Voice;
  };
  return { voices: new Voices(connect, most), open, most: () => peak };
}

function soon<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), 1));
}
