import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/** The baseline: Socket.IO as it comes, one room, every message to everybody at once. Stores and decides nothing. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });

io.on('connection', (socket) => {
  socket.on('join', (_body, ack: (reply: unknown) => void) => {
    void socket.join('room');
    ack({ ok: true, value: {} });
  });
  socket.on('post', (frame, ack: (reply: unknown) => void) => {
    io.to('room').emit('frame', frame);
    ack({ ok: true, value: {} });
  });
});

http.listen(0, '127.0.0.1', () => {
  process.send?.({ kind: 'listening', url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
});
