import { io, type Socket } from 'socket.io-client';
import type {
  ClientToServer,
  MessageName,
  Messages,
  Pushes,
  Reply,
  ServerToClient,
} from '../../domain/wire/protocol.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';

type ForumSocket = Socket<ServerToClient, ClientToServer>;

const ANSWER_MS = 10_000;
const PUSHES = [
  'frame',
  'head',
  'desk',
  'mine',
  'presence',
  'floor',
  'goodbye',
] as const satisfies readonly (keyof Pushes)[];

/** Full jitter: each wait is drawn evenly between nothing and twice a delay that doubles, so that no herd forms. */
export function openSocket(): ForumSocket {
  return io({
    transports: ['websocket'],
    withCredentials: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 1,
    timeout: 8000,
  });
}

/** The line over Socket.IO. Recovering what was missed is not its business: whoever joined joins again when it is live. */
export class SocketLine implements Line {
  /** Attempts since it was last live: a network that blocks WebSocket shows here. */
  failures = 0;

  private readonly listeners = new Listeners();
  private wasLive = false;
  private isOnline = true;
  private ended = false;

  constructor(private readonly socket: ForumSocket = openSocket()) {
    socket.on('connect', () => {
      this.wasLive = true;
      this.failures = 0;
      this.changed();
    });
    socket.io.on('reconnect_attempt', () => {
      this.failures++;
      this.changed();
    });
    socket.on('disconnect', (reason) => {
      this.changed();
      // The client library does not come back by itself when the server ended the connection.
      if (reason === 'io server disconnect') this.returnIn(1000);
    });
    socket.on('goodbye', ({ reason, retryInMs }) => {
      this.ended = reason === 'signed-out';
      socket.disconnect();
      if (!this.ended) this.returnIn(retryInMs);
    });
    for (const name of PUSHES) this.pass(name);
  }

  /** Tell it when this device came onto a network or lost it: it need not wait for its next attempt then. */
  networkChanged(isOnline: boolean): void {
    this.isOnline = isOnline;
    if (isOnline && !this.ended) this.socket.disconnect().connect();
    this.changed();
  }

  /** Another connection, as whoever this browser is signed in as now. */
  reopen(): void {
    this.ended = false;
    this.socket.disconnect().connect();
    this.changed();
  }

  get state(): LineState {
    if (this.socket.connected) return 'live';
    if (this.ended) return 'ended';
    if (!this.isOnline) return 'offline';
    return this.wasLive ? 'reconnecting' : 'connecting';
  }

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  async ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']> | null> {
    if (!this.socket.connected) return null;
    try {
      const socket = this.socket.timeout(ANSWER_MS) as unknown as {
        emitWithAck(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']>>;
      };
      return await socket.emitWithAck(name, body);
    } catch {
      return null;
    }
  }

  private pass<K extends keyof Pushes>(name: K): void {
    const hear = (push: Pushes[K]) => this.listeners.tell(name, push);
    (this.socket as unknown as { on(name: K, hear: (push: Pushes[K]) => void): void }).on(name, hear);
  }

  private returnIn(ms: number): void {
    setTimeout(() => this.socket.connect(), ms * (1 + Math.random()));
  }

  private changed(): void {
    this.listeners.tellState(this.state);
  }
}
