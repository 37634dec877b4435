import { describe, expect, it } from '@jest/globals';
import { Limits } from './limits.js';

describe('the pace of messages', () => {
  it('[X15] lets a person say sixty things in ten seconds, and says when the next may come', async () => {
    const limits = new Limits();
    const waits = await Promise.all(Array.from({ length: 61 }, () => limits.spend('ana', 'submit')));
    expect(waits.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 0));
    expect(waits.at(-1)).toBeGreaterThan(0);
    expect(waits.at(-1)).toBeLessThanOrEqual(10_000);
  });

  it('[X15] counts by person: another one, and other kinds of messages, go on', async () => {
    const limits = new Limits();
    for (let i = 0; i < 61; i++) await limits.spend('ana', 'submit');
    expect(await limits.spend('ana', 'edit')).toBeGreaterThan(0);
    expect(await limits.spend('ana', 'castVote')).toBe(0);
    expect(await limits.spend('ana', 'readRecord')).toBe(0);
    expect(await limits.spend('ben', 'submit')).toBe(0);
  });

  it('[X15] counts strangers by connection, and all behind one address together', async () => {
    const limits = new Limits();
    for (let i = 0; i < 120; i++) expect(await limits.spendAsStranger('c1', '192.0.2.1', 'readRecord')).toBe(0);
    expect(await limits.spendAsStranger('c1', '192.0.2.1', 'readRecord')).toBeGreaterThan(0);
    expect(await limits.spendAsStranger('c2', '192.0.2.1', 'readRecord')).toBe(0);

    let last = 0;
    for (let i = 0; i < 5_000; i++) last = await limits.spendAsStranger(`many ${i}`, '192.0.2.1', 'join');
    expect(last).toBeGreaterThan(0);
    expect(await limits.spendAsStranger('c3', '192.0.2.2', 'join')).toBe(0);
  });

  it('[X15] counts anything not named among what steers', async () => {
    const limits = new Limits();
    for (let i = 0; i < 60; i++) await limits.spend('hana', 'pausePanel');
    expect(await limits.spend('hana', 'resumePanel')).toBeGreaterThan(0);
  });
});
