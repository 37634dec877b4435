import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DeskView } from '../../domain/wire/views.js';
import { DemoDesk, type DeskVoice } from './desk.js';

describe('the demonstration’s desk', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('[T12] always leaves six to ten items for people', async () => {
    const { desk, house, stop } = opened(6);
    const seen: number[] = [];

    for (let i = 0; i < 60; i++) {
      house.submit(desk, `item ${i}`);
      await jest.advanceTimersByTimeAsync(7_000);
      seen.push(house.waiting());
    }

    expect(Math.min(...seen.slice(5))).toBeGreaterThanOrEqual(6);
    expect(Math.max(...seen)).toBeLessThanOrEqual(11);
    expect(house.decided.length).toBeGreaterThan(45);
    await stop();
  });

  it('[T12] leaves one more every 20 to 40 seconds, and lets the others through soon', async () => {
    const { desk, house, stop } = opened(6);
    const lefts: number[] = [];

    for (let i = 0, before = 6; i < 12; i++) {
      house.submit(desk, `item ${i}`);
      await jest.advanceTimersByTimeAsync(8_000);
      if (house.waiting() > before) lefts.push(i * 8);
      before = house.waiting();
    }

    const between = lefts.slice(1).map((at, i) => at - (lefts[i] ?? 0));
    expect(lefts.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...between)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...between)).toBeLessThanOrEqual(48);
    await stop();
  });

  it('[T12] decides nothing of what others say', async () => {
    const { house, stop } = opened(30);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(house.decided).toEqual([]);
    await stop();
  });

  it('[T12] leaves an item to whoever was quicker', async () => {
    const { desk, house, stop } = opened(30);
    house.takenByOthers.add('theirs');
    house.submit(desk, 'theirs');
    house.submit(desk, 'ours');
    await jest.advanceTimersByTimeAsync(30_000);
    expect(house.decided).toEqual(['ours']);
    await stop();
  });
});

function opened(waitingAtFirst: number) {
  const house = new House(waitingAtFirst);
  let throws = 7;
  const desk = new DemoDesk(
    house.voice,
    'panel',
    () => (throws = (throws * 48_271) % 2_147_483_647) / 2_147_483_647,
    house.second,
  );
  const stopping = new AbortController();
  const done = desk.work(stopping.signal).catch((reason: unknown) => reason);
  const stop = async () => {
    stopping.abort(new Error('over'));
    await done;
  };
  return { desk, house, stop };
}

/** Just enough of a server: a number of items waiting, pushed to the desk whenever it changes. */
class House {
  readonly decided: string[] = [];
  readonly takenByOthers = new Set<string>();
  private readonly items = new Set<string>();
  private tell: (desk: DeskView) => void = () => undefined;

  constructor(private readonly others: number) {}

  readonly voice: DeskVoice = {
    on: (_push: string, listener: unknown) => {
      this.tell = listener as (desk: DeskView) => void;
    },
    onConnected: (listener: () => void) => listener(),
    ask: (name: string, body: object) => Promise.resolve(this.answer(name, body) as never),
  };

  waiting(): number {
    return this.others + this.items.size;
  }

  submit(desk: DemoDesk, contributionId: string): void {
    this.items.add(contributionId);
    desk.expect(contributionId);
    this.push();
  }

  /** A decline of the first alone decides nothing. */
  readonly second: Pick<DeskVoice, 'ask'> = {
    ask: (name: string, body: object) => {
      const { contributionId } = body as { contributionId: string };
      if (name === 'decline') this.decide(contributionId);
      return Promise.resolve({ ok: true, value: {} } as never);
    },
  };

  private answer(name: string, body: object): unknown {
    const { contributionId } = body as { contributionId: string };
    if (name === 'openDesk') return { ok: true, value: { waiting: this.waiting() } };
    if (name === 'take') return { ok: !this.takenByOthers.has(contributionId), value: {} };
    if (name === 'publish') this.decide(contributionId);
    return { ok: true, value: {} };
  }

  private decide(contributionId: string): void {
    this.items.delete(contributionId);
    this.decided.push(contributionId);
    this.push();
  }

  private push(): void {
    this.tell({ waiting: this.waiting() } as DeskView);
  }
}
