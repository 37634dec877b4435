import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FloorShown } from '../../domain/wire/floor.js';
import { DemoFloor } from './floor.js';

const NAMES = ['Hazel', 'Айгерім', 'Camille', '雨晴', 'ليلى', 'Олег', 'Inés', 'Rowan'];

describe('the demonstration’s floor', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('[T16] has three to five people waiting, and nobody speaks unless called', async () => {
    const { house, stop } = opened();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(house.waiting.length).toBeGreaterThanOrEqual(3);
    await jest.advanceTimersByTimeAsync(600_000);

    expect(house.waiting).toHaveLength(5);
    expect(house.most).toBe(5);
    expect(house.speeches).toEqual([]);
    await stop();
  });

  it('[T16] fills up again, one by one, as people are called, and ends each speech in its time', async () => {
    const { house, stop } = opened();
    await jest.advanceTimersByTimeAsync(300_000);
    const seen: number[] = [];
    for (let i = 0; i < 8; i++) {
      house.giveFloor();
      await jest.advanceTimersByTimeAsync(130_000);
      seen.push(house.waiting.length);
    }

    expect(Math.min(...seen)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...seen)).toBeLessThanOrEqual(5);
    expect(house.speeches).toHaveLength(8);
    for (const seconds of house.speeches) {
      expect(seconds).toBeGreaterThanOrEqual(60);
      expect(seconds).toBeLessThanOrEqual(120);
    }
    await stop();
  });

  it('[T16] leaves the floor to visitors who wait, and asks for nothing while it is closed', async () => {
    const { house, stop } = opened({ visitors: 5 });
    await jest.advanceTimersByTimeAsync(300_000);
    expect(house.waiting).toHaveLength(5);

    house.open = false;
    house.waiting.length = 0;
    await jest.advanceTimersByTimeAsync(300_000);
    expect(house.waiting).toEqual([]);
    await stop();
  });

  it('[T16] ends nobody else’s speech', async () => {
    const { house, stop } = opened({ visitors: 1 });
    house.giveFloor();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(house.speaking?.who.name).toBe('Visitor 0');
    await stop();
  });
});

/** A floor in the order of asking. */
class House {
  open = true;
  speaking: FloorShown['speaking'] = null;
  readonly waiting: string[];
  readonly speeches: number[] = [];
  most = 0;

  constructor(visitors: number) {
    this.waiting = Array.from({ length: visitors }, (_, i) => `Visitor ${i}`);
  }

  giveFloor(): void {
    const name = this.waiting.shift() ?? '';
    const who = { name, affiliation: '', role: 'participant' as const };
    this.speaking = { requestId: `${Date.now()}`, kind: 'topic', threadId: null, who, at: Date.now() };
  }

  shown(): FloorShown {
    const { open, speaking, waiting } = this;
    return { panelId: 'panel', open, slotSeconds: 120, speaking, next: null, waiting: waiting.length };
  }

  answer(who: string, name: string): object {
    if (name === 'endSpeech') {
      this.speeches.push((Date.now() - (this.speaking?.at ?? 0)) / 1_000);
      this.speaking = null;
    }
    if (name === 'askToSpeak' && this.waiting.includes(who)) return { ok: false, refusal: { code: 'already-so' } };
    if (name === 'askToSpeak') this.waiting.push(who);
    this.most = Math.max(this.most, this.waiting.length);
    return { ok: true, value: {} };
  }
}

function opened({ visitors = 0 } = {}) {
  const house = new House(visitors);
  let throws = 11;
  const floor = new DemoFloor({
    panelId: 'panel',
    speakers: NAMES.map((name) => ({
      name,
      lang: 'en',
      voice: { ask: (message: string) => Promise.resolve(house.answer(name, message) as never) },
    })),
    look: () => Promise.resolve(house.shown()),
    topic: () => ({ note: 'A word on this.' }),
    random: () => (throws = (throws * 48_271) % 2_147_483_647) / 2_147_483_647,
  });
  const stopping = new AbortController();
  const done = floor.work(stopping.signal).catch((reason: unknown) => reason);
  const stop = async () => {
    stopping.abort(new Error('over'));
    await done;
  };
  return { house, stop };
}
