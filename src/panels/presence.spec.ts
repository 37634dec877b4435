import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Presence } from './presence.js';

describe('presence', () => {
  const told: [string, number][] = [];
  const shown: [string, number][] = [];
  let presence: Presence;

  beforeEach(() => {
    jest.useFakeTimers();
    told.length = shown.length = 0;
    presence = new Presence(
      () => Date.now(),
      (panelId, count) => told.push([panelId, count]),
    );
    presence.onChange = (panelId, here) => shown.push([panelId, here]);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('[R34] adds up what is here and elsewhere, and says so once a second', () => {
    for (let i = 1; i <= 50; i++) presence.count('p', i);
    presence.heard('other', 'p', 7);
    jest.advanceTimersByTime(1_000);
    expect(shown).toEqual([['p', 57]]);
    expect(told.at(-1)).toEqual(['p', 50]);

    presence.heard('other', 'p', 7);
    jest.advanceTimersByTime(5_000);
    expect(shown).toHaveLength(1);
  });

  it('[R34] counts a process that fell silent no more, and says that too', () => {
    presence.count('p', 1);
    presence.heard('other', 'p', 7);
    for (let i = 0; i < 4; i++) {
      jest.advanceTimersByTime(5_000);
      presence.repeat();
    }
    jest.advanceTimersByTime(1_000);
    expect(shown.at(-1)).toEqual(['p', 1]);
    expect(told.filter(([, count]) => count === 1)).toHaveLength(5);
  });

  it('[R33] holds little for panels nobody reads here, and for those somebody does', () => {
    presence.count('p', 1);
    for (let i = 0; i < 5_000; i++) {
      presence.heard('forged', `panel ${i}`, 1);
      presence.heard(`forged ${i}`, 'p', 1);
    }
    jest.advanceTimersByTime(1_000);
    expect(shown).toEqual([['p', 65]]);
    expect(presence.total('panel 1')).toBe(1);
    expect(presence.total('panel 4999')).toBe(0);
  });

  it('[R34] knows how many read elsewhere what nobody reads here, and tells nobody of it', () => {
    presence.count('p', 2);
    presence.heard('other', 'p', 7);
    presence.heard('other', 'q', 3);
    jest.advanceTimersByTime(1_000);
    presence.count('p', 0);
    expect([presence.total('p'), presence.total('q')]).toEqual([7, 3]);
    expect(told.at(-1)).toEqual(['p', 0]);

    jest.advanceTimersByTime(20_000);
    presence.repeat();
    expect([presence.total('p'), presence.total('q')]).toEqual([0, 0]);
    expect(shown).toEqual([['p', 9]]);
  });
});
