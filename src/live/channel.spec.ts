import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RecordEntry } from '../../domain/panel/events.js';
import type { Frame } from '../../domain/wire/protocol.js';
import { Channel } from './channel.js';

describe('a channel', () => {
  const frames: { at: number; seqs: number[] }[] = [];
  const faults: unknown[] = [];
  let people: () => Promise<Record<string, never>>;
  let channel: Channel;

  beforeEach(() => {
    jest.useFakeTimers();
    frames.length = faults.length = 0;
    people = () => Promise.resolve({});
    channel = new Channel({
      panelId: 'p',
      epoch: 'e',
      people: () => people(),
      send: ({ entries }: Frame) => frames.push({ at: performance.now(), seqs: entries.map(({ seq }) => seq) }),
      onFault: (error) => faults.push(error),
    });
    jest.advanceTimersByTime(1_000);
  });
  afterEach(() => {
    channel.stop();
    jest.useRealTimers();
  });

  it('[R19] sends at once when idle', async () => {
    const now = performance.now();
    channel.push(entries(1));
    await settled();
    expect(frames).toEqual([{ at: now, seqs: [1] }]);
  });

  it('[R19] gathers what comes within 40 ms, in order, with nothing lost', async () => {
    for (let seq = 1; seq <= 100; seq++) {
      channel.push(entries(seq));
      await jest.advanceTimersByTimeAsync(5);
    }
    await jest.advanceTimersByTimeAsync(100);
    expect(frames.flatMap(({ seqs }) => seqs)).toEqual(upTo(100));
    const gaps = frames.slice(1).map(({ at }, i) => at - (frames[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(40);
    expect(frames.length).toBeLessThanOrEqual(14);
  });

  it('[R19] keeps their order while names are looked up slowly', async () => {
    let answer: () => void = () => undefined;
    people = () => new Promise((resolve) => (answer = () => resolve({})));
    channel.push(entries(1));
    channel.push(entries(2));
    await jest.advanceTimersByTimeAsync(500);
    channel.push(entries(3));
    expect(frames).toEqual([]);

    people = () => Promise.resolve({});
    answer();
    await jest.advanceTimersByTimeAsync(100);
    expect(frames.map(({ seqs }) => seqs)).toEqual([[1], [2, 3]]);
  });

  it('[R19] goes on after names that could not be looked up; the gap is for readers to notice', async () => {
    people = () => Promise.reject(new Error('gone'));
    channel.push(entries(1));
    await settled();
    people = () => Promise.resolve({});
    channel.push(entries(2));
    await jest.advanceTimersByTimeAsync(100);
    expect(faults).toHaveLength(1);
    expect(frames.map(({ seqs }) => seqs)).toEqual([[2]]);
  });

  it('[R29] sends much in several frames, each of which a slow network can take', async () => {
    channel.push(Array.from({ length: 40 }, (_, i) => entry(i + 1, 'x'.repeat(10_000))));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(frames.flatMap(({ seqs }) => seqs)).toEqual(upTo(40));
    expect(Math.max(...frames.map(({ seqs }) => seqs.length))).toBeLessThanOrEqual(13);
  });

  it('[R19] sends nothing after its end', async () => {
    channel.push(entries(1));
    await settled();
    channel.push(entries(2));
    channel.stop();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(frames.map(({ seqs }) => seqs)).toEqual([[1]]);
  });
});

function entries(seq: number): RecordEntry[] {
  return [entry(seq, '')];
}

function entry(seq: number, reason: string): RecordEntry {
  return { seq, at: 0, event: { type: 'PanelPaused', reason } };
}

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

function settled(): Promise<void> {
  return jest.advanceTimersByTimeAsync(0);
}
