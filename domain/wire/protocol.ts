import type { IntentBodies, ValueOf } from '../panel/intents.js';
import type { Refusal } from '../panel/refusals.js';
import type { Role, SeatId } from '../panel/roles.js';
import type { RecordEntry } from '../panel/events.js';
import type { FloorShown } from './floor.js';
import type { NextCard } from './slate.js';
import type { DeskView, MineChange, MineView, People, RecordPage, Snapshot } from './views.js';

/** The one table of what may be said on the wire. Client and server types are derived from it. */

/** Every message to the server is answered through its acknowledgement. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Asking, as opposed to intending: nothing below changes a journal. */
export interface Queries {
  /** `after`: the last seq held; omit it as a newcomer. */
  join: { body: { readonly panelId: string; readonly after?: number }; reply: Joined };
  leave: { body: { readonly panelId: string }; reply: Record<string, never> };
  /** Entries after a cursor, at most `limit` (default and maximum 500). */
  readRecord: {
    body: { readonly panelId: string; readonly after: number; readonly limit?: number };
    reply: RecordPage;
  };
  openDesk: { body: { readonly panelId: string }; reply: DeskView };
  closeDesk: { body: { readonly panelId: string }; reply: Record<string, never> };
  mine: { body: { readonly panelId: string }; reply: MineView };
  /** `holding`: what is at hand already or on its way as a vote. Counts as shown. */
  nextCard: { body: { readonly panelId: string; readonly holding?: readonly string[] }; reply: NextCard };
}

export type IntentMessages = {
  [K in keyof IntentBodies]: { body: IntentBodies[K]; reply: ValueOf<K> };
};

export type Messages = Queries & IntentMessages;
export type MessageName = keyof Messages;

export interface Joined {
  readonly panelId: string;
  readonly epoch: string;
  readonly head: number;
  /** Who the server takes you for in this panel. */
  readonly you: { readonly seat: SeatId | null; readonly name: string | null; readonly roles: readonly Role[] };
  readonly people: People;
  /** A page after your cursor, or a snapshot at its `seq`. When the page stops short of `head`, `readRecord` on. */
  readonly page: { readonly entries: readonly RecordEntry[] } | null;
  readonly snapshot: Snapshot | null;
}

/** Dense entries of one record: `entries[0].seq` follows the last seq sent, unless something was lost on the way. */
export interface Frame {
  readonly panelId: string;
  readonly epoch: string;
  readonly entries: readonly RecordEntry[];
  readonly people: People;
}

export interface Pushes {
  frame: Frame;
  /** At least every 3 s to everybody in a panel: whoever holds less asks again. */
  head: { readonly panelId: string; readonly epoch: string; readonly head: number };
  desk: DeskView;
  mine: MineChange;
  /** How many readers are here. Never in a journal. */
  presence: { readonly panelId: string; readonly here: number };
  /** The floor, whenever it moved. */
  floor: FloorShown;
  /** The server ends this connection; reconnect after `retryInMs` plus jitter unless you were `signed-out`. */
  goodbye: { readonly reason: 'draining' | 'signed-out' | 'roles-changed'; readonly retryInMs: number };
}

/** For socket.io’s typed events. */
export type ClientToServer = {
  [K in MessageName]: (body: Messages[K]['body'], ack: (reply: Reply<Messages[K]['reply']>) => void) => void;
};
export type ServerToClient = { [K in keyof Pushes]: (push: Pushes[K]) => void };
