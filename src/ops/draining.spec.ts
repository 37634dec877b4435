import { describe, expect, it } from '@jest/globals';
import { Draining, drainOnSignals } from './draining.js';

describe('draining', () => {
  it('[W4] runs its steps in order, once, however often it is begun', async () => {
    const draining = new Draining();
    const done: string[] = [];
    draining.onDrain(async () => {
      await Promise.resolve();
      done.push('first');
    });
    draining.onDrain(() => void done.push('second'));
    expect(draining.isDraining).toBe(false);

    await Promise.all([draining.begin(), draining.begin()]);

    expect(draining.isDraining).toBe(true);
    expect(done).toEqual(['first', 'second']);
  });

  it('[W4] goes on when a step fails', async () => {
    const faults: unknown[] = [];
    const draining = new Draining((error) => faults.push(error));
    let reached = false;
    draining.onDrain(() => {
      throw new Error('lost');
    });
    draining.onDrain(() => void (reached = true));

    await draining.begin();

    expect(reached).toBe(true);
    expect(faults).toHaveLength(1);
  });

  it('[W4] drains, closes, then leaves on the first signal', async () => {
    const draining = new Draining();
    const done: string[] = [];
    draining.onDrain(() => void done.push('drained'));
    const left = new Promise<number>((exit) => {
      const stop = drainOnSignals(
        draining,
        async () => void done.push('closed'),
        (status) => {
          stop();
          exit(status);
        },
      );
      process.emit('SIGTERM');
    });

    expect(await left).toBe(0);
    expect(done).toEqual(['drained', 'closed']);
  });
});
