import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** A WebSocket by hand that says what it is told to and then reads nothing: what is sent to it piles up. */
export class RawReader {
  private constructor(private readonly socket: Socket) {}

  /** Shakes hands, enters, sends these messages, waits for a first answer and stops reading. */
  static async open(url: string, messages: readonly [string, unknown][]): Promise<RawReader> {
    const { hostname, port } = new URL(url);
    const socket = connect({ port: Number(port), host: hostname });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${hostname}:${port}`,
        `Origin: ${url}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    );
    const reader = new RawReader(socket);
    await reader.heard('0{');
    reader.say('40');
    await reader.heard('40{');
    for (const [i, [name, body]] of messages.entries()) {
      reader.say(`42${i}${JSON.stringify([name, body])}`);
      await reader.heard(`43${i}[`);
    }
    socket.pause();
    return reader;
  }

  /** Resolves with what the server did: ended the connection. Reads nothing of what was sent before. */
  async ended(): Promise<void> {
    while (!this.socket.destroyed) {
      // Writing is how a side that does not read learns that the other is gone.
      this.say('3');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  cut(): void {
    this.socket.destroy();
  }

  private async heard(what: string): Promise<void> {
    let text = '';
    while (!text.includes(what)) {
      const [data] = (await once(this.socket, 'data')) as [Buffer];
      text += data.toString('latin1');
    }
  }

  private say(text: string): void {
    const payload = Buffer.from(text);
    const long = payload.length > 125;
    const head = Buffer.from([0x81, 0x80 | (long ? 126 : payload.length)]);
    const size = Buffer.alloc(long ? 2 : 0);
    if (long) size.writeUInt16BE(payload.length);
    // A mask of zeros leaves the payload as it is.
    this.socket.write(Buffer.concat([head, size, Buffer.alloc(4), payload]));
  }
}
