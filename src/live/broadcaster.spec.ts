import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { initialState } from '../../domain/panel/evolve.js';
import { queuesOf } from '../../domain/testing/entries.js';
import { Feed } from '../panels/feed.js';
import { Broadcaster, type BroadcasterDeps } from './broadcaster.js';
import { Presence } from '../panels/presence.js';
import { readersOf, type LiveServer } from './socket.js';

describe('a broadcaster', () => {
  const heard: { at: number; name: string }[] = [];
  const feed = new Feed();
  let broadcaster: Broadcaster;

  beforeEach(() => {
    jest.useFakeTimers();
    heard.length = 0;
    const state = { ...initialState, record: { ...initialState.record, seq: 7 } };
    const panels = { feed, epoch: 'e', peek: () => state, queues: () => undefined };
    broadcaster = new Broadcaster({
      panels,
      identity: { people: () => Promise.resolve({}) },
      presence: new Presence(() => Date.now()),
      onSent: () => undefined,
      onFault: (error: unknown) => {
        throw error;
      },
    } as unknown as BroadcasterDeps);
    broadcaster.attach(serverWithOneReader((name) => heard.push({ at: performance.now(), name })));
    broadcaster.follow('p');
  });
  afterEach(() => {
    broadcaster.stop();
    jest.useRealTimers();
  });

  it.each([0, 500, 1_300, 1_700, 2_200, 2_450])(
    '[R35] says the head within three seconds of a frame, also of one %d ms after the last head',
    async (after) => {
      await jest.advanceTimersByTimeAsync(2_500 + after);
      const from = heard.length;
      feed.publish({
        panelId: 'p',
        before: initialState,
        after: initialState,
        queues: queuesOf([]),
        entries: [{ journal: 'record', seq: 7, panelSeq: 7, at: 0, event: { type: 'PanelResumed' } }],
      });
      await jest.advanceTimersByTimeAsync(10_000);

      const times = heard.slice(from).map(({ at }) => at);
      expect(heard[from]?.name).toBe('frame');
      const silences = times.slice(1).map((at, i) => at - (times[i] ?? 0));
      expect(silences.length).toBeGreaterThan(2);
      expect(Math.max(...silences)).toBeLessThanOrEqual(3_000);
    },
  );
});

function serverWithOneReader(hear: (name: string) => void): LiveServer {
  const emit = (name: string) => hear(name);
  return {
    to: () => ({ emit, volatile: { emit } }),
    sockets: {
      adapter: { rooms: new Map([[readersOf('p'), new Set(['s'])]]) },
      sockets: new Map([['s', { conn: { transport: {}, writeBuffer: [] }, emit }]]),
    },
  } as unknown as LiveServer;
}
