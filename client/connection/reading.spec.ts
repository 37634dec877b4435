import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { forgetReading, readingMarks } from './reading.js';
import { Shelf } from './testing/local-storage.js';

describe('how far somebody has read', () => {
  let shelf: Shelf;

  beforeEach(() => {
    jest.useFakeTimers();
    shelf = new Shelf();
    Object.assign(globalThis, { localStorage: shelf });
  });
  afterEach(() => jest.useRealTimers());

  it('[R88] is held by person, panel and thread, and only ever grows', () => {
    const marks = readingMarks('ana', 'one');
    marks.markRead('water', 7);
    marks.markRead('water', 3);

    expect(marks.readUpTo('water')).toBe(7);
    expect(marks.readUpTo('data')).toBe(0);
    expect(readingMarks('ana', 'one').readUpTo('water')).toBe(7);
    expect(readingMarks('ben', 'one').readUpTo('water')).toBe(0);
  });

  it('[R88] is written once for many marks, and never takes back what another tab wrote', () => {
    const marks = readingMarks('ana', 'two');
    for (let seq = 1; seq <= 500; seq++) marks.markRead('water', seq);
    expect(shelf.length).toBe(0);
    shelf.setItem('read/ana/two', '{"water":900,"data":4}');
    jest.advanceTimersByTime(1000);

    expect(JSON.parse(shelf.getItem('read/ana/two') ?? '')).toEqual({ water: 900, data: 4 });
    expect(marks.readUpTo('water')).toBe(900);
  });

  it('goes with the person', () => {
    const marks = readingMarks('ana', 'three');
    marks.markRead('water', 5);
    jest.advanceTimersByTime(1000);
    marks.markRead('water', 6);
    forgetReading('ana');
    jest.advanceTimersByTime(1000);

    expect(shelf.length).toBe(0);
    expect(marks.readUpTo('water')).toBe(0);
  });

  it('works without storage', () => {
    shelf.refuses = true;
    const marks = readingMarks('ana', 'four');
    marks.markRead('water', 5);
    jest.advanceTimersByTime(1000);
    expect(marks.readUpTo('water')).toBe(5);
  });
});
