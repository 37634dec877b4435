import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, MessageName, Messages, Reply, ServerToClient } from '../../../domain/wire/protocol.js';

export interface VoiceOptions {
  readonly url: string;
  /** What a browser would say where it comes from; the origin of `url` unless it is said. */
  readonly origin?: string;
  /** The session, as a Cookie header. */
  readonly cookie: string;
  /** Once aborted, whatever is still asked rejects. */
  readonly signal: AbortSignal;
}

const ANSWER_MS = 10_000;
const WAIT_MS = 1_000;
/** How long a forum may be away, for a restart say. */
const PATIENCE_MS = 120_000;
/** A fault on the other side may pass; one that stays must not be asked for ever. */
const FAULTS = 5;

/** One person’s connection. It sends each message, under its one intent id, until it is answered. */
export class Voice {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private closed = false;

  constructor(private readonly options: VoiceOptions) {
    this.socket = io(options.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
      extraHeaders: { origin: new URL(options.origin ?? options.url).origin, cookie: options.cookie },
    });
    // After a connection that the server ended or turned away, socket.io does not try again by itself.
    const again = () => {
      if (!this.closed && !this.socket.active) setTimeout(() => this.closed || this.socket.connect(), WAIT_MS).unref();
    };
    this.socket.on('disconnect', again);
    this.socket.on('connect_error', again);
  }

  on<K extends keyof ServerToClient>(push: K, listener: ServerToClient[K]): void {
    this.socket.on(push, listener as never);
  }

  /** Called whenever the connection stands (again). */
  onConnected(listener: () => void): void {
    this.socket.on('connect', listener);
  }

  /** Resolves with the answer, however often the connection breaks. Waits where the answer is to wait. */
  async ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']>> {
    for (let faults = 0; ;) {
      this.options.signal.throwIfAborted();
      const reply = await this.once(name, body);
      if (!reply) continue;
      if (reply.ok) return reply;

      const { code, retryInMs } = reply.refusal;
      if (code === 'internal' && ++faults >= FAULTS) return reply;
      if (!['too-many', 'slow-mode', 'unavailable', 'internal'].includes(code)) return reply;
      await pause(retryInMs ?? WAIT_MS, this.options.signal);
    }
  }

  close(): void {
    this.closed = true;
    this.socket.disconnect();
  }

  /** null when no answer came: it is not known whether the message arrived. */
  private async once<N extends MessageName>(
    name: N,
    body: Messages[N]['body'],
  ): Promise<Reply<Messages[N]['reply']> | null> {
    await this.connected();
    const socket = this.socket as unknown as Socket;
    return new Promise((resolve) => {
      const lost = () => settle(null);
      const timer = setTimeout(lost, ANSWER_MS);
      const settle = (reply: Reply<Messages[N]['reply']> | null) => {
        clearTimeout(timer);
        socket.off('disconnect', lost);
        resolve(reply);
      };
      socket.once('disconnect', lost);
      socket.emit(name, body, settle);
    });
  }

  private connected(): Promise<void> {
    const { signal, url } = this.options;
    if (this.socket.connected) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => {
        clearTimeout(timer);
        this.socket.off('connect', ready);
        signal.removeEventListener('abort', stopped);
        how();
      };
      const ready = () => settle(resolve);
      const stopped = () => settle(() => reject(signal.reason as Error));
      const timer = setTimeout(() => settle(() => reject(new Error(`${url} does not answer.`))), PATIENCE_MS);
      this.socket.once('connect', ready);
      signal.addEventListener('abort', stopped, { once: true });
    });
  }
}

/** What a reply grants. @throws Error that says what was being done, and why it was refused. */
export function granted<T>(reply: Reply<T>, otherwise: string): T {
  if (reply.ok) return reply.value;
  throw new Error(`${otherwise}: ${reply.refusal.message} (${reply.refusal.code})`);
}

/** Waits; rejects with the signal’s reason when it aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const stopped = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stopped);
      resolve();
    }, ms);
    signal.addEventListener('abort', stopped, { once: true });
  });
}
