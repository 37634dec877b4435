import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a client and a server that can be cut, frozen, slowed, or made to lose frames without a word. */
export class Proxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private broken = false;
  private frozen = false;
  private lose: (frame: number) => boolean = () => false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async before(url: string): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server, new URL(url));
    server.on('connection', (client) => proxy.pipe(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends every connection and lets none through until `heal`. */
  cut(): void {
    this.broken = true;
    for (const pair of this.pairs) pair.forEach((socket) => socket.resetAndDestroy());
  }

  /** Nothing passes any more in either direction, and nobody is told; new connections are taken and hear nothing. */
  freeze(): void {
    this.frozen = true;
    for (const pair of this.pairs) pair.forEach((socket) => socket.pause());
  }

  heal(): void {
    this.broken = false;
    this.frozen = false;
    for (const pair of this.pairs) pair.forEach((socket) => socket.resume());
  }

  /** From now on every nth WebSocket text frame from the server vanishes; the connection stays. */
  loseEvery(n: number): void {
    this.lose = (frame) => n > 0 && frame % n === 0;
  }

  /** The client’s side stops reading: what the server sends piles up. */
  stopReading(): void {
    for (const [, upstream] of this.pairs) upstream.pause();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private pipe(client: Socket): void {
    if (this.broken) return void client.resetAndDestroy();
    const upstream = connect(Number(this.target.port), this.target.hostname);
    const pair = [client, upstream] as const;
    this.pairs.add(pair);

    const end = () => {
      this.pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.on('data', (data) => upstream.write(data));

    const frames = new ServerFrames((frame) => this.lose(frame));
    upstream.on('data', (data: Buffer) => client.write(frames.passing(data)));
    if (this.frozen) pair.forEach((socket) => socket.pause());
  }
}

/** Tells the frames apart that a server sends after its 101, so that whole ones can be left out (RFC 6455, section 5.2). */
class ServerFrames {
  private rest: Buffer = Buffer.alloc(0);
  private upgraded = false;
  private texts = 0;

  constructor(private readonly isLost: (frame: number) => boolean) {}

  passing(data: Buffer): Buffer {
    this.rest = Buffer.concat([this.rest, data]);
    const passing: Buffer[] = [];
    if (!this.upgraded) {
      const end = this.rest.indexOf('\r\n\r\n');
      const isUpgrade = this.rest.subarray(0, 12).toString() === 'HTTP/1.1 101';
      if (!isUpgrade || end < 0) return this.take(this.rest.length);
      passing.push(this.take(end + 4));
      this.upgraded = true;
    }
    for (let size = this.frameSize(); size !== null; size = this.frameSize()) {
      const isPush = this.rest.subarray(0, 40).includes('42["frame"');
      const frame = this.take(size);
      if (!isPush || !this.isLost(++this.texts)) passing.push(frame);
    }
    return Buffer.concat(passing);
  }

  private take(bytes: number): Buffer {
    const taken = this.rest.subarray(0, bytes);
    this.rest = this.rest.subarray(bytes);
    return taken;
  }

  private frameSize(): number | null {
    if (this.rest.length < 2) return null;
    const short = (this.rest[1] ?? 0) & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (this.rest.length < head) return null;
    const body =
      short === 126 ? this.rest.readUInt16BE(2) : short === 127 ? Number(this.rest.readBigUInt64BE(2)) : short;
    return this.rest.length >= head + body ? head + body : null;
  }
}
