import type { Pushes } from '../../domain/wire/protocol.js';
import { type LiveServer, type LiveSocket, readersOf } from './socket.js';

/**
 * One frame to all readers of a panel, encoded once and written once each. Where a connection has nothing pending, the
 * finished WebSocket frame goes straight to it; whoever lags behind gets it through Socket.IO’s own queue, in order.
 */
export function fanOut(server: LiveServer, panelId: string, frame: Pushes['frame']): number {
  const room = server.sockets.adapter.rooms.get(readersOf(panelId));
  if (!room || room.size === 0) return 0;

  const encoded = textFrame(`42${JSON.stringify(['frame', frame])}`);
  for (const id of room) {
    const socket = server.sockets.sockets.get(id);
    if (!socket) continue;
    const sender = idleSender(socket);
    if (sender) sender.sendFrame([encoded]);
    else socket.emit('frame', frame);
  }
  return room.size;
}

interface Sender {
  sendFrame(parts: readonly Buffer[], done?: (error?: Error) => void): void;
}

/** What of engine.io and ws is used here is what engine.io itself uses for frames encoded ahead. */
interface Transport {
  readonly name: string;
  readonly writable: boolean;
  readonly socket?: { readonly readyState: number; readonly _sender?: Sender };
}

const OPEN = 1;

function idleSender(socket: LiveSocket): Sender | null {
  const { transport, readyState, writeBuffer } = socket.conn as unknown as {
    readonly transport: Transport;
    readonly readyState: string;
    readonly writeBuffer: readonly unknown[];
  };
  const isIdle = readyState === 'open' && transport.writable && writeBuffer.length === 0;
  if (!isIdle || transport.name !== 'websocket' || transport.socket?.readyState !== OPEN) return null;
  const sender = transport.socket._sender;
  return typeof sender?.sendFrame === 'function' ? sender : null;
}

const FINAL_TEXT = 0x81;

/** An unmasked text frame, as a server sends it (RFC 6455, section 5.2). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FINAL_TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}
