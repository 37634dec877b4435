import { useState, useSyncExternalStore } from 'react';
import { replaySource } from './replay-source.js';
import type { Opening, ReplayClock, ReplayShown } from './replay-shown.js';
import { ReplayStore } from './replay-store.js';

/** A panel as it was, and the store to move through it. It is read while a component is mounted that uses it. */
export function useReplay(panelId: string, opening: Opening): readonly [ReplayShown, ReplayStore] {
  const [store] = useState(() => new ReplayStore({ source: replaySource(panelId), clock }, opening));
  return [useSyncExternalStore(store.subscribe, store.snapshot), store];
}

const clock: ReplayClock = {
  now: () => performance.now(),
  frame: (work) => {
    const frame = requestAnimationFrame(work);
    return () => cancelAnimationFrame(frame);
  },
  soon: (work, afterMs = 0) => void (afterMs > 0 ? setTimeout(work, afterMs) : channel(work)),
};

/** Without the four milliseconds that browsers add to timers in a row. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

function channel(work: () => void): void {
  waiting.push(work);
  port2.postMessage(null);
}
