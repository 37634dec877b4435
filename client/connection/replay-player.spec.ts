import { describe, expect, it } from '@jest/globals';
import { advance, faster, type Player, SPEEDS, stopped, type Track } from './replay-player.js';

const FRAME = 16;

describe('the playhead', () => {
  it('[R61] moves with the reader’s clock, times the speed', () => {
    for (const speed of SPEEDS) {
      expect(after(1_008, { ...playing(0), speed }, track([])).time).toBe(1_008 * speed);
    }
  });

  it('[R61] stands still while it is paused and stops at the end', () => {
    expect(after(1_000, stopped(5), track([])).time).toBe(5);

    const ended = after(3_000, { ...playing(99_000), speed: 1 }, track([]));
    expect(ended).toMatchObject({ time: 100_000, isPlaying: false });
  });

  it('[R61] stands still in a hidden tab, which has no frames', () => {
    expect(advance(playing(0), 60_000, track([])).time).toBeLessThanOrEqual(250);
  });

  it('[R62] crosses a long silence quickly where the reader wants that', () => {
    const crossing = after(100, { ...playing(1_000), skipsSilence: true }, track([60_000]));
    expect(crossing.crossing).toMatchObject({ from: 1_000, to: 60_000 });

    expect(after(1_300, { ...playing(1_000), skipsSilence: true }, track([60_000])).time).toBeGreaterThanOrEqual(
      60_000,
    );
    expect(after(1_300, playing(1_000), track([60_000])).time).toBeLessThan(3_000);
  });

  it('[R62] takes for a silence only what would take long at this speed', () => {
    const skipping = { ...playing(0), skipsSilence: true };
    expect(after(FRAME, { ...skipping, speed: 1 }, track([4_000])).crossing).toBeNull();
    expect(after(FRAME, { ...skipping, speed: 1 }, track([6_000])).crossing).not.toBeNull();
    expect(after(FRAME, { ...skipping, speed: 64 }, track([60_000])).crossing).toBeNull();
  });

  it('[R62] never passes by what ends a silence', () => {
    let player: Player = { ...playing(0), skipsSilence: true, speed: 64 };
    const stops = [0.2, 30, 31, 60, 99].map((minutes) => minutes * 60_000);
    const long = { ...track(stops), end: 6_000_000, until: 6_000_000 };
    const seen = new Set<number>();
    for (let i = 0; i < 2_000 && player.isPlaying; i++) {
      const before = player.time;
      player = advance(player, FRAME, long);
      for (const stop of stops) if (stop > before && stop <= player.time) seen.add(stop);
    }
    expect([...seen]).toEqual(stops);
    expect(player.time).toBe(6_000_000);
  });

  it('[R63] waits where what comes next is not here yet, and goes on when it is', () => {
    const partly = { ...track([]), until: 500 };
    const waiting = after(2_000, playing(0), partly);
    expect(waiting).toMatchObject({ time: 500, isPlaying: true, isWaiting: true });

    expect(after(1_000, waiting, track([]))).toMatchObject({ isWaiting: false, isPlaying: true });
  });

  it('knows eight speeds and stays at the last of them', () => {
    expect([...SPEEDS]).toEqual([0.5, 1, 2, 4, 8, 16, 32, 64]);
    expect(faster(64, 1)).toBe(64);
    expect(faster(1, -1)).toBe(0.5);
    expect(faster(0.5, -1)).toBe(0.5);
  });
});

function playing(time: number): Player {
  return { ...stopped(time), isPlaying: true };
}

function track(stops: readonly number[]): Track {
  return { start: 0, end: 100_000, until: 100_000, nextAfter: (time) => stops.find((stop) => stop > time) ?? null };
}

function after(ms: number, player: Player, over: Track): Player {
  let state = player;
  for (let spent = 0; spent < ms; spent += FRAME) state = advance(state, FRAME, over);
  return state;
}
