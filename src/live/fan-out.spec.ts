import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { textFrame } from './fan-out.js';

/** The judge is another implementation: the text, framed by us, as the ws library reads it. */
async function readBy(library: typeof WebSocket, texts: readonly string[]): Promise<string[]> {
  const server = createServer((socket) => {
    socket.once('data', (request) => {
      const key = /Sec-WebSocket-Key: (\S+)/i.exec(request.toString())?.[1] ?? '';
      void import('node:crypto').then(({ createHash }) => {
        const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
        socket.write(
          `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
        );
        for (const text of texts) socket.write(textFrame(text));
      });
    });
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const ws = new library(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const read = await new Promise<string[]>((resolve) => {
    const heard: string[] = [];
    ws.on('message', (data: Buffer) => heard.push(data.toString()) === texts.length && resolve(heard));
  });
  ws.terminate();
  server.close();
  return read;
}

describe('a frame written by hand', () => {
  it('[R47] is read as it was meant, at every length the header knows', async () => {
    const texts = [
      '',
      'a',
      'қ'.repeat(62),
      'b'.repeat(125),
      'c'.repeat(126),
      'د'.repeat(32_767),
      'e'.repeat(65_535),
      'f'.repeat(65_536),
    ];
    expect(await readBy(WebSocket, texts)).toEqual(texts);
  });
});
