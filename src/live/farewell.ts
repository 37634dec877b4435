import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../identity/types.js';
import type { Pushes } from '../../domain/wire/protocol.js';
import type { LiveServer, LiveSocket } from './socket.js';

type Goodbye = Pushes['goodbye'];

const WAVES = 10;

/** Cuts every socket of an ended session, and of a person whose roles changed: those may come back as who they are now. */
export function cutEndedSessions(server: LiveServer, identity: Identity): () => void {
  // A session that ended between the look at its cookie and this moment was in nobody's list to cut.
  server.on('connection', (socket) => {
    const { session } = socket.data;
    if (session && !identity.isLive(session.sessionId)) sayGoodbye(socket, 'signed-out', 0);
  });
  return identity.onEnded(({ sessionId, personId }) => {
    for (const socket of server.sockets.sockets.values()) {
      const { session } = socket.data;
      if (!session || (sessionId ? session.sessionId !== sessionId : session.personId !== personId)) continue;
      sayGoodbye(socket, sessionId ? 'signed-out' : 'roles-changed', 0);
    }
  });
}

/** Sends everybody elsewhere in waves, each told to come back at its own moment, so that no herd arrives anywhere. */
export async function drain(server: LiveServer, withinMs: number): Promise<void> {
  const sockets = [...server.sockets.sockets.values()];
  const wave = Math.max(1, Math.ceil(sockets.length / WAVES));
  for (let i = 0; i < sockets.length; i += wave) {
    for (const socket of sockets.slice(i, i + wave)) {
      sayGoodbye(socket, 'draining', 500 + Math.floor(Math.random() * withinMs));
    }
    if (i + wave < sockets.length) await sleep(withinMs / WAVES);
  }
}

function sayGoodbye(socket: LiveSocket, reason: Goodbye['reason'], retryInMs: number): void {
  socket.emit('goodbye', { reason, retryInMs });
  socket.disconnect(true);
}
