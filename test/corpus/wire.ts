import { request } from 'node:http';
import { WebSocket } from 'ws';

export interface Handshake {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP status of a handshake that was turned down, or the connection it made. */
export type Shaken = { readonly status: number } | Wire;

const SOCKET_IO = { EIO: '4', transport: 'websocket' };

/** A WebSocket to the forum without any client library: what is sent is what arrives. */
export class Wire {
  private readonly received: string[] = [];
  private isOpen = true;
  readonly closed: Promise<void>;

  private constructor(private readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.received.push(data.toString()));
    this.closed = new Promise((resolve) => {
      ws.on('close', () => {
        this.isOpen = false;
        resolve();
      });
    });
    ws.on('error', () => ws.terminate());
  }

  static shake(url: string, { query = SOCKET_IO, headers = { origin: url } }: Handshake = {}): Promise<Shaken> {
    const address = `${url.replace('http', 'ws')}/socket.io/?${new URLSearchParams(query).toString()}`;
    const ws = new WebSocket(address, { headers, maxPayload: 1 << 20 });
    return new Promise((resolve) => {
      ws.once('open', () => resolve(new Wire(ws)));
      ws.once('unexpected-response', (_request, response) => {
        resolve({ status: response.statusCode ?? 0 });
        response.resume();
        ws.on('error', () => undefined);
        ws.terminate();
      });
      // Cut before any answer.
      ws.once('error', () => resolve({ status: 0 }));
    });
  }

  /** A connection that has entered the one namespace. */
  static async entered(url: string, cookie = ''): Promise<Wire> {
    const wire = await Wire.shake(url, { headers: { origin: url, ...(cookie && { cookie }) } });
    if (!(wire instanceof Wire)) {
      throw new Error(`The handshake was refused: ${wire.status}.`);
    }
    wire.send('40');
    await wire.next((packet) => packet.startsWith('40'));
    return wire;
  }

  get sid(): Promise<string> {
    return this.next((packet) => packet.startsWith('0')).then(
      (packet) => (JSON.parse(packet.slice(1)) as { sid: string }).sid,
    );
  }

  send(packet: string): void {
    this.ws.send(packet);
  }

  /** The first packet that is one, whether it came before or comes yet; rejects when the connection ends first. */
  async next(is: (packet: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.received.find(is);
      if (found !== undefined) {
        return found;
      }
      if (!this.isOpen) {
        throw new Closed();
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** The reply to a message sent under this acknowledgement id. */
  async reply(id: number): Promise<unknown> {
    const start = `43${id}[`;
    const packet = await this.next((each) => each.startsWith(start));
    return (JSON.parse(packet.slice(start.length - 1)) as [unknown])[0];
  }

  /** All that came, but for complaints about the handshake. */
  get said(): string {
    return this.received.filter((packet) => !packet.startsWith('{')).join('\n');
  }

  /** Everything that was answered to messages, as it came. */
  get replies(): readonly string[] {
    return this.received.filter((packet) => packet.startsWith('43'));
  }

  cut(): void {
    this.ws.terminate();
  }
}

export class Closed extends Error {}

/** One HTTP request as it is written, headers and all; resolves with the status, 0 where the connection was cut. */
export function http(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 101);
    });
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
}

/** A WebSocket upgrade by hand, for what a WebSocket client would not send. */
export function upgrade(
  url: string,
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  return http(url, 'GET', `/socket.io/?${new URLSearchParams(query).toString()}`, {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    origin: url,
    ...headers,
  });
}
