import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { Identity } from '../identity/types.js';
import { cutEndedSessions, drain } from './farewell.js';
import type { LiveServer } from './socket.js';

type Ended = { readonly sessionId: string | null; readonly personId: string };

describe('a farewell', () => {
  it('[X12] is said to every socket of a session that ends, and to nobody else', () => {
    const { server, sockets, end } = forum(['s1', 's1', 's2', null]);
    end({ sessionId: 's1', personId: 'ana' });
    expect(sockets.map(({ said }) => said)).toEqual([['signed-out'], ['signed-out'], [], []]);
    expect(server).toBeDefined();
  });

  it('[X12] is said to every socket of a person whose roles changed', () => {
    const { sockets, end } = forum(['s1', 's2', null]);
    end({ sessionId: null, personId: 'of s2' });
    expect(sockets.map(({ said }) => said)).toEqual([[], ['roles-changed'], []]);
  });

  it('[X12] is said to whoever enters with a session that ended while they shook hands', () => {
    const { server, live } = forum([]);
    const late = socket('s1');
    const good = socket('s2');
    const nobody = socket(null);
    live.delete('s1');
    live.add('s2');
    for (const each of [late, good, nobody]) server.emit('connection', each);
    expect([late, good, nobody].map(({ said }) => said)).toEqual([['signed-out'], [], []]);
  });

  it('[R22] is said to everybody in waves, each with a moment of their own to come back at', async () => {
    const { server, sockets } = forum(Array.from({ length: 40 }, (_, i) => `s${i}`));
    await drain(server as unknown as LiveServer, 200);
    expect(sockets.every(({ said }) => said.length === 1 && said[0] === 'draining')).toBe(true);
    expect(new Set(sockets.map(({ retry }) => retry[0])).size).toBeGreaterThan(10);
    expect(sockets.every(({ retry }) => (retry[0] ?? 0) >= 500 && (retry[0] ?? 0) < 700)).toBe(true);
  });
});

function forum(sessions: readonly (string | null)[]) {
  const sockets = sessions.map(socket);
  const server = Object.assign(new EventEmitter(), { sockets: { sockets: new Map(sockets.entries()) } });
  const live = new Set(sessions.filter((id) => id !== null));
  const listeners: ((ended: Ended) => void)[] = [];
  const identity = {
    isLive: (id: string) => live.has(id),
    onEnded: (listener: (ended: Ended) => void) => listeners.push(listener),
  };
  cutEndedSessions(server as unknown as LiveServer, identity as unknown as Identity);
  return { server, sockets, live, end: (ended: Ended) => listeners.forEach((listener) => listener(ended)) };
}

function socket(sessionId: string | null) {
  const said: string[] = [];
  const retry: number[] = [];
  return {
    said,
    retry,
    data: { session: sessionId === null ? null : { sessionId, personId: `of ${sessionId}` } },
    emit: (_name: string, { reason, retryInMs }: { reason: string; retryInMs: number }) => {
      said.push(reason);
      retry.push(retryInMs);
    },
    disconnect: () => undefined,
  };
}
