import type { LiveServer, LiveSocket } from './socket.js';

const LOOK_EVERY_MS = 1_000;

/** Beyond `soft` for `patience` looks in a row, or beyond `hard` at once, a reader is cut; it catches up by its cursor. */
const PACKETS = { soft: 64, hard: 1_024 };
const BYTES = { soft: 256 * 1024, hard: 4 * 1024 * 1024 };
const PATIENCE = 8;

/** Bounds what a reader that does not read may cost the others, in packets and in bytes. */
export class SlowReaders {
  private readonly behind = new WeakMap<LiveSocket, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly onCut: () => void) {}

  watch(server: LiveServer): void {
    this.timer ??= setInterval(
      () => server.sockets.sockets.forEach((socket) => this.look(socket)),
      LOOK_EVERY_MS,
    ).unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private look(socket: LiveSocket): void {
    const { packets, bytes } = backlog(socket);
    const looks = packets > PACKETS.soft || bytes > BYTES.soft ? (this.behind.get(socket) ?? 0) + 1 : 0;
    this.behind.set(socket, looks);
    if (looks < PATIENCE && packets <= PACKETS.hard && bytes <= BYTES.hard) return;

    this.onCut();
    // A goodbye would only join the queue it does not read.
    websocketOf(socket)?.terminate();
  }
}

interface RawSocket {
  readonly bufferedAmount: number;
  terminate(): void;
}

function websocketOf(socket: LiveSocket): RawSocket | undefined {
  return (socket.conn.transport as unknown as { socket?: RawSocket }).socket;
}

function backlog(socket: LiveSocket): { packets: number; bytes: number } {
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: readonly { data?: string }[] };
  const queued = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  return { packets: writeBuffer.length, bytes: queued + (websocketOf(socket)?.bufferedAmount ?? 0) };
}
