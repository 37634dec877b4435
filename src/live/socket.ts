import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../../domain/wire/protocol.js';
import type { Session } from '../identity/types.js';

/** What the server knows of a connection. */
export interface SocketData {
  session: Session | null;
  ip: string;
  connection: string;
}

type NoEvents = Record<never, never>;

export type LiveSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type LiveServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;

/** Everybody who reads a panel. */
export function readersOf(panelId: string): string {
  return `panel:${panelId}`;
}

/** Everything one person has open on a panel. */
export function seatRoom(panelId: string, seat: string): string {
  return `seat:${panelId}:${seat}`;
}
