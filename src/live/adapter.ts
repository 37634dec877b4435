import type { INestApplicationContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Observable } from 'rxjs';
import type { ServerOptions } from 'socket.io';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { refusal } from '../../domain/panel/refusals.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Identity } from '../identity/types.js';
import { networkOf } from '../ops/address.js';
import type { LiveServer, LiveSocket } from './socket.js';

const FRAME_BYTES = 64 * 1024;
/** Messages that are no messages, after which a socket is cut. */
const BAD_MESSAGES = 20;

export interface AdapterOptions {
  readonly origins: ReadonlySet<string>;
  readonly identity: Identity;
  readonly trustProxyHops: number;
  readonly socketsPerAddress: number;
  readonly isDraining: () => boolean;
  readonly onFault: (error: unknown) => void;
}

type Ack = (reply: Reply<never>) => void;
type Callback = (body: unknown, ack: Ack) => Promise<unknown>;

/**
 * Socket.IO as this house uses it: WebSocket only, no compression, small frames, exact origins, the session read once in
 * the handshake. One dispatcher a socket instead of one stream a handler: a thousand readers cost a thousand closures.
 */
export class LiveAdapter extends IoAdapter {
  private readonly handlers = new WeakMap<LiveSocket, Map<string, Callback>>();
  private readonly addresses = new Map<string, number>();
  private server: LiveServer | null = null;

  constructor(
    app: INestApplicationContext,
    private readonly options: AdapterOptions,
  ) {
    super(app);
  }

  /** The one server, once the gateways have asked for it. */
  get live(): LiveServer {
    if (!this.server) throw new Error('No gateway has asked for the server yet.');
    return this.server;
  }

  override createIOServer(port: number, options?: ServerOptions): LiveServer {
    const ours: Partial<ServerOptions> = {
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      allowUpgrades: false,
      maxHttpBufferSize: FRAME_BYTES,
      pingInterval: 15_000,
      pingTimeout: 20_000,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => {
        const why = this.whyNot(request);
        decide(why, why === null);
      },
    };
    const server = super.createIOServer(port, { ...options, ...ours } as ServerOptions) as LiveServer;

    server.use((socket, next) => {
      this.admit(socket).then(
        (why) => next(why === null ? undefined : new Error(why)),
        // A refusal by name is final for the client library; a cut connection is one it comes back from.
        () => socket.conn.close(),
      );
    });
    this.server = server;
    return server;
  }

  override bindMessageHandlers(
    socket: LiveSocket,
    handlers: readonly { message: unknown; callback: (...args: never[]) => unknown }[],
    transform: (data: unknown) => Observable<unknown>,
  ): void {
    const known = this.handlers.get(socket) ?? this.dispatching(socket);
    for (const { message, callback } of handlers) {
      known.set(String(message), (body, ack) =>
        settled(transform((callback as Callback)(body, ack)), this.options.onFault),
      );
    }
  }

  /** Why a handshake is refused before anything is allocated; null admits it. Socket.IO’s `cors` does not stop these. */
  private whyNot(request: IncomingMessage): string | null {
    if (this.options.isDraining()) return 'draining';
    const { origin, cookie } = request.headers;
    if (origin === undefined) return cookie === undefined ? null : 'origin';
    return this.options.origins.has(origin) ? null : 'origin';
  }

  /** Why somebody may not enter now; null lets them in. Rejects where the session cannot be read. */
  private async admit(socket: LiveSocket): Promise<'too-many' | null> {
    const ip = addressOf(socket, this.options.trustProxyHops);
    const here = this.addresses.get(ip) ?? 0;
    if (here >= this.options.socketsPerAddress) return 'too-many';

    this.addresses.set(ip, here + 1);
    socket.client.conn.once('close', () => this.forget(ip));
    socket.data.ip = ip;
    socket.data.connection = socket.id;
    socket.data.session = await this.options.identity.session({ cookie: socket.handshake.headers.cookie });
    return null;
  }

  private forget(ip: string): void {
    const left = (this.addresses.get(ip) ?? 1) - 1;
    if (left > 0) this.addresses.set(ip, left);
    else this.addresses.delete(ip);
  }

  private dispatching(socket: LiveSocket): Map<string, Callback> {
    const handlers = new Map<string, Callback>();
    this.handlers.set(socket, handlers);
    let bad = 0;

    socket.use((packet: unknown[]) => {
      const [name, ...rest] = packet;
      const ack = rest.at(-1);
      const handler = typeof name === 'string' ? handlers.get(name) : undefined;

      if (typeof ack === 'function' && handler && rest.length === 2) {
        void handler(rest[0], ack as Ack).then((reply) => (ack as Ack)(reply as Reply<never>));
        return;
      }
      if (typeof ack === 'function') (ack as Ack)({ ok: false, refusal: refusal('bad-request') });
      bad += 1;
      if (bad > BAD_MESSAGES) socket.disconnect(true);
    });
    return handlers;
  }
}

/** The last value, or undefined: a handler of ours yields exactly one. */
function settled(source: Observable<unknown>, onFault: (error: unknown) => void): Promise<unknown> {
  return new Promise((resolve) => {
    let last: unknown;
    source.subscribe({
      next: (value) => (last = value),
      error: (error: unknown) => {
        onFault(error);
        resolve({ ok: false, refusal: refusal('internal') });
      },
      complete: () => resolve(last),
    });
  });
}

/** Counting hops from the right: what stands further left in X-Forwarded-For anybody may have written. */
function addressOf(socket: LiveSocket, hops: number): string {
  const direct = socket.conn.remoteAddress;
  if (hops === 0) return networkOf(direct);
  const forwarded = socket.handshake.headers['x-forwarded-for'];
  const chain = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? ''))
    .split(',')
    .map((part) => part.trim());
  return networkOf(chain.at(-hops) || direct);
}
