import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryStorage } from './outbox-storage.js';
import { LeaseTurns } from './turns.js';

describe('taking turns where there are no locks', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('[R82] lets one tab work at a time, and the other one try again', async () => {
    const { one, other, busiest, work } = twoTabs();
    const working = one.take(work, never);
    let tries = 0;
    await other.take(work, () => tries++);
    await jest.advanceTimersByTimeAsync(60_000);
    await working;

    expect(tries).toBe(1);
    expect(busiest()).toBe(1);
    const then = other.take(work, never);
    await jest.advanceTimersByTimeAsync(60_000);
    await then;
  });

  it('[R82] prolongs the turn of a tab that works for long, and ends that of one that died', async () => {
    const storage = new MemoryStorage();
    await storage.claim('dead', Date.now(), Date.now() + 15_000);
    const one = new LeaseTurns(storage, 'one');
    let done = false;
    const work = () => Promise.resolve(void (done = true));
    const again = () => void one.take(work, again);
    await one.take(work, again);
    expect(done).toBe(false);
    await jest.advanceTimersByTimeAsync(16_000);

    expect(done).toBe(true);
  });
});

function twoTabs() {
  const storage = new MemoryStorage();
  let [busy, busiest] = [0, 0];
  const work = async () => {
    busiest = Math.max(busiest, ++busy);
    await new Promise((resolve) => setTimeout(resolve, 40_000));
    busy--;
  };
  return { one: new LeaseTurns(storage, '1'), other: new LeaseTurns(storage, '2'), busiest: () => busiest, work };
}

function never(): void {
  throw new Error('It had its turn.');
}
