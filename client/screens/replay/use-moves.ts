import { useMemo } from 'react';
import type { Axis } from '../../connection/replay-axis.js';
import { faster, type Speed } from '../../connection/replay-player.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { type KeyMap, useKeys } from '../../ui/use-keys.js';

/** Everything one can do to a replay; buttons and keys do the same. */
export interface Moves {
  toggle(): void;
  previous(): void;
  next(): void;
  seek(time: number): void;
  /** By ms; 0 ms is nothing. */
  jump(by: number): void;
  toStart(): void;
  toEnd(): void;
  goTo(contributionId: string): void;
  setSpeed(speed: Speed): void;
  toggleSilence(): void;
  copyLink(): void;
  help(): void;
}

export interface MovesOptions {
  readonly store: ReplayStore;
  readonly copyLink: () => void;
  readonly help: () => void;
}

export function useMoves({ store, copyLink, help }: MovesOptions): Moves {
  return useMemo(() => {
    const withAxis = (act: (axis: Axis) => void) => {
      const { axis } = store.snapshot();
      if (axis) act(axis);
    };
    return {
      toggle: () => (store.snapshot().player.isPlaying ? store.pause() : store.play()),
      previous: () => void store.step(-1),
      next: () => void store.step(1),
      seek: (time) => store.seek(time),
      jump: (by) => store.seek(store.time() + by),
      toStart: () => withAxis(({ start }) => store.seek(start)),
      toEnd: () => withAxis(({ end }) => store.seek(end)),
      goTo: (contributionId) => store.goTo(contributionId),
      setSpeed: (speed) => store.setSpeed(speed),
      toggleSilence: () => store.setSkipsSilence(!store.snapshot().player.skipsSilence),
      copyLink,
      help,
    };
  }, [store, copyLink, help]);
}

const STEP = 10_000;
const STRIDE = 60_000;

export function useReplayKeys(store: ReplayStore, moves: Moves, find: () => void): void {
  useKeys(useMemo(() => keysOf(store, moves, find), [store, moves, find]));
}

function keysOf(store: ReplayStore, moves: Moves, find: () => void): KeyMap {
  const shift = (by: 1 | -1) => () => moves.setSpeed(faster(store.snapshot().player.speed, by));
  const jump = (by: number) => () => moves.jump(isMirrored() ? -by : by);
  return {
    ' ': moves.toggle,
    ArrowLeft: jump(-STEP),
    ArrowRight: jump(STEP),
    'Shift+ArrowLeft': jump(-STRIDE),
    'Shift+ArrowRight': jump(STRIDE),
    ArrowUp: moves.previous,
    ArrowDown: moves.next,
    k: moves.previous,
    j: moves.next,
    Home: moves.toStart,
    End: moves.toEnd,
    '<': shift(-1),
    '>': shift(1),
    s: moves.toggleSilence,
    c: moves.copyLink,
    f: find,
    '/': find,
    '?': moves.help,
  };
}

/** The timeline runs as the page is read, and the arrows with it. */
function isMirrored(): boolean {
  return document.documentElement.dir === 'rtl';
}
